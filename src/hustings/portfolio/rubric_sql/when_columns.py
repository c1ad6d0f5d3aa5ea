"""Conditions on answers as whole numbers: 0 false, 2 open, 3 true, over every answer that is still possible.

Of the two bits the lower says that a condition is surely true, the upper that it can be; so `&` of two numbers is
`and`, and `|` is `or`, as long as the two ask different questions. For tables without votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from hustings.pack.conditions import AllOf, AnyOf, Condition, holds, names
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.applies import AppliesColumns
from hustings.portfolio.rubric_sql.bits import all_bits, any_bits, looked_up
from hustings.portfolio.rubric_sql.expressions import (
    Expr,
    as_one,
    code_of,
    equals,
    no,
    times,
    total,
    whole,
)
from hustings.portfolio.rubric_sql.possible import Verdict, Ways, ways
from hustings.portfolio.rubric_sql.written_at import written_at
from hustings.portfolio.tables.assessment_table import DISPUTED, NOT_APPLICABLE, UNKNOWN

NO, OPEN, YES = 0, 2, 3


@dataclass(slots=True)
class WhenColumns:
    """By condition: the column with its number. It has the name of the first question that is asked under it."""

    applies: AppliesColumns
    made: dict[Condition, Expr] = field(default_factory=dict)

    def of(self, question: Question) -> Expr:
        """The number of the condition under which a question is asked; 3 if it is always asked."""
        if question.when is None:
            return whole(YES)
        if question.when not in self.made:
            note = f"{NO} no, {OPEN} open, {YES} yes: {written_at(self.applies.pack, question.place)}"
            number = self.applies.columns.define(f"{question.id}__when", self._number(question.when), note)
            self.made[question.when] = number
        return self.made[question.when]

    def either(self, when: Expr) -> tuple[Expr, Expr]:
        """Of the number of a condition: 1 where it is true, else 0; and 1 where it is open, else 0."""
        if isinstance(when, exp.Literal):
            return whole(int(int(when.this) == YES)), whole(int(int(when.this) == OPEN))
        columns, name = self.applies.columns, when.name.removesuffix("__when")
        true = columns.define(f"{name}__asked", all_bits([when, whole(1)]))
        return true, columns.define(f"{name}__perhaps", as_one(equals(when, OPEN)))

    def _number(self, condition: Condition) -> Expr:
        """The number of a condition, put together from its parts where these ask different questions."""
        if len(names(condition)) == 1:
            return self._of_one_question(condition)
        if isinstance(condition, AllOf | AnyOf) and _apart(condition.parts):
            joined = all_bits if isinstance(condition, AllOf) else any_bits
            return joined([self._number(part) for part in condition.parts])
        return _as_number(self.applies.judged(condition))

    def _of_one_question(self, condition: Condition) -> Expr:
        (group,) = ways(self.applies.pack, condition)
        question = group.question
        if question.type not in ("yes_no", "select_one") or question.follows is not None:
            return _as_number(self.applies.judged(condition))
        code, turns = code_of(question.id), _Turns(self.applies.pack, condition, group)
        asked = self.of(question)
        if question.when is None:
            return looked_up(code, turns.asked())
        parts = {YES: looked_up(code, turns.asked()), OPEN: looked_up(code, turns.perhaps()), NO: whole(turns.out())}
        return total([times(as_one(equals(asked, number)), part) for number, part in parts.items() if part != whole(0)])


@dataclass(frozen=True, slots=True)
class _Turns:
    """How a condition that asks one question turns out: numbers by code, from that of disputed votes on."""

    pack: Pack
    condition: Condition
    group: Ways

    def out(self) -> int:
        """If the question does not apply."""
        return self._number(self.group.out)

    def asked(self) -> list[int]:
        """If it does."""
        unknown = self._number(self.group.open(self.pack, may_be_out=self.group.question.na))
        bits = (self.group.of_choice(self.pack, choice.id) for choice in self.group.question.choices)
        return [*self._not_answered(unknown), *map(self._number, bits)]

    def perhaps(self) -> list[int]:
        """If it may."""
        unknown = self._number(self.group.open(self.pack, may_be_out=True))
        return [*self._not_answered(unknown), *(unknown for _ in self.group.question.choices)]

    def _not_answered(self, unknown: int) -> list[int]:
        by_code = {DISPUTED: unknown, NOT_APPLICABLE: self.out(), UNKNOWN: unknown}
        return [by_code[code] for code in sorted(by_code)]

    def _number(self, bits: int) -> int:
        """The number of a condition while the ways with these bits are possible."""
        possible = [way for at, way in enumerate(self.group.ways) if bits >> at & 1]
        truths = {
            holds(self.condition, dict(zip(self.group.clauses, way, strict=True)).__getitem__) for way in possible
        }
        return OPEN if len(truths) > 1 else YES if truths.pop() else NO


def _apart(parts: Sequence[Condition]) -> bool:
    """Whether no question is asked in two of these conditions."""
    asked = [name for part in parts for name in names(part)]
    return len(asked) == len(set(asked))


def _as_number(verdict: Verdict) -> Expr:
    surely = as_one(no(verdict.can_be_false))
    return total([surely, times(whole(2), as_one(verdict.can_be_true))])
