"""Findings: controls below target, how much they matter, and what raising each alone would gain.

method.md 1.2 "Findings" and "Marginal gain", 1.5 rulings 16 and 17.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from hustings.pack.model import Action, Item, Pack
from hustings.pack.values import OptionValues
from hustings.scoring.items import ZERO, Floors, Sheet, derived
from hustings.scoring.readiness import Evaluation, as_scored
from hustings.scoring.result import DomainScore, Finding, GateScore, ItemScore, ItemState, Severity

SEVERITIES: tuple[Severity, ...] = ("critical", "high", "medium", "low")


def target_level(item: Item) -> Fraction:
    """The value that "raised to target" reaches: the lowest option at or above it; otherwise the target itself."""
    if isinstance(item.values, OptionValues):
        return min(value for _, value in item.values.options if value >= item.target)
    return item.target


def with_required(sheet: Sheet, name: str, level: Fraction) -> dict[str, Fraction]:
    """Raising one control asks for what it requires, and for its parent at the level that opens it, each in turn.

    A control that does not apply today asks for nothing (ruling 16).
    """
    floors, todo = dict[str, Fraction](), [(name, level)]
    while todo:
        now, value = todo.pop()
        if now in sheet.own and (now not in floors or floors[now] < value):
            floors[now] = value
            todo += _asked(sheet, now)
    return floors


def _asked(sheet: Sheet, name: str) -> Iterator[tuple[str, Fraction]]:
    if name in sheet.parents:
        yield sheet.parents[name]
    for need in sheet.pack.items[name].requires:
        yield need.question, need.value


def what_if(sheet: Sheet, floors: Floors) -> Evaluation:
    """The index as scored, had these controls stood at least at these values."""
    return as_scored(sheet.pack, derived(sheet, floors))


def findings(
    sheet: Sheet, now: Evaluation, domains: tuple[DomainScore, ...], gates: tuple[GateScore, ...]
) -> tuple[Finding, ...]:
    """All findings: worst label first, then by id, as long as no plan gives them a gain in it (ruling 17)."""
    failing = _failing(gates)
    found = (
        _finding(sheet, score, domain, now, failing)
        for domain in domains
        for score in domain.of_kind("control")
        if score.value is not None
    )
    return tuple(sorted((one for one in found if one is not None), key=_order))


def _order(finding: Finding) -> tuple[int, str]:
    return SEVERITIES.index(finding.severity), finding.item.question


def _failing(gates: tuple[GateScore, ...]) -> Mapping[str, tuple[GateScore, ...]]:
    names = {name for score in gates if score.caps for name in score.unmet}
    return {name: tuple(g for g in gates if g.caps and name in g.unmet) for name in names}


def _finding(
    sheet: Sheet, score: ItemScore, domain: DomainScore, now: Evaluation, failing: Mapping[str, tuple[GateScore, ...]]
) -> Finding | None:
    assert score.value is not None
    item, gates = score.item, failing.get(score.item.question, ())
    importance = dict(sheet.pack.rubric.judgements.importance)[item.importance]
    severity_score = domain.exposure.pt * max(item.target - score.value.pt, ZERO) * importance
    label = _label(sheet.pack, severity_score, gates)
    if label is None:
        return None
    raised = what_if(sheet, with_required(sheet, item.question, target_level(item)))
    return Finding(
        item=item,
        question=score.question,
        severity=label,
        score=severity_score,
        unverified=score.state.open,
        check_applies=score.state is ItemState.UNKNOWN,
        alone=raised.index - now.index,
        alone_raw=raised.raw - now.raw,
        gates=tuple(gate.gate.id for gate in gates),
        actions=_actions(sheet.pack, item.question, score.value.lo),
        says=score.says,
    )


def _label(pack: Pack, score: Fraction, gates: tuple[GateScore, ...]) -> Severity | None:
    """The label of S, made graver by the gates that the control fails; None: no finding."""
    by_score = next((name for name, least in pack.rubric.judgements.severity if score >= least), None)
    label = by_score or ("low" if score > 0 else None)
    if any(gate.gate.scope == "index" for gate in gates):
        return "critical"
    if gates and label != "critical":
        return "high"
    return next((name for name in SEVERITIES if name == label), None)


def _actions(pack: Pack, name: str, value: Fraction) -> tuple[Action, ...]:
    """What would raise a control above where it (at worst) stands."""
    lifts = (a for a in pack.rubric.actions if any(n.question == name and n.value > value for n in a.raises))
    return tuple(lifts)
