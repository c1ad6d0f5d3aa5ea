"""Whole numbers as rows of bits, and numbers looked up by what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from sqlglot import exp

from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, whole
from hustings.portfolio.tables.assessment_table import DISPUTED

LEAST_CODE = DISPUTED
"""The least code that a question can have (`portfolio.tables.assessment_table`)."""
LONG = 8
"""Of a longer list what is the same for every answer is written once."""


def all_bits(parts: Sequence[Expr]) -> Expr:
    """The bits that all of several whole numbers have."""
    return _of_bits(exp.BitwiseAnd, parts)


def any_bits(parts: Sequence[Expr]) -> Expr:
    """The bits that at least one of several whole numbers has."""
    return _of_bits(exp.BitwiseOr, parts)


def _of_bits(kind: type[exp.Binary], parts: Sequence[Expr]) -> Expr:
    joined = reduce(lambda left, right: kind(this=left, expression=right), (_alone(part) for part in parts))
    return _alone(joined)


def _alone(part: Expr) -> Expr:
    """A part in brackets, unless it is a column or a number: engines differ in how tightly operators of bits bind."""
    return part if isinstance(part, exp.Column | exp.Literal | exp.Paren) else exp.paren(part, copy=False)


def bits_from(value: Expr, place: int, most: int | None = None) -> Expr:
    """The whole number whose bits stand in another from a place on; `most`: the greatest that it can be."""
    moved = _alone(exp.BitwiseRightShift(this=_alone(value), expression=whole(place))) if place else value
    return moved if most is None else all_bits([moved, whole((1 << most.bit_length()) - 1)])


def looked_up(code: Expr, values: Sequence[int]) -> Expr:
    """The value of a code in a list; the first is that of `LEAST_CODE`."""
    if len(set(values)) == 1:
        return whole(values[0])
    answered = -LEAST_CODE
    if len(values) > LONG and len(set(values[answered:])) == 1:
        return looked_up(exp.Least(this=code, expressions=[whole(0)], ignore_nulls=True), values[: answered + 1])
    return listed(exp.Add(this=code, expression=whole(1 - LEAST_CODE)), values)


def listed(place: Expr, values: Sequence[int]) -> Expr:
    """The value at a place, from 1, of a list."""
    return one_listed(place, [whole(value) for value in values])


def one_listed(place: Expr, values: Sequence[Expr]) -> Expr:
    """The same of numbers of any kind."""
    return exp.Bracket(this=exp.Array(expressions=list(values)), expressions=[place], offset=1)


def word_of(place: Expr, words: Sequence[str]) -> Expr:
    """The word of ours at a place, from 1; NULL at 0. Where an engine can, it is kept as its place."""
    texts = [exp.Literal.string(word) for word in words]
    kind = exp.DataType(this=exp.DataType.Type.ENUM, expressions=texts)
    of_kind = exp.DataType(this=exp.DataType.Type.ARRAY, expressions=[kind], nested=True)
    return exp.Bracket(this=exp.Cast(this=exp.Array(expressions=texts), to=of_kind), expressions=[place], offset=1)


def plain_words(part: Expr) -> Expr:
    """The same for engines in which a kind of words has to be created first: a list of texts."""
    is_list = isinstance(part, exp.Cast) and part.to.this == exp.DataType.Type.ARRAY
    inside: Expr = part.this if is_list else part
    return inside
