"""Actions that a small campaign can follow: who does them and in which order, what they raise, and what they cost.

The tasks after the election and the calendar, which says what to do at which distance from the ballots, are advice too.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hustings.messages import say
from hustings.pack.checks.check_function import circle, loops
from hustings.pack.checks.conditions import condition_fits
from hustings.pack.item_values import OptionValues, Points
from hustings.pack.model import Action, Item, Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem


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
        what = say("these actions wait for each other: {circle}", circle=circle(loop))
        if len(loop) == 2:  # noqa: PLR2004 - itself and back
            what = say("`{id}` waits for itself", id=loop[0])
        yield diagnostics.problem(place, what, say("Take one `after` away."))


def actions_that_raise(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """An action brings a control above its lowest level."""
    for action in pack.rubric.actions:
        for need in action.raises:
            if need.value <= _lowest(pack.items[need.question]):
                what = say(
                    "`{id}` raises `{question}` to its lowest level, which is where it starts",
                    id=action.id,
                    question=need.question,
                )
                yield diagnostics.problem(need.place, what, say("Name a higher level."))


def _lowest(item: Item) -> Fraction:
    """The least that an answer to a control can be worth."""
    match item.values:
        case OptionValues(options):
            return min(value for _, value in options)
        case Points(points):
            return min(value for _, value in points)
        case _:
            return Fraction()


def advice_for_everything(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning for a control that is found wanting in silence, or that no action brings to its target."""
    if not diagnostics.complete:
        return
    raised = {name: max(values) for name, values in _raised(pack).items()}
    for name, item in pack.items.items():
        place = diagnostics.at(item.place, "question")
        if item.kind == "control" and not item.finding:
            what = say("`{name}` has no `finding`", name=name)
            yield diagnostics.problem(place, what, say("Say in one sentence what is wrong when it is low."), "warning")
        if item.kind == "control" and raised.get(name, -1) < item.target:
            what = say("no action raises `{name}` to its target", name=name)
            yield diagnostics.problem(place, what, say("Say what to do about it, or lower the target."), "warning")


def _raised(pack: Pack) -> dict[str, list[Fraction]]:
    levels = dict[str, list[Fraction]]()
    for action in pack.rubric.actions:
        for need in action.raises:
            levels.setdefault(need.question, []).append(need.value)
    return levels


def free_before_paid(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Whatever takes money has something free beside it that raises the same control."""
    free = {need.question for action in pack.rubric.actions if not action.paid for need in action.raises}
    for action in pack.rubric.actions:
        for need in action.raises if action.paid else ():
            if need.question not in free:
                what = say("only `{id}`, which costs money, raises `{question}`", id=action.id, question=need.question)
                yield diagnostics.problem(
                    need.place, what, say("Add an action without `paid` that helps a little at least.")
                )


def afterwards_that_fit(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Somebody in the campaign does it, and its condition asks for what can be answered."""
    roles = [role.id for role in pack.questionnaire.roles]
    for after in pack.rubric.afterwards:
        if after.owner not in roles:
            yield from diagnostics.unknown(diagnostics.at(after.place, "owner"), "role", after.owner, roles)
        yield from condition_fits(pack, diagnostics, after.when, after.when_text, diagnostics.at(after.place, "when"))


def distances_apart(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Each distance to the ballots starts on a day of its own."""
    for before, distance in pairwise(pack.rubric.calendar):
        if before.start == distance.start:
            what = say("two distances start at {start} days", start=distance.start)
            hint = say("The first is on line {line}; the later one would never be read.", line=before.place.line)
            yield diagnostics.problem(diagnostics.at(distance.place, "from"), what, hint)
