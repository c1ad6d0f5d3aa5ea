"""What is said after a section: hard stops, where the score can still end up, and the worst thing found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hustings.answers.events import Answers
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.result import Finding, Result, truncated
from hustings.scoring.score import score
from hustings.scoring.stops import hard_stops
from hustings.wording import say, several


def section_summary(pack: Pack, answers: Answers, section: str, on: date | None = None) -> Sequence[str]:
    """Lines for the page that closes a section; none as long as nothing can be scored.

    `on`: the day on which rules are looked up; without it only deal-breakers are told.
    """
    try:
        result = score(pack, answers)
    except InputError:
        return ()
    return tuple(_said(result, section, on))


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
    if worst := next(_known(result, section), None):
        yield say("What weighs most here: {finding}", finding=worst.says or worst.question.text)
    elif unknown := sum(f.question.section == section for f in result.findings if f.unverified):
        yield several(
            unknown,
            "{n} thing here is not known yet: finding out comes first.",
            "{n} things here are not known yet: finding out comes first.",
        )
    elif _scored(result, section):
        yield say("Nothing in this section needs doing first.")


def _stops(result: Result, on: date | None) -> Iterator[str]:
    if on is None:
        yield from (gate.message for gate in result.stops if gate.status == "fail")
    else:
        yield from (stop.text for stop in hard_stops(result, on) if not stop.unverified)


def _bands(result: Result) -> str:
    return (
        result.band.title
        if result.certain
        else say("{worst} at worst, {best} at best", worst=result.band_lo.title, best=result.band_hi.title)
    )


def _known(result: Result, section: str) -> Iterator[Finding]:
    """Findings of this section that come from an answer; what is not known yet is no finding to hear now."""
    return (f for f in result.findings if f.question.section == section and not f.unverified)


def _scored(result: Result, section: str) -> bool:
    return any(score.question.section == section for domain in result.domains for score in domain.items)
