"""What a comparison means: which answers there are to try, and whether it is true of one of them.

The checks ask this of every answer that is possible, the answers' floor of those that were given; so it stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction
from itertools import compress, pairwise, product
from operator import ge, gt, le, lt
from typing import assert_never

from hustings.pack.conditions import Clause, Comparison, Contains, Level, OneOf, Order
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question

Value = str | tuple[str, ...] | Fraction | date
"""A choice's id or a text, the ids ticked, a number, or a date."""


def every_value(question: Question, parts: Sequence[Clause]) -> tuple[Value, ...]:
    """Answers to a question that between them turn these clauses out in every way that is possible."""
    match question.type:
        case "yes_no" | "select_one":
            return tuple(choice.id for choice in question.choices)
        case "select_multiple":
            return _subsets(question, {part.choice for part in parts if isinstance(part, Contains)})
        case "number":
            return _stretches(question, {part.level for part in parts if isinstance(part, Comparison)})
        case "date" | "text":
            return ()
        case _:
            assert_never(question.type)


def _subsets(question: Question, mentioned: AbstractSet[str]) -> tuple[Value, ...]:
    """Every way to tick the choices that are mentioned; those that stand alone only by themselves."""
    alone = [choice.id for choice in question.choices if choice.id in mentioned and choice.alone]
    free = [choice.id for choice in question.choices if choice.id in mentioned and not choice.alone]
    picks = product((False, True), repeat=len(free))
    return (*((name,) for name in alone), *(tuple(compress(free, pick)) for pick in picks))


def _stretches(question: Question, levels: AbstractSet[Level]) -> tuple[Value, ...]:
    """The levels and ends of the range, and a number in each of the stretches between and outside them."""
    ends = [end for end in (question.lowest, question.highest) if end is not None]
    marks = sorted({level for level in (*levels, *ends) if isinstance(level, Fraction)}) or [Fraction()]
    between = [(low + high) / 2 for low, high in pairwise(marks)]
    return tuple(value for value in (marks[0] - 1, *marks, *between, marks[-1] + 1) if _within(question, value))


def _within(question: Question, value: Fraction) -> bool:
    return (question.lowest is None or value >= question.lowest) and (
        question.highest is None or value <= question.highest
    )


def judge(pack: Pack, clause: Clause, value: Value | None) -> bool:
    """Whether one clause is true of one answer; nothing is true of a question that does not apply."""
    if value is None:
        return False
    match clause:
        case OneOf(choices=choices):
            return value in choices
        case Contains(choice=choice):
            return isinstance(value, tuple) and choice in value
        case Comparison(question=name, order=order, level=level):
            return _compared(_height(pack, name, value), order, _height(pack, name, level))
        case _:
            assert_never(clause)


def _height(pack: Pack, name: str, value: Value) -> Fraction:
    if isinstance(value, str):
        return pack.rank(name, value)
    assert isinstance(value, Fraction)
    return value


def _compared(left: Fraction, order: Order, right: Fraction) -> bool:
    return _ORDERS[order](left, right)


_ORDERS: Mapping[Order, Callable[[Fraction, Fraction], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
