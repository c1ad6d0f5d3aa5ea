"""What is said after a section: hard stops, where the score can still end up, and the worst thing found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hustings.answers.events import Answers
from hustings.answers.local_texts import numbers_of, told_here
from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.completeness import in_section
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result, truncated
from hustings.scoring.score import score


def section_summary(pack: Pack, answers: Answers, section: str, on: date | None = None) -> Sequence[str]:
    """Lines for the page that closes a section; none as long as nothing can be scored.

    `on`: the day on which rules are looked up; without it only deal-breakers are told.
    """
    try:
        result = score(told_here(pack, answers), answers)
    except InputError:
        return ()
    return tuple(map(numbers_of(pack, answers), _said(result, section, on)))


def _said(result: Result, section: str, on: date | None) -> Iterator[str]:
    yield from (say("Stop: {message}", message=stop) for stop in _stops(result, on))
    if not result.coverage and not _scored(result, section):
        yield say("None of this is scored. It makes the rest fit your campaign.")
        return
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    yield say(
        "So far your readiness is between {low} and {high} of 100: {bands}.", low=low, high=high, bands=_bands(result)
    )
    if not result.certain:
        yield say("What is not answered yet counts as anything from the worst to the best.")
    yield from _left(result, section)


def _left(result: Result, section: str) -> Iterator[str]:
    """The gravest gap of this section, and how much of it is not known; that nothing is left only where it is so."""
    left = in_section(result, section)
    if left.findings:
        worst = left.findings[0]
        yield say("What weighs most here: {finding}", finding=worst.says or worst.question.text)
    if here := sum(point.question.section == section for point in left.open_points):
        yield several(
            here,
            "{n} thing here is not known yet: finding out comes first.",
            "{n} things here are not known yet: finding out comes first.",
        )
    if left.nothing and _scored(result, section):
        yield say("Nothing in this section needs doing first.")


def _stops(result: Result, on: date | None) -> Iterator[str]:
    if on is None:
        yield from (gate.message for gate in result.stops)
    else:
        yield from (stop.text for stop in hard_stops(result, on))


def _bands(result: Result) -> str:
    return (
        result.band.title
        if result.certain
        else say("{worst} at worst, {best} at best", worst=result.band_lo.title, best=result.band_hi.title)
    )


def _scored(result: Result, section: str) -> bool:
    return any(score.question.section == section for domain in result.domains for score in domain.items)
