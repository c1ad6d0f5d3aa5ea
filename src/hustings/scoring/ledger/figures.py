"""How the other figures were made: coverage, evidence, residual risk, findings.

The second half of the ledger. The index has a tree of its own (`index`); these figures are shown with it and do not
enter it.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from hustings.answers.typed_numbers import shown
from hustings.messages import english, say, several
from hustings.pack.model import Severity
from hustings.scoring.findings import MIDDLING
from hustings.scoring.ledger.index import IMPORTANCE, LedgerEntry, figure, percent
from hustings.scoring.result import DomainScore, Finding, ItemScore, OpenPoint, OpenReason, Result, truncated

SEVERITY: dict[Severity, str] = {
    "critical": english("critical"),
    "high": english("high"),
    "medium": english("medium"),
    "low": english("low"),
}
RISK = {
    "low": english("low"),
    "moderate": english("moderate"),
    "high": english("high"),
    "severe": english("severe"),
}


def beside(result: Result) -> LedgerEntry:
    """Every figure that does not enter the index, with its terms, weights and place in the rubric."""
    counted = [domain for domain in result.domains if domain.counts]
    parts = (
        _answered(result, counted),
        _assured(result, counted),
        _confidence(result),
        LedgerEntry(
            say("N/A leverage"),
            truncated(result.na_leverage),
            say("the index, less the index with every N/A control at 0"),
        ),
        *(_risk(result, domain) for domain in counted),
        *(finding_entry(result, finding) for finding in result.findings),
        *(open_entry(point) for point in result.open_points),
    )
    return LedgerEntry(say("Beside the index"), say("{n} figures", n=len(parts)), place=result.pack.place, parts=parts)


def _answered(result: Result, counted: Iterable[DomainScore]) -> LedgerEntry:
    parts = tuple(
        LedgerEntry(
            say("{domain} (weight {weight})", domain=d.domain.title, weight=shown(d.domain.weight)),
            percent(d.coverage or Fraction()),
            _shares(d),
        )
        for d in counted
    )
    formula = say(
        "mean over domains by weight; with “don't know” counted as said: {completion}",
        completion=percent(result.completion),
    )
    return LedgerEntry(say("Answered"), percent(result.coverage), formula, result.pack.place, parts)


def _shares(domain: DomainScore) -> str:
    """The two shares whose mean is the domain's coverage."""
    controls, exposures = (_share(domain.of_kind(kind)) for kind in ("control", "exposure"))
    return say(
        "mean of the weight answered: controls {controls}, exposure {exposures}", controls=controls, exposures=exposures
    )


def _share(items: Iterable[ItemScore]) -> str:
    counting = [item for item in items if item.state.counts]
    done = sum((item.item.weight for item in counting if item.state.settled), Fraction())
    return f"{shown(done)} / {shown(sum((item.item.weight for item in counting), Fraction()))}"


def _assured(result: Result, counted: Iterable[DomainScore]) -> LedgerEntry:
    caps = result.pack.rubric.judgements.evidence_cap
    said = ", ".join(f"E{grade} {figure(cap)}" for grade, cap in enumerate(caps))
    parts = tuple(_carried(i, caps) for d in counted for i in d.of_kind("control") if _lowered(i, caps))
    formula = say("the index with each control at most what its evidence carries: {said}", said=said)
    return LedgerEntry(
        say("Assured readiness"),
        say("{assured} of 100", assured=truncated(result.assured)),
        formula,
        result.pack.place,
        parts,
    )


def _grade(score: ItemScore) -> int:
    return score.answer.grade if score.answer is not None else 0


def _lowered(score: ItemScore, caps: tuple[Fraction, ...]) -> bool:
    """Whether a control claims more than its evidence supports."""
    return score.value is not None and score.value.pt > caps[_grade(score)]


def _carried(score: ItemScore, caps: tuple[Fraction, ...]) -> LedgerEntry:
    assert score.value is not None
    grade = _grade(score)
    formula = say("E{grade} carries that much of the {value} claimed", grade=grade, value=figure(score.value.pt))
    return LedgerEntry(score.question.text, figure(caps[grade]), formula, score.item.place)


