"""The summary after a section, from the plan's own records: stops, what is in place, what to find out, the next step.

It says only what says something: the range of the index once half is known and it is narrower than 40 points; a stop
once in a sitting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hustings.answers.events import Answers
from hustings.answers.local_texts import numbers_of, told_here
from hustings.interview.pages.page import PageLine
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.completeness import in_section
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.phrasing.wording import due, length, owner, point_minutes, role_title, title
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result, whole
from hustings.scoring.score import score
from hustings.scoring.strengths import strengths
from hustings.styled_text.bars import Strip
from hustings.text import lower_first, question_itself

MOST_IN_PLACE, MOST_UNKNOWN = 3, 2


def section_summary(
    pack: Pack, answers: Answers, section: str, on: date | None = None, shown: set[str] | None = None
) -> Sequence[PageLine]:
    """The lines of the page at the end of a section; none while nothing can be scored.

    `on`: the day for which rules are checked and the plan is made; without it only gates are reported, and no step.
    `shown`: the stops that were shown in this sitting; they are not repeated, and what is shown now is added.
    """
    try:
        result = score(told_here(pack, answers), answers)
    except InputError:
        return ()
    write = numbers_of(pack, answers)
    return tuple(replace(line, text=write(line.text)) for line in _lines(result, section, on, shown))


def _lines(result: Result, section: str, on: date | None, shown: set[str] | None) -> Iterator[PageLine]:
    yield from _stops(result, on, set() if shown is None else shown)
    if not result.coverage and not _scored(result, section):
        yield PageLine(say("None of this is scored. It makes the rest fit your campaign."))
        return
    parts = (
        tuple(_in_place(result, section)),
        tuple(_to_find_out(result, section)),
        tuple(_next_step(result, section, on)),
        tuple(so_far(result)),
    )
    if not any(parts):
        yield PageLine(say("Everything is saved."))
    for number, part in enumerate(part for part in parts if part):
        yield from ((PageLine(""), *part) if number else part)


def _stops(result: Result, on: date | None, shown: set[str]) -> Iterator[PageLine]:
    """The stops that were not shown yet: those that follow from more than one answer, or from what is not known."""
    texts = (
        {gate.gate.id: gate.message for gate in result.stops}
        if on is None
        else {stop.id: stop.text for stop in hard_stops(result, on)}
    )
    new = {name: text for name, text in texts.items() if name not in shown}
    shown.update(new)
    yield from (PageLine(text, label=say("Stop"), sign="stop") for text in new.values())
    yield from (PageLine(""),) if new else ()


def _in_place(result: Result, section: str) -> Iterator[PageLine]:
    """What this section has shown to be good enough, the heaviest first."""
    good = [item for item in strengths(result) if result.pack.questions[item.question].section == section]
    here = [one for domain in result.domains for one in domain.of_kind("control") if one.question.section == section]
    label = f"{say('In place')}\n{say('{number} of {all}', number=len(good), all=len(here))}"
    for item in good[:MOST_IN_PLACE]:
        words = item.strength or result.pack.questions[item.question].text
        yield PageLine(_sentence(words), label=label, sign="done")
    if not good and in_section(result, section).nothing and here:
        yield PageLine(say("Nothing in this section needs doing first."))


def _sentence(words: str) -> str:
    text = f"{words[:1].upper()}{words[1:]}"
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _to_find_out(result: Result, section: str) -> Iterator[PageLine]:
    """What nobody knows yet, who may know it, and how long it takes to ask."""
    points = [point for point in result.open_points if point.question.section == section and point.question.asked]
    label = say("To find out")
    if len(points) > MOST_UNKNOWN:
        label = f"{label}\n{say('{number} of {all}', number=MOST_UNKNOWN, all=len(points))}"
    for point in points[:MOST_UNKNOWN]:
        yield PageLine(question_itself(point.question.text), label=label, sign="find_out")
        who = role_title(result.pack, point.question.role) if point.question.role else say("Team")
        yield PageLine(say("{owner}, {time}", owner=who, time=point_minutes(point)), "quiet", label, sign="below")


def _next_step(result: Result, section: str, on: date | None) -> Iterator[PageLine]:
    """The first step of the plan about this section that is no question; without a plan, what weighs most."""
    label = say("Next step")
    if on is None:
        if findings := in_section(result, section).findings:
            yield PageLine(findings[0].says or findings[0].question.text, label=say("What weighs most"), sign="step")
        return
    from hustings.scoring.plan.make_plan import make_plan

    plan = make_plan(result, clock(result.pack, result.answers, on))
    step = _first_step(plan, {name for name, q in result.pack.questions.items() if q.section == section})
    if step is not None:
        yield PageLine(title(step), label=label, sign="step")
        when = lower_first(due(plan, step))
        words = say("{owner}, {hours}, {when}", owner=owner(result.pack, step), hours=length(step), when=when)
        yield PageLine(words, "quiet", label, sign="below")


def _first_step(plan: Plan, questions: set[str]) -> Step | None:
    steps = (step for step in plan.steps if step.kind in ("fix", "more", "fallback"))
    return next((step for step in steps if not questions.isdisjoint(step.about)), None)


def so_far(result: Result) -> Iterator[PageLine]:
    """Where the index can still end up, if that says anything."""
    if not result.tells_range:
        return
    label = say("So far")
    words = say("{range}: {bands}", range=range_words(result), bands=bands_of(result))
    yield PageLine(words, "strong", label)
    yield PageLine("", label=label, strip=strip_of(result))


def range_words(result: Result) -> str:
    """The range of the index in whole points."""
    low, high = whole(result.index.lo, result.index.hi)
    if result.index.lo == result.index.hi:
        return say("{low} of 100", low=low)
    return say("{low} to {high} of 100", low=low, high=high)


def strip_of(result: Result) -> Strip:
    """The range of a result on the line of its rubric's bands."""
    bands = tuple((band.title, Fraction(band.start)) for band in result.pack.rubric.bands)
    return Strip(result.index.lo, result.index.hi, bands)


def bands_of(result: Result) -> str:
    """The band; while it is not certain, that at worst and that at best."""
    if result.certain:
        return result.band.title
    return say("{worst} at worst, {best} at best", worst=result.band_lo.title, best=result.band_hi.title)


def _scored(result: Result, section: str) -> bool:
    return any(score.question.section == section for domain in result.domains for score in domain.items)
