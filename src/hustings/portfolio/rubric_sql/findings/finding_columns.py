"""Findings, as SQL: controls known to be below their target, and how much they matter (method.md 1.2; 1.8, 37 to 40).

What raising a control alone would gain is not among them: it takes a score of its own for each.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hustings.pack.model import Domain, Item
from hustings.portfolio.rubric_sql.findings.point_columns import PointColumns
from hustings.portfolio.rubric_sql.items.own_values import CLOSE, reaches
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    NULL,
    Expr,
    as_real,
    as_small,
    at_least,
    choose,
    every,
    greatest,
    no,
    not_zero,
    over,
    real,
    some,
    times,
    total,
    whole,
)
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.portfolio.rubric_sql.sums.area_sums import MOST_WHOLE, whole_weights
from hustings.scoring.findings import MIDDLING, SEVERITIES

LABELS: dict[str, int] = {label: number for number, label in enumerate(SEVERITIES, start=1)}
WORDS = ", ".join(f"{number} {label}" for label, number in LABELS.items())


@dataclass(slots=True)
class FindingColumns:
    """By control: the column `finding_ID` with its severity (`LABELS`), NULL where it is no finding."""

    points: PointColumns
    kept: list[str] = field(default_factory=list)

    def make(self) -> None:
        """Make the columns of every control."""
        for domain in self.points.applies.pack.rubric.domains:
            exposure = self.points.applies.columns.define(f"{domain.id}__known_exposure", self._exposure(domain))
            for item in domain.of_kind("control"):
                self._make(item, exposure)

    def _make(self, item: Item, exposure: Expr) -> None:
        applies, name = self.points.applies, item.question
        label = choose((no(self._below(item)), NULL), otherwise=self._label(item, exposure))
        note = f"{WORDS}; target {item.target}: {written_at(applies.pack, item.place)}"
        applies.columns.output(f"finding_{name}", as_small(label), note)
        self.kept.append(f"finding_{name}")

    def _below(self, item: Item) -> Expr:
        """Whether a control is known to be below its target, and is no open point."""
        items, name = self.points.items, item.question
        short = no(reaches(items.values[name, "pt"], item.target, self.points.applies.scale(name)))
        known = [items.settled[name], no(items.shelved(name)), short, no(self.points.points[name])]
        return self.points.applies.columns.define(f"{name}__below", every(known))

    def _label(self, item: Item, exposure: Expr) -> Expr:
        """The label of S, raised by the gates that are not met because of the control."""
        grades = dict(self.points.applies.pack.rubric.judgements.severity)
        severity = self._severity(item, exposure)
        reached = {label: at_least(severity, real(float(least) - CLOSE)) for label, least in grades.items()}
        overall, own = self._gates(item, overall=True), self._gates(item, overall=False)
        critical = some([overall, reached.pop("critical", FALSE)])
        high = some([own, reached.pop("high", FALSE)])
        rest = [(when, whole(LABELS[label])) for label, when in reached.items()]
        return choose(
            (critical, whole(LABELS["critical"])), (high, whole(LABELS["high"])), *rest, otherwise=whole(LABELS["low"])
        )

    def _severity(self, item: Item, exposure: Expr) -> Expr:
        """S = X (tau - v) k."""
        parts = self.points.applies.scale(item.question).parts
        factor = dict(self.points.applies.pack.rubric.judgements.importance)[item.importance]
        short = total([real(item.target), times(real(-1 / parts), self.points.items.values[item.question, "pt"])])
        value = times(exposure, real(factor), short)
        return self.points.applies.columns.define(f"{item.question}__severity", value)

    def _gates(self, item: Item, *, overall: bool) -> Expr:
        """Whether a gate of the index, or of an area, is not met because of a control."""
        gates = self.points.gates
        asked = [gate for gate in self.points.applies.pack.rubric.gates if (gate.scope == "index") is overall]
        failing = [(gate, gates.unmet(gate, "hi").get(item.question)) for gate in asked]
        return some(every([gates.is_(gate, "not_met"), unmet]) for gate, unmet in failing if unmet is not None)

    def _exposure(self, domain: Domain) -> Expr:
        """X of the exposures that are known; half where none is known, 1 where none counts (1.8, ruling 39)."""
        items, drivers = self.points.items, domain.of_kind("exposure")
        parts, alpha = self.points.applies.scales[domain.id].parts, self.points.applies.pack.rubric.alpha.value
        known, weights = items.settled, whole_weights(drivers)
        large = parts * sum(weights.values()) > MOST_WHOLE
        size = real if large else whole
        value = {name: items.values[name, "pt"] for name in weights}
        summed = {name: as_real(one) if large else one for name, one in value.items()}
        sums = total([choose((known[n], times(whole(w), summed[n])), otherwise=whole(0)) for n, w in weights.items()])
        sum_ = total([choose((known[n], size(w)), otherwise=size(0)) for n, w in weights.items()])
        mean = over(as_real(sums), times(not_zero(sum_), size(parts)))
        worst = greatest([choose((known[n], value[n]), otherwise=NULL) for n in weights])
        leaning = total([times(real(1 - alpha), mean), times(real(alpha / parts), worst)])
        counting, some_known = some(items.counts[n] for n in weights), some(known[n] for n in weights)
        return choose((no(counting), real(1)), (no(some_known), real(MIDDLING)), otherwise=leaning)
