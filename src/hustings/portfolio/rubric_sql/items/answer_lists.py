"""A whole number for each answer that an item can have, as SQL that looks it up by the answer's code."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hustings.answers.applicability import value_of
from hustings.pack.item_values import OptionValues, WorstOf
from hustings.pack.model import Item
from hustings.pack.questionnaire import SELECTS, Question
from hustings.portfolio.rubric_sql.query_parts.bits import looked_up
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    Expr,
    as_one,
    at_least,
    code_of,
    equals,
    every,
    has_bit,
    no,
    times,
    total,
    whole,
)
from hustings.portfolio.tables.assessment_table import DISPUTED, NOT_APPLICABLE, UNKNOWN, all_ticked

ByValue = Callable[[Fraction | None], int]
"""A whole number by an item's value; None while it is not known."""
MOST_TICKS = 7
"""Of more choices not every way to tick them is listed."""


def has_list(item: Item, question: Question) -> bool:
    """Whether an item's answers can be looked up: no number, and no long list of choices that each add to the value."""
    return question.type in SELECTS and (
        isinstance(item.values, OptionValues | WorstOf) or len(question.choices) <= MOST_TICKS
    )


def by_answer(item: Item, question: Question, of: ByValue, na: int = 0) -> Expr:
    """The number of an item's answer; `na`: of a mark that it does not apply, where the question takes one."""
    unknown = of(None)
    marked = na if question.na else unknown
    if isinstance(item.values, WorstOf) and len(question.choices) > MOST_TICKS:
        return _by_worst(item.values, question, of, marked)
    by_code = {DISPUTED: unknown, NOT_APPLICABLE: marked, UNKNOWN: unknown}
    return looked_up(
        code_of(question.id), [*(by_code[code] for code in sorted(by_code)), *_answered(item, question, of)]
    )


def _answered(item: Item, question: Question, of: ByValue) -> list[int]:
    ids = [choice.id for choice in question.choices]
    if question.type != "select_multiple":
        return [of(value_of(item, choice)) for choice in ids]
    return [of(value_of(item, all_ticked(question, code))) for code in range(2 ** len(ids))]


def _by_worst(values: WorstOf, question: Question, of: ByValue, marked: int) -> Expr:
    """The same where the worst choice that was ticked counts: what each higher value adds to the one below."""
    code, place = code_of(question.id), {choice.id: at for at, choice in enumerate(question.choices)}
    otherwise = of(None) if marked == of(None) else 0
    below = of(Fraction())
    steps = [whole(below - otherwise)] if below != otherwise else []
    for value in sorted({value for _, value in values.options if value > 0}):
        bits = sum(1 << place[name] for name, its in values.options if its >= value)
        if of(value) != below:
            steps.append(times(whole(of(value) - below), as_one(has_bit(code, bits))))
        below = of(value)
    answered = times(as_one(at_least(code, whole(0))), total(steps))
    if marked == of(None):
        return total([*([whole(otherwise)] if otherwise else []), answered])
    unknown = every([no(at_least(code, whole(0))), no(equals(code, NOT_APPLICABLE))])
    not_answered = [(of(None), unknown), (marked, equals(code, NOT_APPLICABLE))]
    return total([answered, *(times(whole(number), as_one(when)) for number, when in not_answered if number)])
