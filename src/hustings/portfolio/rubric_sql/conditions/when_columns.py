"""Conditions on answers as whole numbers: 0 false, 2 open, 3 true, over every answer that is still possible.

Of the two bits the lower says that a condition is surely true, the upper that it can be; so `&` of two numbers is
`and`, and `|` is `or`, as long as the two ask different questions. For tables without votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from hustings.pack.conditions import AllOf, AnyOf, Condition, names
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.conditions.applicability_columns import AppliesColumns
from hustings.portfolio.rubric_sql.conditions.condition_turns import NO, OPEN, YES, Turns, can_be_listed, has_few_codes
from hustings.portfolio.rubric_sql.conditions.condition_ways import Verdict, ways
from hustings.portfolio.rubric_sql.query_parts.bits import all_bits, any_bits
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    TRUE,
    Expr,
    as_one,
    at_least,
    code_of,
    equals,
    every,
    no,
    times,
    total,
    whole,
)
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.portfolio.tables.assessment_table import NOT_APPLICABLE


@dataclass(slots=True)
class WhenColumns:
    """By condition: the column with its number. It has the name of the first question that is asked under it."""

    applies: AppliesColumns
    made: dict[Condition, Expr] = field(default_factory=dict)
    ones: dict[Condition, tuple[Expr, Expr]] = field(default_factory=dict)

    def of(self, question: Question) -> Expr:
        """The number of the condition under which a question is asked; 3 if it is always asked."""
        if question.when is None:
            return whole(YES)
        if question.when not in self.made:
            note = f"{NO} no, {OPEN} open, {YES} yes: {written_at(self.applies.pack, question.place)}"
            number = self.applies.columns.define(f"{question.id}__when", self._number(question.when), note)
            self.made[question.when] = number
        return self.made[question.when]

    def either(self, question: Question) -> tuple[Expr, Expr]:
        """1 where the condition of a question is true, else 0; and 1 where it is open, else 0."""
        if question.when is None:
            return whole(1), whole(0)
        if question.when not in self.ones:
            columns, place = self.applies.columns, written_at(self.applies.pack, question.place)
            true, is_open = self._ones(question, question.when)
            self.ones[question.when] = (
                columns.define(f"{question.id}__asked", true, f"1 if it is asked: {place}"),
                columns.define(f"{question.id}__perhaps", is_open, f"1 if that is open: {place}"),
            )
        return self.ones[question.when]

    def open_by_code(self, question: Question) -> tuple[str, list[int]] | None:
        """A question whose code alone says whether the condition is open: its name, and 1 or 0 by code."""
        turns = None if question.when is None else self._turns(question.when)
        if turns is None or turns.group.question.when is not None or not has_few_codes(turns.group.question):
            return None
        return turns.group.question.id, [int(number == OPEN) for number in turns.numbers()]

    def _ones(self, question: Question, condition: Condition) -> tuple[Expr, Expr]:
        turns = self._turns(condition)
        if turns is not None and _takes_ticks(turns):
            known, is_open = self._answered(turns.group.question)
            return times(known, turns.ticked(lambda number: int(number == YES))), is_open
        if turns is not None and turns.group.question.when is None:
            return turns.asked(lambda number: int(number == YES)), turns.asked(lambda number: int(number == OPEN))
        when = self.of(question)
        return all_bits([when, whole(1)]), as_one(equals(when, OPEN))

    def _number(self, condition: Condition) -> Expr:
        """The number of a condition, put together from its parts where these ask different questions."""
        if (turns := self._turns(condition)) is not None:
            return self._of_one_question(turns)
        if isinstance(condition, AllOf | AnyOf) and _apart(condition.parts):
            joined = all_bits if isinstance(condition, AllOf) else any_bits
            return joined([self._number(part) for part in condition.parts])
        return _as_number(self.applies.judged(condition))

    def _of_one_question(self, turns: Turns) -> Expr:
        asked = self.of(turns.group.question)
        if _takes_ticks(turns):
            known, is_open = self._answered(turns.group.question)
            return total([times(known, turns.ticked()), times(whole(OPEN), is_open)])
        if asked == whole(YES):
            return turns.asked()
        parts = {YES: turns.asked(), OPEN: turns.perhaps(), NO: whole(turns.out)}
        return total([times(as_one(equals(asked, number)), part) for number, part in parts.items() if part != whole(0)])

    def _answered(self, question: Question) -> tuple[Expr, Expr]:
        """1 where a question is asked and answered, else 0; and 1 where its answer is open, else 0."""
        asked, code, columns = self.of(question), code_of(question.id), self.applies.columns
        surely = every([at_least(asked, whole(YES)) if asked != whole(YES) else TRUE, at_least(code, whole(0))])
        known = columns.define(f"{question.id}__answered", as_one(surely), "1 if it is asked and answered")
        perhaps = at_least(asked, whole(OPEN)) if asked != whole(YES) else TRUE
        at_all = as_one(every([perhaps, no(equals(code, NOT_APPLICABLE))]))
        is_open = exp.Sub(this=at_all, expression=known)
        return known, columns.define(f"{question.id}__answer_open", is_open, "1 if its answer is open")

    def _turns(self, condition: Condition) -> Turns | None:
        """How a condition turns out by the answer to its one question; None if there are more, or too many answers."""
        if len(names(condition)) > 1:
            return None
        (group,) = ways(self.applies.pack, condition)
        return Turns(self.applies.pack, condition, group) if can_be_listed(group) else None


def _takes_ticks(turns: Turns) -> bool:
    """Whether ticks alone make it true, of more choices than can be looked up."""
    return not has_few_codes(turns.group.question) and turns.is_open_or_ticked()


def _apart(parts: Sequence[Condition]) -> bool:
    """Whether no question is asked in two of these conditions."""
    asked = [name for part in parts for name in names(part)]
    return len(asked) == len(set(asked))


def _as_number(verdict: Verdict) -> Expr:
    surely = as_one(no(verdict.can_be_false))
    return total([surely, times(whole(2), as_one(verdict.can_be_true))])