def _confidence(result: Result) -> LedgerEntry:
    kappa = ", ".join(f"E{grade} {figure(k)}" for grade, k in enumerate(result.pack.rubric.judgements.evidence_kappa))
    formula = say(
        "claims by weight, each as sure as its evidence: {kappa}; who claims nothing has nothing to show", kappa=kappa
    )
    share = "" if result.confidence is None else f"{percent(result.confidence)}, "
    return LedgerEntry(say("Evidence confidence"), share + claims_backed(result), formula, result.pack.place)


def claims_backed(figures: Result | DomainScore) -> str:
    """How many claims have evidence for their full value, in a sentence."""
    if not figures.claims:
        return say("nothing is claimed")
    return several(
        figures.claims, "{backed} of {n} claim backed", "{backed} of {n} claims backed", backed=figures.backed
    )


def _risk(result: Result, domain: DomainScore) -> LedgerEntry:
    eta, required = result.pack.rubric.eta.value, domain.required.pt
    carried = min(domain.maturity.pt, domain.readiness.pt * required) if domain.capped_by else domain.maturity.pt
    formula = say(
        "exposure {exposure} × (1 − {eta} × maturity {carried})",
        exposure=figure(domain.exposure.pt),
        eta=figure(eta),
        carried=figure(carried),
    )
    value = f"{figure(domain.residual.pt)}, {say(RISK[domain.residual_label])}"
    return LedgerEntry(say("Risk left over: {domain}", domain=domain.domain.title), value, formula, domain.domain.place)


def finding_entry(result: Result, finding: Finding) -> LedgerEntry:
    """S with its factors, the gates that raised its label, and the gain of raising this control alone."""
    score, known = result.item(finding.item.question), result.domain(finding.item.domain).known_exposure
    k = dict(result.pack.rubric.judgements.importance)[finding.item.importance]
    assert score.value is not None, "only what counts can be a finding"
    gap = say("(target {target} − {value})", target=figure(finding.item.target), value=figure(score.value.pt))
    factors = say(
        "exposure {exposure} × {gap} × {importance} {k}",
        exposure=figure(MIDDLING if known is None else known),
        gap=gap,
        importance=say(IMPORTANCE[finding.item.importance]),
        k=figure(k),
    )
    graver = say("; graver by gate {gates}", gates=", ".join(finding.gates)) if finding.gates else ""
    alone = say(
        "; raised alone: +{alone}, without caps +{alone_raw}",
        alone=truncated(finding.alone),
        alone_raw=truncated(finding.alone_raw),
    )
    label = say("Finding: {finding}", finding=finding.says or finding.question.text)
    return LedgerEntry(
        label,
        f"{figure(finding.score)}, {say(SEVERITY[finding.severity])}",
        f"{factors}{_unsure(finding, known)}{graver}{alone}",
        finding.item.place,
    )


REASONS: dict[OpenReason, str] = {
    "not_answered": english("not answered"),
    "not_known": english("not known"),
    "disputed": english("votes differ"),
}


def open_entry(point: OpenPoint) -> LedgerEntry:
    """An open point: not a figure, but the gates and questions that depend on it."""
    gates = tuple(gate.gate.id for gate in point.gates)
    parts = [say("counted as the worst until it is known")]
    parts += [say("leaves open the gate {gates}", gates=", ".join(gates))] if gates else []
    if point.waiting:
        parts.append(several(len(point.waiting), "{n} question waits for it", "{n} questions wait for it"))
    return LedgerEntry(
        say("Open: {question}", question=point.question.text), say(REASONS[point.reason]), "; ".join(parts)
    )


def _unsure(finding: Finding, known: Fraction | None) -> str:
    """A note where some exposure is unknown, so that severities may change."""
    if known is None:
        return say(
            "; no exposure here is known, so it is taken as {half}; the severity may change", half=figure(MIDDLING)
        )
    return say("; some exposure here is not known, so the severity may change") if finding.may_change else ""
