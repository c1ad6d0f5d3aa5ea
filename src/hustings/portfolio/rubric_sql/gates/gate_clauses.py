"""The clauses of gates, each a level asked of an item: whether one is not met, at worst and at best, or is deleted.

`ItemClauses` asks the columns of items; `AnswerClauses` looks up what an answer makes of a clause, for tables without
votes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, Protocol, get_args

from hustings.answers.applicability import level_value
from hustings.pack.conditions import Comparison
from hustings.pack.model import Kind, Pack
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.answer_lists import ByValue
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.items.own_values import reaches
from hustings.portfolio.rubric_sql.query_parts.bits import all_bits
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    TRUE,
    Expr,
    coalesced,
    equals,
    has_bit,
    is_null,
    no,
    whole,
)
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.portfolio.rubric_sql.sums.sum_columns import can_be_summed, summed

Judged = Literal["lo", "hi"]
JUDGED: tuple[Judged, ...] = get_args(Judged)
COUNTS, AT_WORST, AT_BEST = 4, 1, 2
"""The bits of a clause: its item counts; the level is reached at worst; it is reached at best."""
GONE = 0
STATES: Mapping[Kind, tuple[int, ...]] = {
    "control": (GONE, COUNTS, COUNTS + AT_BEST, COUNTS + AT_WORST + AT_BEST),
    "exposure": (GONE, COUNTS, COUNTS + AT_WORST, COUNTS + AT_WORST + AT_BEST),
}
"""The states in which a clause can be: a control is at its level at best, an exposure at worst."""
StateNumbers = Mapping[int, int]
"""A number for each state but that of a clause that is deleted, which adds 0."""


class GateClauses(Protocol):
    """What becomes of the clauses of gates."""

    def fails(self, clause: Comparison, judged: Judged) -> Expr:
        """Whether the item counts and is below the level."""

    def gone(self, clause: Comparison) -> Expr:
        """Whether the item does not count."""


@dataclass(slots=True)
class ItemClauses:
    """Clauses judged by the columns of items."""

    items: ItemColumns

    def fails(self, clause: Comparison, judged: Judged) -> Expr:
        """Whether the item counts and is below the level."""
        name, level = clause.question, _level(self.items.applies.pack, clause)
        value, scale = self.items.values[name, judged], self.items.applies.scale(name)
        return coalesced(no(reaches(value, level, scale)), FALSE)

    def gone(self, clause: Comparison) -> Expr:
        """Whether the item does not count."""
        return is_null(self.items.values[clause.question, "lo"])


@dataclass(slots=True)
class AnswerClauses:
    """Clauses judged by answers; `otherwise` judges those on items whose answers cannot be looked up."""

    whens: WhenColumns
    otherwise: GateClauses
    made: dict[tuple[str, Fraction], Expr] = field(default_factory=dict)

    def fails(self, clause: Comparison, judged: Judged) -> Expr:
        """Whether the item counts and is below the level."""
        if not can_be_summed(self.whens.applies.pack, [clause.question]):
            return self.otherwise.fails(clause, judged)
        bits, reached = self._bits(clause), AT_WORST if judged == "lo" else AT_BEST
        return equals(all_bits([bits, whole(COUNTS + reached)]), COUNTS)

    def gone(self, clause: Comparison) -> Expr:
        """Whether the item does not count."""
        if not can_be_summed(self.whens.applies.pack, [clause.question]):
            return self.otherwise.gone(clause)
        return no(has_bit(self._bits(clause), COUNTS))

    def together(self, by_state: Mapping[Comparison, StateNumbers]) -> Expr | None:
        """The sum of a number for the state of each clause; None if it cannot be looked up."""
        pack, adds = self.whens.applies.pack, dict[str, list[_OfState]]()
        if not can_be_summed(pack, [clause.question for clause in by_state]):
            return None
        for clause, numbers in by_state.items():
            adds.setdefault(clause.question, []).append(_OfState(self._state(clause), numbers))
        return summed(self.whens, {name: _all_of(its) for name, its in adds.items()})

    def _state(self, clause: Comparison) -> _Bits:
        pack = self.whens.applies.pack
        kind = pack.items[clause.question].kind
        return _Bits(_level(pack, clause), worst=int(kind == "exposure"), best=int(kind == "control"))

    def _bits(self, clause: Comparison) -> Expr:
        pack, name = self.whens.applies.pack, clause.question
        item, level = pack.items[name], _level(pack, clause)
        if (name, level) not in self.made:
            adds: ByValue = self._state(clause)
            note = f"{COUNTS} counts + {AT_WORST} reached at worst + {AT_BEST} at best: {written_at(pack, item.place)}"
            number = sum(one == name for one, _ in self.made)
            column = self.whens.applies.columns.define(
                f"{name}__level_{number}", summed(self.whens, {name: adds}), note
            )
            self.made[name, level] = column
        return self.made[name, level]


@dataclass(slots=True)
class KnownClauses:
    """Clauses of which the state is known: what becomes of them is a constant."""

    states: Mapping[Comparison, int]

    def fails(self, clause: Comparison, judged: Judged) -> Expr:
        """Whether the item counts and is below the level."""
        reached = AT_WORST if judged == "lo" else AT_BEST
        return TRUE if self.states[clause] & (COUNTS + reached) == COUNTS else FALSE

    def gone(self, clause: Comparison) -> Expr:
        """Whether the item does not count."""
        return TRUE if self.states[clause] == GONE else FALSE


@dataclass(slots=True)
class _Bits:
    """The bits of a clause by its item's value; `worst` and `best`: its values where it is not known."""

    level: Fraction
    worst: int
    best: int

    def __call__(self, value: Fraction | None) -> int:
        at_worst = (self.worst if value is None else value) >= self.level
        at_best = (self.best if value is None else value) >= self.level
        return COUNTS + AT_WORST * at_worst + AT_BEST * at_best


@dataclass(slots=True)
class _OfState:
    """What a clause adds by its item's value."""

    state: _Bits
    numbers: StateNumbers

    def __call__(self, value: Fraction | None) -> int:
        return self.numbers[self.state(value)]


def _all_of(parts: Sequence[_OfState]) -> ByValue:
    return lambda value: sum(part(value) for part in parts)


def _level(pack: Pack, clause: Comparison) -> Fraction:
    return level_value(pack.items[clause.question], clause.level)
