"""One chapter for each domain: what raises the bar, what holds it up, what is missing and what would mend it."""

from __future__ import annotations

from fractions import Fraction

from hustings.report.assessed import CAPPED, Assessed, answer_text, finding_text, gain_text, ready_text, strength
from hustings.report.charts import domain_chart
from hustings.report.parts import DomainChapter, Driver, Figure, FindingLine, Fix, Gate
from hustings.report.words import SEVERITY, counted, share
from hustings.scoring.result import DomainScore, Finding, GateScore, ItemScore, ItemState, Result, Triple, truncated

LITTLE, MUCH = Fraction(1, 3), Fraction(2, 3)
STATUS = {"fail": "Not met", "undetermined": "Not confirmed"}
HOLDS = {"fail": "Holds", "undetermined": "Until somebody confirms it, it holds"}


def domain_chapter(on: Assessed, score: DomainScore) -> DomainChapter:
    drivers = _drivers(score)
    found = [finding for finding in on.result.findings if finding.item.domain == score.domain.id]
    return DomainChapter(
        id=score.domain.id,
        title=score.domain.title,
        about=score.domain.about,
        because=score.domain.because,
        verdict=_verdict(on.result, score),
        chart=domain_chart(score) if score.counts else None,
        figures=_figures(on.result, score) if score.counts else (),
        drivers=drivers,
        drivers_say=_quiet(score, len(drivers)),
        no_drivers="" if drivers else "Nothing that was asked raises what is asked of you here.",
        gates=tuple(gate(g) for g in on.result.gates if g.gate.scope == score.domain.id and g.caps),
        findings=tuple(_finding(on, finding) for finding in found),
        findings_say=_findings_say(on, score, len(found)),
        in_place=_in_place(on, score),
    )


def gate(score: GateScore) -> Gate:
    """A gate that is failed or not confirmed, in words."""
    whole = score.gate.scope == "index"
    limit = truncated(score.gate.cap).removesuffix(".0") if whole else share(score.gate.cap)
    holds = f"{'the index' if whole else 'this area'} at {limit} or below"
    return Gate(
        title=score.gate.title,
        status="Disputed" if score.disputed else STATUS[score.status],
        effect=f"{HOLDS[score.status]} {holds}.",
        because=score.gate.because,
        stop=score.message if score.caps and score.gate.stop else "",
    )


def _verdict(result: Result, score: DomainScore) -> str:
    if not score.counts:
        return "Nothing here applies to this campaign, so this area does not count."
    ready, asked = ready_text(result, score), share(score.required.pt)
    if score.capped_by:
        return f"A deal-breaker holds this area at {ready} of what is asked for."
    if score.readiness.pt == 1:
        return f"All that is asked for at this exposure is in place ({asked})."
    return f"You have {ready} of what is asked for."


def _figures(result: Result, score: DomainScore) -> tuple[Figure, ...]:
    ready = "" if result.provisional else _span(score.readiness)
    ready = ready or "in place against asked for"
    known = "none asked" if score.coverage is None else share(score.coverage)
    backed = "none yet" if score.confidence is None else share(score.confidence)
    return (
        Figure("Readiness", ready_text(result, score), ready),
        Figure("In place", share(score.maturity.pt), _span(score.maturity) or "maturity, weighted"),
        Figure("Asked for", share(score.required.pt), "required maturity; it grows with exposure"),
        Figure("Exposure", share(score.exposure.pt), _blend(result)),
        Figure("Risk left over", score.residual_label, "after what is in place"),
        Figure("Answered", known, "by weight"),
        Figure("Backed by evidence", backed, "of what was answered; a plain no needs no proof"),
    )


def _span(triple: Triple) -> str:
    return "" if triple.lo == triple.hi else f"could be {share(triple.lo)} to {share(triple.hi)}"


def _drivers(score: DomainScore) -> tuple[Driver, ...]:
    """Exposure items above zero, the strongest first."""
    counted_ = [(item.value.pt, item) for item in score.of_kind("exposure") if item.value and item.value.pt > 0]
    ordered = sorted(counted_, key=lambda pair: (-pair[0], -pair[1].item.weight, pair[1].item.question))
    return tuple(Driver(item.question.text, answer_text(item), _level(value, item)) for value, item in ordered)


def _level(value: Fraction, item: ItemScore) -> str:
    if item.state.open:
        return "counted in full"
    if value <= LITTLE:
        return "a little"
    return "a fair amount" if value <= MUCH else "a lot"


def _quiet(score: DomainScore, named: int) -> str:
    rest = sum(item.value is not None for item in score.of_kind("exposure")) - named
    return f"{counted(rest, 'other thing was', 'other things were')} asked, adding nothing." if rest else ""


def _blend(result: Result) -> str:
    """How exposure is made up, as this rubric has it."""
    worst = result.pack.rubric.alpha.value
    if worst * 2 == 1:
        return "half the average, half the worst"
    return f"{share(1 - worst)} the average, {share(worst)} the worst"


def _nothing_found(score: DomainScore) -> str:
    """No finding means that all is there, or that little is at stake; the two must not be mixed up."""
    if score.maturity.lo >= score.required.lo:
        return "Everything asked for here is in place."
    return "Little is at stake here, so no gap weighs enough to be listed; what you said stands under “All answers”."


def _findings_say(on: Assessed, score: DomainScore, count: int) -> str:
    if not score.counts:
        return ""
    if not count:
        return _nothing_found(score)
    capped = f" {CAPPED}" if on.result.capped_by else ""
    return f"{counted(count, 'thing is', 'things are')} not in place yet, the gravest first.{capped}"


def _finding(on: Assessed, finding: Finding) -> FindingLine:
    on_list = [action for action in finding.actions if on.number(action)]
    fixes = tuple(Fix(action.title, on.number(action)) for action in on_list or finding.actions[:1])
    return FindingLine(
        severity=SEVERITY[finding.severity],
        rank=finding.severity,
        text=finding_text(finding),
        answer=_said(on, finding),
        gain=gain_text(finding.alone, finding.alone_raw),
        fixes=fixes,
        no_fix="" if fixes else "The pack names no ready-made step; agree one and write it down.",
    )


def _said(on: Assessed, finding: Finding) -> str:
    """What was said, or that somebody should find out."""
    score = on.result.item(finding.item.question)
    if score.state is ItemState.ANSWERED:
        return f"You said: {answer_text(score)}"
    find_out = ". Find out first" if finding.unverified else ""
    return f"{answer_text(score)}{find_out}"


def _in_place(on: Assessed, score: DomainScore) -> tuple[str, ...]:
    strong = (strength(on, item) for item in on.advice.strengths if item.domain == score.domain.id)
    return tuple(text[:1].upper() + text[1:] for text in strong)
