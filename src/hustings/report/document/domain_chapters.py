"""One chapter for each domain: exposure, gates, what is in place, findings and their fixes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.messages import english, say
from hustings.report.charts.exposure_plane import plane
from hustings.report.charts.safeguard_ladder import HIGHEST, ladder
from hustings.report.document.area_picture import headline, missing_rungs, placed_rungs, proven
from hustings.report.document.context import (
    CAPPED,
    ReportContext,
    answer_text,
    finding_text,
    gain_text,
    ready_text,
)
from hustings.report.document.document_records import DomainChapter, ExposureDriver, Figure, FindingLine, GateText
from hustings.report.document.phrases import SEVERITY, counted, share
from hustings.report.document.plan.step_phrases import finding_fixes, not_planned
from hustings.scoring.completeness import has_all_asked_for, in_domain
from hustings.scoring.ledger.figures import RISK, claims_backed
from hustings.scoring.result import Bounds, DomainScore, Finding, GateScore, ItemScore, ItemState, Result, truncated

LITTLE, MUCH = Fraction(1, 3), Fraction(2, 3)
HEAD, LINES = 29.0, 31.0
"""What the heading over the deal-breakers and each of them takes, in points."""
STATUS = {"not_met": english("Not met"), "open": english("Open")}
HOLDS = {
    ("not_met", True): english("Holds the index at {limit} or below."),
    ("not_met", False): english("Holds this area at {limit} or below."),
    ("open", True): english("Until it is known, it holds the index at {limit} or below."),
    ("open", False): english("Until it is known, it holds this area at {limit} or below."),
}
"""The text for a gate, by its status and by whether it caps the index."""


def domain_chapter(context: ReportContext, score: DomainScore) -> DomainChapter:
    """The chapter of one domain: verdict, chart, figures, exposure, gates, findings, open points.

    Of an area in which nothing is answered it says only how much there is to find out.
    """
    unsure = context.result.provisional
    drivers = tuple(driver for driver, known in _drivers(score) if known or not unsure)
    findings = [finding for finding in context.result.findings if finding.item.domain == score.domain.id]
    verdict = _verdict(context.result, score)
    dark = unsure and not score.coverage
    own = (g for g in context.result.gates if g.gate.scope == score.domain.id and g.caps and not dark)
    gates = tuple(map(gate, own))
    shown = score.counts and not dark
    return DomainChapter(
        id=score.domain.id,
        title=score.domain.title,
        about=score.domain.about,
        because=score.domain.because,
        headline=headline(context, score, findings, verdict),
        verdict=verdict,
        chart=plane(context.result, score) if shown else None,
        ladder=ladder(missing_rungs(context, findings), placed_rungs(context, score), _room(gates)),
        figures=_figures(context.result, score) if shown else (),
        drivers=drivers,
        drivers_say="" if unsure else _quiet(score, len(drivers)),
        no_drivers="" if drivers else _no_drivers(context.result),
        gates=gates,
        findings=tuple(_finding(context, finding) for finding in findings),
        findings_say=f"{_findings_say(context, score, findings)} {_to_find_out(context, score)}".strip(),
        open_points=() if unsure else _open_points(context, score),
        in_place=proven(context, score),
    )


def _room(gates: tuple[GateText, ...]) -> float:
    """How high the ladder may be, so that it stands on the page of the picture, under the deal-breakers."""
    return HIGHEST - (HEAD + LINES * len(gates) if gates else 0)


def gate(score: GateScore) -> GateText:
    """A gate that is not met or open, in words."""
    whole = score.gate.scope == "index"
    limit = truncated(score.gate.cap).removesuffix(".0") if whole else share(score.gate.cap)
    return GateText(
        title=score.gate.title,
        status=say("Open: the room differs") if score.disputed else say(STATUS[score.status]),
        effect=say(HOLDS[score.status, whole], limit=limit),
        because=score.gate.because,
        stop=score.message,
    )


def _verdict(result: Result, score: DomainScore) -> str:
    if not score.counts:
        return say("Nothing here applies to this campaign, so this area does not count.")
    ready, asked = ready_text(result, score), share(score.required.pt)
    if score.capped_by:
        return say("A deal-breaker holds this area at {ready} of what is asked for.", ready=ready)
    if score.readiness.pt == 1 and in_domain(result, score.domain.id).nothing:
        return say("All that is asked for at this exposure is in place ({asked}).", asked=asked)
    if score.readiness.pt == 1:
        return say("By weight you have as much as is asked for; single things are still missing or not known.")
    return say("You have {ready} of what is asked for.", ready=ready)


def _figures(result: Result, score: DomainScore) -> tuple[Figure, ...]:
    ready = "" if result.provisional else _span(score.readiness)
    ready = ready or say("in place against asked for")
    known = say("none asked") if score.coverage is None else share(score.coverage)
    backed = say("none yet") if score.confidence is None else share(score.confidence)
    return (
        Figure(say("Readiness"), ready_text(result, score), ready),
        Figure(say("In place"), share(score.maturity.pt), _span(score.maturity) or say("maturity, weighted")),
        Figure(say("Asked for"), share(score.required.pt), say("grows with exposure")),
        Figure(say("Exposure"), share(score.exposure.pt), _blend(result)),
        Figure(say("Risk left over"), say(RISK[score.residual_label]), say("after what is in place")),
        Figure(say("Answered"), known, say("by weight")),
        Figure(say("Backed by evidence"), backed, claims_backed(score)),
    )


def _span(triple: Bounds) -> str:
    return (
        "" if triple.lo == triple.hi else say("could be {low} to {high}", low=share(triple.lo), high=share(triple.hi))
    )


def _no_drivers(result: Result) -> str:
    if result.provisional:
        return say("What raises the bar here is not known yet.")
    return say("Nothing that was asked raises what is asked of you here.")


def _drivers(score: DomainScore) -> tuple[tuple[ExposureDriver, bool], ...]:
    """Exposure items above zero, the strongest first, and whether each is known."""
    counted_ = [(item.value.pt, item) for item in score.of_kind("exposure") if item.value and item.value.pt > 0]
    ordered = sorted(counted_, key=lambda pair: (-pair[0], -pair[1].item.weight, pair[1].item.question))
    return tuple((_driver(value, item), not item.state.open) for value, item in ordered)


def _driver(value: Fraction, item: ItemScore) -> ExposureDriver:
    width = f"{float(round(value * 52, 1)):g}"
    return ExposureDriver(item.question.text, answer_text(item), _level(value, item), truncated(value, 2), width)


def _level(value: Fraction, item: ItemScore) -> str:
    if item.state.open:
        return say("counted in full")
    if value <= LITTLE:
        return say("a little")
    return say("a fair amount") if value <= MUCH else say("a lot")


def _quiet(score: DomainScore, named: int) -> str:
    rest = sum(item.value is not None for item in score.of_kind("exposure")) - named
    if not rest:
        return ""
    return counted(rest, "{n} other thing was asked, adding nothing.", "{n} other things were asked, adding nothing.")


def _blend(result: Result) -> str:
    """How exposure is computed, with the parameters of this rubric."""
    worst = result.pack.rubric.alpha.value
    if worst * 2 == 1:
        return say("half average, half worst")
    return say("{average} the average, {worst} the worst", average=share(1 - worst), worst=share(worst))


def _nothing_found(context: ReportContext, score: DomainScore) -> str:
    """The sentence without findings: everything in place, everything at its target, or not everything known."""
    result = context.result
    if not in_domain(result, score.domain.id).nothing:
        return say("Nothing is known to be missing here. Not everything is known, so that is no all-clear.")
    if has_all_asked_for(score):
        return say("Everything asked for here is in place.")
    if not context.further:
        return say("Each thing here is good enough by itself.")
    return say(
        "Each thing here is good enough by itself. To reach all that is asked for, go one step further: see “If "
        "there is time left”."
    )


def _findings_say(context: ReportContext, score: DomainScore, findings: Sequence[Finding]) -> str:
    if not score.counts:
        return ""
    if not findings:
        return _nothing_found(context, score)
    missing = counted(
        len(findings),
        "{n} thing is not in place yet.",
        "{n} things are not in place yet, the gravest first.",
    )
    return " ".join((missing, *_beside_findings(context, score, findings)))


def _beside_findings(context: ReportContext, score: DomainScore, findings: Sequence[Finding]) -> Iterator[str]:
    """Sentences that qualify gains and severities."""
    if context.result.capped_by:
        yield say(CAPPED)
    if score.known_exposure is None:
        yield say("Nothing is known yet of your exposure here; the grades take it as middling, and may change.")
    elif any(finding.may_change for finding in findings):
        yield say("Part of your exposure here is not known, so the grades may change.")


def _to_find_out(context: ReportContext, score: DomainScore) -> str:
    """While too little is known for one number: how much is not known here. It is listed once, to be found out."""
    count = len(_open_points(context, score))
    if not count or not context.result.provisional:
        return ""
    return counted(
        count,
        "{n} thing is not known here; it stands under “To find out”.",
        "{n} things are not known here; they stand under “To find out”.",
    )


def _open_points(context: ReportContext, score: DomainScore) -> tuple[str, ...]:
    """The open points of a domain, in the order in which to ask."""
    here = {item.item.question for item in score.items}
    points = [
        stake.point for stake in context.stakes if not here.isdisjoint((stake.point.question.id, *stake.point.items))
    ]
    return tuple(point.question.text for point in points)


def _finding(context: ReportContext, finding: Finding) -> FindingLine:
    fixes = finding_fixes(context, finding)
    return FindingLine(
        severity=say(SEVERITY[finding.severity]),
        rank=finding.severity,
        text=finding_text(finding),
        answer=_said(context, finding),
        gain=gain_text(finding.alone, finding.alone_raw),
        fixes=fixes,
        no_fix="" if fixes else not_planned(context, finding),
    )


def _said(context: ReportContext, finding: Finding) -> str:
    """The answer behind a finding."""
    score = context.result.item(finding.item.question)
    text = answer_text(score)
    return say("You said: {answer}", answer=text) if score.state is ItemState.ANSWERED else text
