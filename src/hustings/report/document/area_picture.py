"""What an area's picture shows: its headline, the ladder of its safeguards, and the proof of what is in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.messages import english, say
from hustings.report.charts.safeguard_ladder import Rung
from hustings.report.document.context import ReportContext, answer_text, gain_text, strength
from hustings.report.document.document_records import Proven
from hustings.report.document.phrases import SEVERITY, share
from hustings.scoring.completeness import in_domain
from hustings.scoring.result import DomainScore, Finding, ItemScore
from hustings.scoring.strengths import strengths

SHARES = (
    (Fraction(1, 3), english("Less than a third of what this race asks for is in place")),
    (Fraction(9, 20), english("Less than half of what this race asks for is in place")),
    (Fraction(11, 20), english("About half of what this race asks for is in place")),
    (Fraction(31, 50), english("More than half of what this race asks for is in place")),
    (Fraction(18, 25), english("About two thirds of what this race asks for is in place")),
    (Fraction(1), english("Most of what this race asks for is in place")),
)
"""Below which share of what is asked for a sentence holds."""
GRADES = {1: english("a document"), 2: english("seen working"), 3: english("checked")}


def headline(context: ReportContext, score: DomainScore, findings: Sequence[Finding], verdict: str) -> str:
    """The share in words and what gains most; where that is no news or not known, the verdict in figures."""
    ready = score.readiness.pt
    if context.result.provisional or not score.counts or score.capped_by or ready >= 1:
        return verdict
    if in_domain(context.result, score.domain.id).nothing:
        return say("Each thing here is good enough by itself: {ready} of what is asked for.", ready=share(ready))
    said, best = say(next(words for below, words in SHARES if ready < below)), _best(findings)
    return say("{share}; most is gained by {safeguard}.", share=said, safeguard=best) if best else f"{said}."


def _best(findings: Sequence[Finding]) -> str:
    """The safeguard, in the pack's words, that gains most."""
    named = [finding for finding in findings if finding.item.strength and finding.alone_raw]
    return max(named, key=lambda finding: finding.alone_raw).item.strength if named else ""


# --- the ladder ----------------------------------------------------------------------------------------------


def missing_rungs(context: ReportContext, findings: Sequence[Finding]) -> tuple[Rung, ...]:
    """What is known to be missing, the gravest first."""
    return tuple(_missing(context, finding) for finding in findings)


def _missing(context: ReportContext, finding: Finding) -> Rung:
    value = context.result.item(finding.item.question).value
    return Rung(
        name=_named(context, finding.item.question),
        value=value.pt if value is not None else Fraction(),
        target=finding.item.target,
        rank=finding.severity,
        severity=say(SEVERITY[finding.severity]),
        gain=gain_text(finding.alone, finding.alone_raw),
    )


def placed_rungs(context: ReportContext, score: DomainScore) -> tuple[Rung, ...]:
    """What is in place, the heaviest first."""
    return tuple(
        Rung(_named(context, one.item.question), one.value.pt, one.item.target)
        for one in _strong(context, score)
        if one.value is not None
    )


def _named(context: ReportContext, question: str) -> str:
    text = strength(context, context.result.pack.items[question])
    return text[:1].upper() + text[1:]


def _strong(context: ReportContext, score: DomainScore) -> Iterator[ItemScore]:
    for item in strengths(context.result):
        if item.domain == score.domain.id:
            yield context.result.item(item.question)


# --- what is in place ----------------------------------------------------------------------------------------


def proven(context: ReportContext, score: DomainScore) -> tuple[Proven, ...]:
    """Each safeguard in place, what was said, and its proof or what would prove it."""
    return tuple(
        Proven(_named(context, one.item.question), answer_text(one), _proof(one)) for one in _strong(context, score)
    )


def _proof(one: ItemScore) -> str:
    if one.answer is not None and one.answer.grade:
        grade = say("Shown (E{n}, {what})", n=one.answer.grade, what=say(GRADES[one.answer.grade]))
        return f"{grade}: {one.answer.reference}" if one.answer.reference else f"{grade}."
    return one.question.evidence
