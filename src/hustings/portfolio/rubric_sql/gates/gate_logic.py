"""What becomes of a gate, given what becomes of its clauses (method.md 1.2 "Gate"; 1.5, rulings 8 to 11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition, clauses
from hustings.pack.model import Gate
from hustings.portfolio.rubric_sql.gates.gate_clauses import GateClauses, Judged
from hustings.portfolio.rubric_sql.query_parts.expressions import TRUE, Expr, choose, every, no, some, whole

GateWord = Literal["no_concern", "met", "not_met", "open"]
WORDS: tuple[GateWord, ...] = get_args(GateWord)


def outcome_number(word: GateWord) -> Expr:
    """The number that stands for an outcome."""
    return whole(WORDS.index(word) + 1)


@dataclass(slots=True)
class GateLogic:
    """Gates judged by their clauses."""

    clauses: GateClauses

    def fails(self, gate: Gate, judged: Judged) -> Expr:
        """Whether a gate concerns the campaign and is not met."""
        return every([self.active(gate, judged), self.unmet(gate.needs, judged)])

    def outcome(self, gate: Gate, fails: Mapping[Judged, Expr]) -> Expr:
        """The number of its word, `fails` being what the method of this name says."""
        concerns_nobody = some([self._gone(gate.needs), no(self.active(gate, "lo"))])
        return choose(
            (concerns_nobody, outcome_number("no_concern")),
            (no(fails["lo"]), outcome_number("met")),
            (fails["hi"], outcome_number("not_met")),
            otherwise=outcome_number("open"),
        )

    def active(self, gate: Gate, judged: Judged) -> Expr:
        """Whether a gate concerns the campaign."""
        return TRUE if gate.when is None else no(self.unmet(gate.when, judged))

    def unmet(self, condition: Condition, judged: Judged) -> Expr:
        """Whether a condition is not met, clauses on items that do not count being deleted; one without any is met."""
        match condition:
            case Comparison():
                return self.clauses.fails(condition, judged)
            case AllOf(parts):
                return some(self.unmet(part, judged) for part in parts)
            case AnyOf(parts):
                none = every(some([self._gone(part), self.unmet(part, judged)]) for part in parts)
                return every([none, no(self._gone(condition))])
            case _:  # the pack's checks let nothing else into a gate
                raise TypeError(condition)

    def _gone(self, condition: Condition) -> Expr:
        """Whether every clause of a condition is deleted."""
        return every(self.clauses.gone(one) for one in clauses(condition) if isinstance(one, Comparison))
