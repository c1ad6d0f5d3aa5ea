"""Gates, as SQL (method.md 1.2 "Gate"; 1.5, rulings 8 to 11; 1.8, ruling 37)."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition, clauses
from hustings.pack.model import Gate, Pack
from hustings.portfolio.rubric_sql.gates.gate_clauses import JUDGED, AnswerClauses, GateClauses, Judged
from hustings.portfolio.rubric_sql.gates.gate_lists import FAILS_AT_BEST, listed_outcome
from hustings.portfolio.rubric_sql.gates.gate_logic import WORDS, GateLogic, GateWord, outcome_number
from hustings.portfolio.rubric_sql.query_parts.bits import word_of
from hustings.portfolio.rubric_sql.query_parts.columns import Columns
from hustings.portfolio.rubric_sql.query_parts.expressions import FALSE, Expr, at_least, equals, every, no, some, whole
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at


@dataclass(slots=True)
class GateColumns:
    """By gate: whether it fails on worst and on best values, and its outcome in one of four words.

    `answers`: looks clauses up; None where there are votes. `listed`: the gates whose outcome is looked up at once.
    """

    pack: Pack
    columns: Columns
    clauses: GateClauses
    answers: AnswerClauses | None = None
    listed: set[str] = field(default_factory=set)
    fails: dict[tuple[str, Judged], Expr] = field(default_factory=dict)
    outcome: dict[str, Expr] = field(default_factory=dict)

    def make(self, gate: Gate) -> None:
        """Make the columns of a gate."""
        outcome = None if self.answers is None else listed_outcome(gate, self.answers)
        if outcome is None:
            self._by_clauses(gate)
        else:
            self.listed.add(gate.id)
            self._of_outcome(gate, outcome)
        self.columns.output(f"gate_{gate.id}", word_of(self.outcome[gate.id], WORDS))

    def _of_outcome(self, gate: Gate, outcome: Expr) -> None:
        """Its outcome is looked up, and says whether it fails."""
        listed = ", ".join(f"{number} {word}" for number, word in enumerate(WORDS, start=1))
        note = f"{listed}: {written_at(self.pack, gate.place)}"
        column = self.outcome[gate.id] = self.columns.define(f"{gate.id}__outcome", outcome, note)
        self.fails[gate.id, "lo"] = at_least(column, whole(FAILS_AT_BEST))
        self.fails[gate.id, "hi"] = equals(column, FAILS_AT_BEST)

    def _by_clauses(self, gate: Gate) -> None:
        place = written_at(self.pack, gate.place)
        for judged in JUDGED:
            fails, note = self._logic.fails(gate, judged), f"the gate fails, {judged}: {place}"
            self.fails[gate.id, judged] = self.columns.define(f"{gate.id}__fails_{judged}", fails, note)
        outcome = self._logic.outcome(gate, {judged: self.fails[gate.id, judged] for judged in JUDGED})
        self.outcome[gate.id] = self.columns.define(f"{gate.id}__outcome", outcome, place)

    @property
    def _logic(self) -> GateLogic:
        return GateLogic(self.clauses)

    def is_(self, gate: Gate, word: GateWord) -> Expr:
        """Whether a gate's outcome is this word."""
        return exp.EQ(this=self.outcome[gate.id], expression=outcome_number(word))

    def unmet(self, gate: Gate, judged: Judged) -> dict[str, Expr]:
        """By control, whether a clause on it is not met inside groups that are not (1.5, ruling 17)."""
        return self._unmet(gate.needs, judged)

    def deciding(self, gate: Gate) -> dict[str, Expr]:
        """By item, whether it could settle the gate if that is open."""
        found = self.unmet(gate, "lo")
        for clause in clauses(gate.when) if gate.when is not None else ():
            assert isinstance(clause, Comparison)
            when = every([no(self._logic.active(gate, "hi")), no(self.clauses.gone(clause))])
            found[clause.question] = some([when, found.get(clause.question, FALSE)])
        return found

    def _unmet(self, condition: Condition, judged: Judged) -> dict[str, Expr]:
        fails = self._logic.unmet(condition, judged)
        if isinstance(condition, Comparison):
            return {condition.question: fails}
        found = dict[str, Expr]()
        for part in condition.parts if isinstance(condition, AllOf | AnyOf) else ():
            for name, unmet in self._unmet(part, judged).items():
                found[name] = some([every([fails, unmet]), found.get(name, FALSE)])
        return found
