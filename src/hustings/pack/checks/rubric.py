"""Domains, bands and actions that hold together, and nothing that is found wanting without advice."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hustings.pack.checks.check_function import circle, loops
from hustings.pack.item_values import shown
from hustings.pack.model import Action, Band, Item, Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem


def exposure_that_applies(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Every domain has an exposure item that always applies (method.md 1.5, ruling 6)."""
    for domain in pack.rubric.domains:
        asked = [pack.questions[item.question] for item in domain.of_kind("exposure")]
        always = [question for question in asked if not (question.na or question.when or question.follows)]
        if (
            not always
            and diagnostics.sound(domain.place)
            and all(diagnostics.sound(question.place) for question in asked)
        ):
            what = f"no exposure item of `{domain.id}` always applies"
            hint = "One needs neither `na: yes` nor `when`; otherwise saying less would look safe."
            yield diagnostics.problem(diagnostics.key(domain.place, "exposure"), what, hint)


def no_circle_of_needs(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """No control has to come before itself, by what it requires or by what it follows."""
    graph = {name: _comes_after(pack, item) for name, item in pack.items.items()}
    for loop in loops(graph):
        item = pack.items[loop[0]]
        if all(_follows(pack, name) == after for name, after in pairwise(loop)):
            continue  # told as questions that wait for each other
        what = f"these controls require each other: {circle(loop)}"
        if len(loop) == 2:  # noqa: PLR2004 - itself and back
            what = f"`{item.question}` requires itself"
        yield diagnostics.problem(diagnostics.at(item.place, "requires"), what, "Take one of them away.")


def _comes_after(pack: Pack, item: Item) -> tuple[str, ...]:
    parent = _follows(pack, item.question)
    needed = [need.question for need in item.requires] + ([parent] if parent in pack.items else [])
    return tuple(needed)


def _follows(pack: Pack, name: str) -> str:
    follows = pack.questions[name].follows
    return follows.question if follows is not None else ""


def bands_without_gaps(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Bands start at 0 and rise; each has a title of its own."""
    bands = pack.rubric.bands
    if not all(diagnostics.sound(band.place) for band in bands):
        return
    if bands[0].start != 0:
        what = f"the first band starts at {shown(bands[0].start)}, so nothing is said below"
        yield diagnostics.problem(diagnostics.at(bands[0].place, "from"), what, "The first band starts at 0.")
    for before, band in pairwise(bands):
        if band.start <= before.start:
            what = f"`{band.id}` starts at {shown(band.start)}, not above `{before.id}` ({shown(before.start)})"
            yield diagnostics.problem(diagnostics.at(band.place, "from"), what, "List the bands from low to high.")
    for band in bands:
        yield from _band(bands, band, diagnostics)


def _band(bands: tuple[Band, ...], band: Band, diagnostics: Diagnostics) -> Iterator[Problem]:
    if band.start == 100:  # noqa: PLR2004 - the top of the index
        what = f"`{band.id}` starts at 100, where the index ends"
        yield diagnostics.problem(diagnostics.at(band.place, "from"), what, "Let it start lower.")
    first = next(other for other in bands if other.title == band.title)
    if first is not band:
        what = f"two bands are titled “{band.title}”"
        yield diagnostics.problem(diagnostics.at(band.place, "title"), what, f"The first is `{first.id}`; rename one.")


def action_owners(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Somebody in the campaign does it."""
    roles = [role.id for role in pack.questionnaire.roles]
    for action in pack.rubric.actions:
        if action.owner not in roles:
            yield from diagnostics.unknown(diagnostics.at(action.place, "owner"), "role", action.owner, roles)


def action_order(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What must come first is an action, and not the action itself."""
    known = dict[str, Action]()
    for action in pack.rubric.actions:
        known.setdefault(action.id, action)
    for action in pack.rubric.actions:
        for number, name in enumerate(action.after):
            if name not in known:
                yield from diagnostics.unknown(diagnostics.at(action.place, "after", number), "action", name, known)
    graph = {name: [after for after in action.after if after in known] for name, action in known.items()}
    for loop in loops(graph):
        place = diagnostics.at(known[loop[0]].place, "after")
        what = f"these actions wait for each other: {circle(loop)}"
        if len(loop) == 2:  # noqa: PLR2004 - itself and back
            what = f"`{loop[0]}` waits for itself"
        yield diagnostics.problem(place, what, "Take one `after` away.")


def actions_that_raise(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """An action brings a control above its lowest level."""
    for action in pack.rubric.actions:
        for need in action.raises:
            if need.value == 0:
                what = f"`{action.id}` raises `{need.question}` to its lowest level, which is where it starts"
                yield diagnostics.problem(need.place, what, "Name a higher level.")


def advice_for_everything(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning for a control that is found wanting in silence, or that no action brings to its target."""
    if not diagnostics.complete:
        return
    raised = {name: max(values) for name, values in _raised(pack).items()}
    for name, item in pack.items.items():
        place = diagnostics.at(item.place, "question")
        if item.kind == "control" and not item.finding:
            what = f"`{name}` has no `finding`"
            yield diagnostics.problem(place, what, "Say in one sentence what is wrong when it is low.", "warning")
        if item.kind == "control" and raised.get(name, -1) < item.target:
            what = f"no action raises `{name}` to its target"
            yield diagnostics.problem(place, what, "Say what to do about it, or lower the target.", "warning")


def _raised(pack: Pack) -> dict[str, list[Fraction]]:
    found = dict[str, list[Fraction]]()
    for action in pack.rubric.actions:
        for need in action.raises:
            found.setdefault(need.question, []).append(need.value)
    return found
