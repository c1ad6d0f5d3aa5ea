"""Findings: controls known to be below target, how much they matter, and what raising each alone would gain.

What is not known is not a finding but an open point (`open_points`). method.md 1.2 "Findings" and "Marginal gain", 1.5
rulings 16 and 17, 1.6 rulings 22, 23 and 26, 1.8 rulings 38 to 40.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import get_args

from hustings.frozen_records import dataclass
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Action, Domain, Item, Pack, Severity
from hustings.scoring.incremental import RaiseStart, raised
from hustings.scoring.items import ItemSheet, Values, fixable
from hustings.scoring.readiness import Evaluation, exposure_of
from hustings.scoring.result import DomainScore, Finding, GateScore, ItemScore

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
MIDDLING = Fraction(1, 2)
"""The exposure used to grade findings where no exposure is known (1.6, ruling 26)."""


def target_level(item: Item) -> Fraction:
    """The value that "raised to target" reaches: the lowest option at or above it; otherwise the target itself."""
    if isinstance(item.values, OptionValues):
        return min(value for _, value in item.values.options if value >= item.target)
    return item.target


def with_required(sheet: ItemSheet, name: str, level: Fraction) -> dict[str, Fraction]:
    """The controls to raise together: one control, what it requires, its parent at the opening level, and so on.

    What does not apply, or was marked so, counts as met and adds nothing (ruling 16; 1.6, 23; 1.8, 40).
    """
    floors, todo = dict[str, Fraction](), [(name, level)]
    while todo:
        now, value = todo.pop()
        if fixable(sheet, now) and (now not in floors or floors[now] < value):
            floors[now] = value
            todo += _asked(sheet, now)
    return floors


def _asked(sheet: ItemSheet, name: str) -> Iterator[tuple[str, Fraction]]:
    if name in sheet.parents:
        yield sheet.parents[name]
    for need in sheet.pack.items[name].requires:
        yield need.question, need.value


def known_exposure(sheet: ItemSheet, values: Values, domain: Domain) -> Fraction | None:
    """X of the exposure items that are answered or disputed and certainly apply; None without any (1.8, ruling 39)."""
    counting = [item for item in domain.of_kind("exposure") if item.question in values]
    known = [item for item in counting if sheet.states[item.question].settled]
    if counting and not known:
        return None
    return exposure_of(sheet.pack.rubric, known, {item.question: values[item.question].pt for item in known})


@dataclass(frozen=True, slots=True)
class _Grading:
    """What the grading of every finding needs. `importance`: the factor k by class of importance."""

    sheet: ItemSheet
    start: RaiseStart
    now: Evaluation
    failing: Mapping[str, tuple[GateScore, ...]]
    lifts: Mapping[str, list[tuple[Fraction, Action]]]
    importance: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class _Exposed:
    """The exposure that grades a domain's findings, and whether open answers may change it."""

    exposure: Fraction
    may_change: bool


def findings(
    start: RaiseStart,
    now: Evaluation,
    domains: tuple[DomainScore, ...],
    gates: tuple[GateScore, ...],
    open_: Collection[str],
) -> tuple[Finding, ...]:
    """All findings: the worst label first, then by severity, then by id (1.6, ruling 26; no plan gives a gain yet).

    Questions in `open_` are open points, and are left out here.
    """
    sheet = start.now.sheet
    importance = dict(sheet.pack.rubric.judgements.importance)
    grading = _Grading(sheet, start, now, _failing(gates), _lifts(sheet.pack), importance)
    below = (
        _finding(grading, score, exposed)
        for domain, exposed in ((domain, _exposed(domain)) for domain in domains)
        for score in domain.of_kind("control")
        if score.item.question not in open_ and _below(sheet, score)
    )
    return tuple(sorted(below, key=_order))


def _below(sheet: ItemSheet, score: ItemScore) -> bool:
    """Whether a control is known to be below its target.

    A control marked as not applicable whose parent is absent is not known.
    """
    known = score.state.settled and score.item.question not in sheet.shelved
    return known and score.value is not None and score.value.pt < score.item.target


def _exposed(domain: DomainScore) -> _Exposed:
    exposure = MIDDLING if domain.known_exposure is None else domain.known_exposure
    return _Exposed(exposure, any(one.state.open for one in domain.of_kind("exposure")))


def _order(finding: Finding) -> tuple[int, Fraction, str]:
    return SEVERITIES.index(finding.severity), -finding.score, finding.item.question


def _failing(gates: tuple[GateScore, ...]) -> Mapping[str, tuple[GateScore, ...]]:
    """By control, the gates that are not met because of it; open gates do not raise severity (1.8, ruling 37)."""
    failed = [gate for gate in gates if gate.status == "not_met"]
    return {name: tuple(g for g in failed if name in g.unmet) for gate in failed for name in gate.unmet}


def _finding(grading: _Grading, score: ItemScore, domain: _Exposed) -> Finding:
    item, value = score.item, score.value
    assert value is not None
    pack, gates = grading.sheet.pack, grading.failing.get(item.question, ())
    severity_score = domain.exposure * (item.target - value.pt) * grading.importance[item.importance]
    lifted = raised(grading.start, with_required(grading.sheet, item.question, target_level(item)))
    return Finding(
        item=item,
        question=score.question,
        severity=_label(pack, severity_score, gates),
        score=severity_score,
        may_change=domain.may_change,
        alone=lifted.index - grading.now.index,
        alone_raw=lifted.raw - grading.now.raw,
        gates=tuple(gate.gate.id for gate in gates),
        actions=tuple(action for level, action in grading.lifts.get(item.question, ()) if level > value.lo),
        says=score.says,
    )


def _label(pack: Pack, score: Fraction, gates: tuple[GateScore, ...]) -> Severity:
    """The label of S, raised by the gates that are not met because of the control."""
    label = next((name for name, least in pack.rubric.judgements.severity if score >= least), "low")
    if any(gate.overall for gate in gates):
        return "critical"
    if gates and label != "critical":
        return "high"
    return next(name for name in SEVERITIES if name == label)


def _lifts(pack: Pack) -> Mapping[str, list[tuple[Fraction, Action]]]:
    """The actions that raise each control, in the pack's order, with the level that each gives."""
    lifts = dict[str, list[tuple[Fraction, Action]]]()
    for action in pack.rubric.actions:
        for need in action.raises:
            lifts.setdefault(need.question, []).append((need.value, action))
    return lifts
