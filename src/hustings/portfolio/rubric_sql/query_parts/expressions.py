"""Parts of SQL expressions that the rubric's query is put together from.

Names are always quoted and numbers are always literals that were made here, so no text of a pack becomes SQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import prod

from sqlglot import exp

Expr = exp.Expr
TRUE, FALSE, NULL = exp.true(), exp.false(), exp.null()


def col(name: str, table: str | None = None) -> exp.Column:
    """A column by its name, quoted."""
    return exp.column(name, table=table, quoted=True)


def code_of(question: str) -> exp.Column:
    """The column with what was answered to a question (`portfolio.tables.assessment_table`)."""
    return col(f"{question}__code")


def number_of(question: str) -> exp.Column:
    """The column with the number that was answered to it."""
    return col(f"{question}__number")


def whole(number: int) -> Expr:
    """A whole number."""
    literal = exp.Literal.number(abs(number))
    return exp.Neg(this=literal) if number < 0 else literal


def real(number: Fraction | float) -> Expr:
    """A number as a double, such as 0.5e0: a bare 0.5 would be a decimal, which is slower and rounds."""
    text = repr(float(number))
    return exp.Literal.number(text if "e" in text else f"{text}e0")


def text(word: str) -> Expr:
    """A word of ours."""
    return exp.Literal.string(word)


def as_real(value: Expr) -> Expr:
    """A value as a double."""
    return exp.Cast(this=value, to=exp.DataType.build("double"))


def as_small(value: Expr) -> Expr:
    """A small whole number in two bytes."""
    return exp.Cast(this=value, to=exp.DataType.build("smallint"))


def as_one(when: Expr) -> Expr:
    """1 where something is true, 0 where it is not."""
    return exp.Cast(this=when, to=exp.DataType.build("int"))


def total(parts: Sequence[Expr]) -> Expr:
    """The sum; 0 of nothing."""
    return _joined(exp.Add, parts) if parts else whole(0)


def total_in_pairs(parts: Sequence[Expr]) -> Expr:
    """The sum, two and two in brackets: DuckDB adds what it looked up faster to its like than to a sum."""
    if len(parts) <= 2:  # noqa: PLR2004 - one pair needs no brackets
        return total(parts)
    pairs = [total(parts[at : at + 2]) for at in range(0, len(parts), 2)]
    return total([exp.paren(pair, copy=False) if isinstance(pair, exp.Add) else pair for pair in pairs])


def every(parts: Iterable[Expr]) -> Expr:
    """All of them are true."""
    left = [part for part in parts if not is_true(part)]
    if any(is_false(part) for part in left):
        return FALSE
    return _joined(exp.And, left) if left else TRUE


def some(parts: Iterable[Expr]) -> Expr:
    """At least one of them is true."""
    left = [part for part in parts if not is_false(part)]
    if any(is_true(part) for part in left):
        return TRUE
    return _joined(exp.Or, left) if left else FALSE


def is_true(part: Expr) -> bool:
    """Whether an expression is the constant TRUE."""
    return isinstance(part, exp.Boolean) and bool(part.this)


def is_false(part: Expr) -> bool:
    """Whether an expression is the constant FALSE."""
    return isinstance(part, exp.Boolean) and not part.this


def times(*factors: Expr) -> Expr:
    """The product; a factor of 1 is left out, and whole numbers are multiplied here."""
    numbers = [int(factor.this) for factor in factors if _is_whole(factor)]
    others = [factor for factor in factors if not _is_whole(factor) and factor != real(1)]
    product = whole(prod(numbers))
    return _joined(exp.Mul, others if others and product == whole(1) else [product, *others])


def _is_whole(value: Expr) -> bool:
    return isinstance(value, exp.Literal) and value.this.isdecimal()


def minus(value: Expr, less: Expr) -> Expr:
    """A difference of two columns or numbers, in brackets."""
    return exp.paren(exp.Sub(this=value, expression=less), copy=False)


def over(value: Expr, divisor: Expr) -> Expr:
    """A division."""
    return exp.Div(this=_within(value, exp.Div), expression=_within(divisor, exp.Neg))


def _joined(kind: type[exp.Binary], parts: Sequence[Expr]) -> Expr:
    """`a + b + c`, each part in brackets where it needs them."""
    wrapped = [_within(part, kind) for part in parts]
    return reduce(lambda left, right: kind(this=left, expression=right), wrapped)


_LOOSEST_FIRST: tuple[tuple[type[Expr], ...], ...] = (
    (exp.Or,),
    (exp.And,),
    (exp.Not,),
    (exp.Predicate, exp.Is),
    (exp.Add, exp.Sub),
    (exp.Mul, exp.Div),
    (exp.Neg, exp.BitwiseAnd),
)


def _bond(kind: type[Expr]) -> int:
    """How tightly an operator binds; what is no operator binds tightest."""
    return next((place for place, kinds in enumerate(_LOOSEST_FIRST) if issubclass(kind, kinds)), len(_LOOSEST_FIRST))


def _within(part: Expr, kind: type[Expr]) -> Expr:
    """A part beside an operator, in brackets if the operator could take a piece of it."""
    return exp.paren(part, copy=False) if _bond(type(part)) < _bond(kind) else part


_OPPOSITE: Mapping[type[Expr], type[exp.Binary]] = {
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
    exp.GTE: exp.LT,
    exp.LT: exp.GTE,
}


def no(part: Expr) -> Expr:
    """It is not true."""
    if isinstance(part, exp.Boolean):
        return FALSE if part.this else TRUE
    if type(part) in _OPPOSITE:
        return _OPPOSITE[type(part)](this=part.this, expression=part.expression)
    if isinstance(part, exp.Not):
        inside: Expr = part.this.unnest()
        return inside
    return exp.Not(this=_within(part, exp.Not))


def choose(*cases: tuple[Expr, Expr], otherwise: Expr) -> Expr:
    """CASE: the value of the first case that is true. Cases that never are, are left out."""
    left = list[tuple[Expr, Expr]]()
    for when, then in cases:
        if is_false(when):
            continue
        if is_true(when):
            otherwise = then
            break
        left.append((when, then))
    if not left:
        return otherwise
    ifs = [exp.If(this=when, true=then) for when, then in left]
    return exp.Case(ifs=ifs) if isinstance(otherwise, exp.Null) else exp.Case(ifs=ifs, default=otherwise)


def by_code(value: Expr, cases: Sequence[tuple[int, Expr]], otherwise: Expr) -> Expr:
    """CASE value WHEN code THEN ...; codes that end like all others are left out."""
    left = [(number, then) for number, then in cases if then != otherwise]
    if not left:
        return otherwise
    ifs = [exp.If(this=whole(number), true=then) for number, then in left]
    return exp.Case(this=value, ifs=ifs, default=otherwise)


def one_of(value: Expr, codes: Sequence[int]) -> Expr:
    """The value is one of these whole numbers."""
    if len(codes) == 1:
        return exp.EQ(this=value, expression=whole(codes[0]))
    return exp.In(this=value, expressions=[whole(number) for number in codes]) if codes else FALSE


def has_bit(value: Expr, bits: int) -> Expr:
    """Whether a whole number has one of these bits."""
    both = exp.paren(exp.BitwiseAnd(this=value, expression=whole(bits)), copy=False)
    return exp.NEQ(this=both, expression=whole(0))


def least(parts: Sequence[Expr]) -> Expr:
    """The least of several values; NULL is passed over."""
    return parts[0] if len(parts) == 1 else exp.Least(this=parts[0], expressions=list(parts[1:]), ignore_nulls=True)


def greatest(parts: Sequence[Expr]) -> Expr:
    """The greatest of several values; NULL is passed over."""
    return parts[0] if len(parts) == 1 else exp.Greatest(this=parts[0], expressions=list(parts[1:]), ignore_nulls=True)


def coalesced(value: Expr, otherwise: Expr) -> Expr:
    """The value, or another where it is NULL."""
    return exp.Coalesce(this=value, expressions=[otherwise])


def not_zero(value: Expr) -> Expr:
    """The value, or NULL where it is 0: nothing is divided by 0."""
    if isinstance(value, exp.Literal) and float(value.this):
        return value
    return exp.Nullif(this=value, expression=whole(0))


def is_null(value: Expr) -> Expr:
    """Whether a value is NULL."""
    return exp.Is(this=value, expression=exp.null())


def at_least(value: Expr, bound: Expr) -> Expr:
    """Value >= bound."""
    return exp.GTE(this=value, expression=bound)


def named(value: Expr, name: str) -> Expr:
    """A value with the name of its column."""
    return exp.alias_(value, name, quoted=True, copy=False)


def equals(value: Expr, number: int) -> Expr:
    """Whether a value is this whole number."""
    return exp.EQ(this=value, expression=whole(number))
