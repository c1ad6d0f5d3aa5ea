"""Gates, as SQL (method.md 1.2 "Gate"; 1.5, rulings 8 to 11; 1.8, ruling 37)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sqlglot import exp

from hustings.answers.applicability import level_value
from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition
from hustings.pack.model import Gate
from hustings.portfolio.rubric_sql.expressions import (
    FALSE,
    TRUE,
    Expr,
    choose,
    coalesced,
    every,
    is_null,
    no,
    some,
)
from hustings.portfolio.rubric_sql.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.own_values import reaches
from hustings.portfolio.rubric_sql.written_at import written_at

Judged = Literal["lo", "hi"]


@dataclass(slots=True)
class GateColumns:
    """By gate: whether it fails on worst and on best values, and its outcome in one of four words."""

    items: ItemColumns
    fails: dict[tuple[str, Judged], Expr] = field(default_factory=dict)
    status: dict[str, Expr] = field(default_factory=dict)

    def make(self, gate: Gate) -> None:
        """Make the columns of a gate."""
        columns, place = self.items.applies.columns, written_at(self.items.applies.pack, gate.place)
        for judged in ("lo", "hi"):
            fails = every([self._active(gate, judged), coalesced(no(self._met(gate.needs, judged)), FALSE)])
            self.fails[gate.id, judged] = columns.define(
                f"{gate.id}__fails_{judged}", fails, f"the gate fails, {judged}: {place}"
            )
        concerns_nobody = some([is_null(self._met(gate.needs, "lo")), no(self._active(gate, "lo"))])
        words = choose(
            (concerns_nobody, exp.Literal.string("no_concern")),
            (no(self.fails[gate.id, "lo"]), exp.Literal.string("met")),
            (self.fails[gate.id, "hi"], exp.Literal.string("not_met")),
            otherwise=exp.Literal.string("open"),
        )
        self.status[gate.id] = columns.output(f"gate_{gate.id}", words, place)

    def _active(self, gate: Gate, judged: Judged) -> Expr:
        return TRUE if gate.when is None else coalesced(self._met(gate.when, judged), TRUE)

    def _met(self, condition: Condition, judged: Judged) -> Expr:
        """Whether a condition is met; NULL if every clause in it was deleted, because its item does not count."""
        match condition:
            case Comparison(question=name, level=level):
                item = self.items.applies.pack.items[name]
                value = self.items.values[name, judged]
                return reaches(value, level_value(item, level), self.items.applies.scale(name))
            case AllOf(parts) | AnyOf(parts):
                outcomes = [self._met(part, judged) for part in parts]
                joined = every if isinstance(condition, AllOf) else some
                rest = TRUE if isinstance(condition, AllOf) else FALSE
                met = joined([coalesced(outcome, rest) for outcome in outcomes])
                return choose((every([is_null(outcome) for outcome in outcomes]), exp.null()), otherwise=met)
            case _:  # the pack's checks let nothing else into a gate
                raise TypeError(condition)
