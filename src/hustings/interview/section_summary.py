"""The summary after a section: hard stops, the possible range of the index, and the gravest finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from hustings.answers.events import Answers
from hustings.answers.local_texts import numbers_of, told_here
from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.completeness import in_section
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result, truncated
from hustings.scoring.score import score

HALF, WIDE = Fraction(1, 2), 40
"""The least coverage, and the width in points below which a range tells anything."""


def section_summary(
    pack: Pack, answers: Answers, section: str, on: date | None = None, shown: set[str] | None = None
) -> Sequence[str]:
    """The lines of the page at the end of a section; none while nothing can be scored.

    `on`: the day for which rules are checked; without it only gates are reported. `shown`: the stops that were shown in
    this sitting; they are not repeated, and what is shown now is added.
    """
    try:
        result = score(told_here(pack, answers), answers)
    except InputError:
        return ()
    stops = [stop for stop in _stops(result, on) if shown is None or stop not in shown]
    if shown is not None:
        shown.update(stops)
    return tuple(map(numbers_of(pack, answers), _sentences(result, section, stops)))


def _sentences(result: Result, section: str, stops: Iterable[str]) -> Iterator[str]:
    yield from (say("Stop: {message}", message=stop) for stop in stops)
    if not result.coverage and not _scored(result, section):
        yield say("None of this is scored. It makes the rest fit your campaign.")
        return
    if result.coverage >= HALF and result.index.hi - result.index.lo < WIDE:
        yield from _range(result)
    yield from _gaps(result, section)


def _range(result: Result) -> Iterator[str]:
    """Where the index can still end up."""
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    if low == high:
        yield say("So far your readiness is {index} of 100: {band}.", index=low, band=result.band.title)
        return
    yield say(
        "So far your readiness is between {low} and {high} of 100: {bands}.", low=low, high=high, bands=_bands(result)
    )
    if not result.certain:
        yield say("What is not answered yet counts as anything from the worst to the best.")


def _gaps(result: Result, section: str) -> Iterator[str]:
    """The gravest finding of this section and the number of open points; a text says if there are neither."""
    gaps = in_section(result, section)
    if gaps.findings:
        worst = gaps.findings[0]
        yield say("What weighs most here: {finding}", finding=worst.says or worst.question.text)
    if unknown := sum(point.question.section == section for point in gaps.open_points):
        yield several(
            unknown,
            "{n} thing here is not known yet: finding out comes first.",
            "{n} things here are not known yet: finding out comes first.",
        )
    if gaps.nothing and _scored(result, section):
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
