"""Gates, as SQL (method.md 1.2 "Gate"; 1.5, rulings 8 to 11; 1.8, ruling 37)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from sqlglot import exp

from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition, clauses
from hustings.pack.model import Gate, Pack
from hustings.portfolio.rubric_sql.bits import word_of
from hustings.portfolio.rubric_sql.columns import Columns
from hustings.portfolio.rubric_sql.expressions import (
    FALSE,
    TRUE,
    Expr,
    choose,
    every,
    no,
    some,
    whole,
)
from hustings.portfolio.rubric_sql.gate_clauses import GateClauses, Judged
from hustings.portfolio.rubric_sql.written_at import written_at

GateWord = Literal["no_concern", "met", "not_met", "open"]
WORDS: tuple[GateWord, ...] = get_args(GateWord)


@dataclass(slots=True)
class GateColumns:
    """By gate: whether it fails on worst and on best values, and its outcome in one of four words."""

    pack: Pack
    columns: Columns
    clauses: GateClauses
    fails: dict[tuple[str, Judged], Expr] = field(default_factory=dict)
    outcome: dict[str, Expr] = field(default_factory=dict)

    def make(self, gate: Gate) -> None:
        """Make the columns of a gate."""
        columns, place = self.columns, written_at(self.pack, gate.place)
        for judged in ("lo", "hi"):
            fails = every([self._active(gate, judged), self._fails(gate.needs, judged)])
            self.fails[gate.id, judged] = columns.define(
                f"{gate.id}__fails_{judged}", fails, f"the gate fails, {judged}: {place}"
            )
        concerns_nobody = some([self._gone(gate.needs), no(self._active(gate, "lo"))])
        outcome = choose(
            (concerns_nobody, _place("no_concern")),
            (no(self.fails[gate.id, "lo"]), _place("met")),
            (self.fails[gate.id, "hi"], _place("not_met")),
            otherwise=_place("open"),
        )
        self.outcome[gate.id] = columns.define(f"{gate.id}__outcome", outcome, place)
        columns.output(f"gate_{gate.id}", word_of(self.outcome[gate.id], WORDS))

    def is_(self, gate: Gate, word: GateWord) -> Expr:
        """Whether a gate's outcome is this word."""
        return exp.EQ(this=self.outcome[gate.id], expression=_place(word))

    def unmet(self, gate: Gate, judged: Judged) -> dict[str, Expr]:
        """By control, whether a clause on it is not met inside groups that are not (1.5, ruling 17)."""
        return self._unmet(gate.needs, judged)

    def deciding(self, gate: Gate) -> dict[str, Expr]:
        """By item, whether it could settle the gate if that is open."""
        found = self.unmet(gate, "lo")
        for clause in clauses(gate.when) if gate.when is not None else ():
            assert isinstance(clause, Comparison)
            when = every([no(self._active(gate, "hi")), no(self.clauses.gone(clause))])
            found[clause.question] = some([when, found.get(clause.question, FALSE)])
        return found

    def _unmet(self, condition: Condition, judged: Judged) -> dict[str, Expr]:
        fails = self._fails(condition, judged)
        if isinstance(condition, Comparison):
            return {condition.question: fails}
        found = dict[str, Expr]()
        for part in condition.parts if isinstance(condition, AllOf | AnyOf) else ():
            for name, unmet in self._unmet(part, judged).items():
                found[name] = some([every([fails, unmet]), found.get(name, FALSE)])
        return found

    def _active(self, gate: Gate, judged: Judged) -> Expr:
        return TRUE if gate.when is None else no(self._fails(gate.when, judged))

    def _fails(self, condition: Condition, judged: Judged) -> Expr:
        """Whether a condition is not met, clauses on items that do not count being deleted; one without any is met."""
        match condition:
            case Comparison():
                return self.clauses.fails(condition, judged)
            case AllOf(parts):
                return some(self._fails(part, judged) for part in parts)
            case AnyOf(parts):
                none = every(some([self._gone(part), self._fails(part, judged)]) for part in parts)
                return every([none, no(self._gone(condition))])
            case _:  # the pack's checks let nothing else into a gate
                raise TypeError(condition)

    def _gone(self, condition: Condition) -> Expr:
        """Whether every clause of a condition is deleted."""
        return every(self.clauses.gone(one) for one in clauses(condition) if isinstance(one, Comparison))


def _place(word: GateWord) -> Expr:
    return whole(WORDS.index(word) + 1)
