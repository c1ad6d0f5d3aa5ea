"""Gates, as SQL (method.md 1.2 "Gate"; 1.5, rulings 8 to 11; 1.8, ruling 37)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sqlglot import exp

from hustings.answers.applicability import level_value
from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition, names
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
    text,
)
from hustings.portfolio.rubric_sql.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.own_values import reaches
from hustings.portfolio.rubric_sql.written_at import written_at

GateWord = Literal["no_concern", "met", "not_met", "open"]

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
            (concerns_nobody, text("no_concern")),
            (no(self.fails[gate.id, "lo"]), text("met")),
            (self.fails[gate.id, "hi"], text("not_met")),
            otherwise=text("open"),
        )
        self.status[gate.id] = columns.output(f"gate_{gate.id}", words, place)

    def is_(self, gate: Gate, word: GateWord) -> Expr:
        """Whether a gate's outcome is this word."""
        return exp.EQ(this=self.status[gate.id], expression=text(word))

    def unmet(self, gate: Gate, judged: Judged) -> dict[str, Expr]:
        """By control, whether a clause on it is not met inside groups that are not (1.5, ruling 17)."""
        return self._unmet(gate.needs, judged)

    def deciding(self, gate: Gate) -> dict[str, Expr]:
        """By item, whether it could settle the gate if that is open."""
        found = self.unmet(gate, "lo")
        for name in names(gate.when) if gate.when is not None else ():
            counts = no(is_null(self.items.values[name, "lo"]))
            when = every([no(self._active(gate, "hi")), counts])
            found[name] = some([when, found.get(name, FALSE)])
        return found

    def _unmet(self, condition: Condition, judged: Judged) -> dict[str, Expr]:
        fails = coalesced(no(self._met(condition, judged)), FALSE)
        if isinstance(condition, Comparison):
            return {condition.question: fails}
        found = dict[str, Expr]()
        for part in condition.parts if isinstance(condition, AllOf | AnyOf) else ():
            for name, unmet in self._unmet(part, judged).items():
                found[name] = some([every([fails, unmet]), found.get(name, FALSE)])
        return found

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
