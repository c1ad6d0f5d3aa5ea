"""Domains, needs and bands that hold together, and findings that have a text and are true."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hustings.messages import say
from hustings.pack.checks.check_function import circle, loops
from hustings.pack.item_values import OptionValues, shown
from hustings.pack.model import Band, Item, Pack
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
            what = say("no exposure item of `{id}` always applies", id=domain.id)
            hint = say("One needs neither `na: yes` nor `when`; otherwise saying less would look safe.")
            yield diagnostics.problem(diagnostics.key(domain.place, "exposure"), what, hint)


def no_circle_of_needs(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """No control has to come before itself, by what it requires or by what it follows."""
    graph = {name: _comes_after(pack, item) for name, item in pack.items.items()}
    for loop in loops(graph):
        item = pack.items[loop[0]]
        if all(_follows(pack, name) == after for name, after in pairwise(loop)):
            continue  # reported as questions that wait for each other
        what = say("these controls require each other: {circle}", circle=circle(loop))
        if len(loop) == 2:  # noqa: PLR2004 - itself and back
            what = say("`{question}` requires itself", question=item.question)
        yield diagnostics.problem(diagnostics.at(item.place, "requires"), what, say("Take one of them away."))


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
    if not bands or "band" in diagnostics.blind or not all(diagnostics.sound(band.place) for band in bands):
        return  # the reader of the file reports that there is none
    if bands[0].start != 0:
        what = say("the first band starts at {start}, so nothing is said below", start=shown(bands[0].start))
        yield diagnostics.problem(diagnostics.at(bands[0].place, "from"), what, say("The first band starts at 0."))
    for before, band in pairwise(bands):
        if band.start <= before.start:
            what = say(
                "`{id}` starts at {start}, not above `{before}` ({before_start})",
                id=band.id,
                start=shown(band.start),
                before=before.id,
                before_start=shown(before.start),
            )
            yield diagnostics.problem(diagnostics.at(band.place, "from"), what, say("List the bands from low to high."))
    for band in bands:
        yield from _band(bands, band, diagnostics)


def _band(bands: tuple[Band, ...], band: Band, diagnostics: Diagnostics) -> Iterator[Problem]:
    if band.start == 100:  # noqa: PLR2004 - the top of the index
        what = say("`{id}` starts at 100, where the index ends", id=band.id)
        yield diagnostics.problem(diagnostics.at(band.place, "from"), what, say("Let it start lower."))
    first = next(other for other in bands if other.title == band.title)
    if first is not band:
        what = say("two bands are titled “{title}”", title=band.title)
        yield diagnostics.problem(
            diagnostics.at(band.place, "title"), what, say("The first is `{id}`; rename one.", id=first.id)
        )


def findings_that_are_said(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning for a finding of an answer that is good enough everywhere: nobody would ever read it."""
    for item in pack.items.values():
        for one in item.findings:
            if item.at(one.choice) >= max(item.target, _needed(pack, item)):
                what = say(
                    "`{choice}` is good enough for `{question}`, so this is never said",
                    choice=one.choice,
                    question=item.question,
                )
                yield diagnostics.problem(one.place, what, say("Take it away, or raise the `target`."), "warning")


def findings_for_needs(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning where a use asks for more than the target: `finding` speaks of answers below the target only."""
    for item in pack.items.values():
        said = {one.choice for one in item.findings}
        for choice, value in item.values.options if isinstance(item.values, OptionValues) else ():
            if item.target <= value < _needed(pack, item) and choice not in said and item.kind == "control":
                what = say(
                    "a use needs more of `{question}` than `{choice}`, and no finding says what is missing then",
                    question=item.question,
                    choice=choice,
                )
                yield diagnostics.problem(
                    diagnostics.at(item.place, "question"),
                    what,
                    say("Say it under `findings: {choice}`.", choice=choice),
                    "warning",
                )


def _needed(pack: Pack, item: Item) -> Fraction:
    """The most that any use needs of a control."""
    needs = (need.value for use in pack.uses for need in use.needs if need.question == item.question)
    return max(needs, default=Fraction(0))


def implied_findings_follow(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """`implied` belongs to a follow-up: no other question can stand at nothing without being asked."""
    for item in pack.items.values():
        if item.implied and pack.questions[item.question].follows is None:
            what = say("`{question}` follows nothing, so `implied` is never said", question=item.question)
            yield diagnostics.problem(
                diagnostics.key(item.place, "implied"), what, say("Take it away, or give the question a `follows`.")
            )
