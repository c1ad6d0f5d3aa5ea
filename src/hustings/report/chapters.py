"""One chapter for each domain: what raises the bar, what holds it up, what is missing and what would mend it."""

from __future__ import annotations

from fractions import Fraction

from hustings.report.assessed import CAPPED, Assessed, answer_text, gain_text, ready_text, strength, told
from hustings.report.charts import domain_chart
from hustings.report.doing import Fix
from hustings.report.parts import DomainChapter, Driver, Figure, FindingLine, Gate
from hustings.report.words import SEVERITY, counted, share
from hustings.scoring.beside import RISK
from hustings.scoring.result import DomainScore, Finding, GateScore, ItemScore, ItemState, Result, Triple, truncated
from hustings.wording import english, say

LITTLE, MUCH = Fraction(1, 3), Fraction(2, 3)
STATUS = {"fail": english("Not met"), "undetermined": english("Not confirmed")}
HOLDS = {
    ("fail", True): english("Holds the index at {limit} or below."),
    ("fail", False): english("Holds this area at {limit} or below."),
    ("undetermined", True): english("Until somebody confirms it, it holds the index at {limit} or below."),
    ("undetermined", False): english("Until somebody confirms it, it holds this area at {limit} or below."),
}
"""By status, and whether the gate caps the whole index."""


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
        no_drivers="" if drivers else say("Nothing that was asked raises what is asked of you here."),
        gates=tuple(gate(g) for g in on.result.gates if g.gate.scope == score.domain.id and g.caps),
        findings=tuple(_finding(on, finding) for finding in found),
        findings_say=_findings_say(on, score, len(found)),
        in_place=_in_place(on, score),
    )


def gate(score: GateScore) -> Gate:
    """A gate that is failed or not confirmed, in words."""
    whole = score.gate.scope == "index"
    limit = truncated(score.gate.cap).removesuffix(".0") if whole else share(score.gate.cap)
    return Gate(
        title=score.gate.title,
        status=say("Disputed") if score.disputed else say(STATUS[score.status]),
        effect=say(HOLDS[score.status, whole], limit=limit),
        because=score.gate.because,
        stop=score.message if score.caps and score.gate.stop else "",
    )


def _verdict(result: Result, score: DomainScore) -> str:
    if not score.counts:
        return say("Nothing here applies to this campaign, so this area does not count.")
    ready, asked = ready_text(result, score), share(score.required.pt)
    if score.capped_by:
        return say("A deal-breaker holds this area at {ready} of what is asked for.", ready=ready)
    if score.readiness.pt == 1:
        return say("All that is asked for at this exposure is in place ({asked}).", asked=asked)
    return say("You have {ready} of what is asked for.", ready=ready)


def _figures(result: Result, score: DomainScore) -> tuple[Figure, ...]:
    ready = "" if result.provisional else _span(score.readiness)
    ready = ready or say("in place against asked for")
    known = say("none asked") if score.coverage is None else share(score.coverage)
    backed = say("none yet") if score.confidence is None else share(score.confidence)
    return (
        Figure(say("Readiness"), ready_text(result, score), ready),
        Figure(say("In place"), share(score.maturity.pt), _span(score.maturity) or say("maturity, weighted")),
        Figure(say("Asked for"), share(score.required.pt), say("required maturity; it grows with exposure")),
        Figure(say("Exposure"), share(score.exposure.pt), _blend(result)),
        Figure(say("Risk left over"), say(RISK[score.residual_label]), say("after what is in place")),
        Figure(say("Answered"), known, say("by weight")),
        Figure(say("Backed by evidence"), backed, say("of what was answered; a plain no needs no proof")),
    )


def _span(triple: Triple) -> str:
    return (
        "" if triple.lo == triple.hi else say("could be {low} to {high}", low=share(triple.lo), high=share(triple.hi))
    )


def _drivers(score: DomainScore) -> tuple[Driver, ...]:
    """Exposure items above zero, the strongest first."""
    counted_ = [(item.value.pt, item) for item in score.of_kind("exposure") if item.value and item.value.pt > 0]
    ordered = sorted(counted_, key=lambda pair: (-pair[0], -pair[1].item.weight, pair[1].item.question))
    return tuple(Driver(item.question.text, answer_text(item), _level(value, item)) for value, item in ordered)


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
    """How exposure is made up, as this rubric has it."""
    worst = result.pack.rubric.alpha.value
    if worst * 2 == 1:
        return say("half the average, half the worst")
    return say("{average} the average, {worst} the worst", average=share(1 - worst), worst=share(worst))


def _nothing_found(score: DomainScore) -> str:
    """No finding: all is there, or each thing is good enough by itself, or little is at stake. Not to be mixed up."""
    if score.maturity.lo >= score.required.lo:
        return say("Everything asked for here is in place.")
    if all(item.value.lo >= item.item.target for item in score.of_kind("control") if item.value):
        return say(
            "Each thing here is good enough by itself. To reach all that is asked for, go one step further: see “If "
            "there is time left”."
        )
    return say(
        "Little is at stake here, so no gap weighs enough to be listed; what you said stands under “All answers”."
    )


def _findings_say(on: Assessed, score: DomainScore, count: int) -> str:
    if not score.counts:
        return ""
    if not count:
        return _nothing_found(score)
    capped = f" {say(CAPPED)}" if on.result.capped_by else ""
    missing = counted(
        count,
        "{n} thing is not in place yet.",
        "{n} things are not in place yet, the gravest first.",
    )
    return f"{missing}{capped}"


def _finding(on: Assessed, finding: Finding) -> FindingLine:
    on_list = [action for action in finding.actions if on.number(action)]
    fixes = tuple(Fix(action.title, on.number(action)) for action in on_list or finding.actions[:1])
    return FindingLine(
        severity=say(SEVERITY[finding.severity]),
        rank=finding.severity,
        text=told(finding),
        answer=_said(on, finding),
        gain=gain_text(finding.alone, finding.alone_raw),
        fixes=fixes,
        no_fix="" if fixes else say("The pack names no ready-made step; agree one and write it down."),
    )


def _said(on: Assessed, finding: Finding) -> str:
    """What was said, or that somebody should find out."""
    score = on.result.item(finding.item.question)
    if score.state is ItemState.ANSWERED:
        return say("You said: {answer}", answer=answer_text(score))
    find_out = say(". Find out first") if finding.unverified else ""
    return f"{answer_text(score)}{find_out}"


def _in_place(on: Assessed, score: DomainScore) -> tuple[str, ...]:
    strong = (strength(on, item) for item in on.advice.strengths if item.domain == score.domain.id)
    return tuple(text[:1].upper() + text[1:] for text in strong)
