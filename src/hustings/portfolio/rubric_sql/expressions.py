"""Parts of SQL expressions that the rubric's query is put together from.

Names are always quoted and numbers are always literals that were made here, so no text of a pack becomes SQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import reduce

from sqlglot import exp

Expr = exp.Expr
TRUE, FALSE, NULL = exp.true(), exp.false(), exp.null()


def col(name: str, table: str | None = None) -> exp.Column:
    """A column by its name, quoted."""
    return exp.column(name, table=table, quoted=True)


def whole(number: int) -> Expr:
    """A whole number."""
    literal = exp.Literal.number(abs(number))
    return exp.Neg(this=literal) if number < 0 else literal


def real(number: Fraction | float) -> Expr:
    """A number as a double: a bare 0.5 would be a decimal, which is slower and rounds."""
    return as_real(exp.Literal.number(repr(float(number))))


def as_real(value: Expr) -> Expr:
    """A value as a double."""
    return exp.Cast(this=value, to=exp.DataType.build("double"))


def total(parts: Sequence[Expr]) -> Expr:
    """The sum; 0 of nothing."""
    return _joined(exp.Add, parts) if parts else whole(0)


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


def _joined(kind: type[exp.Binary], parts: Sequence[Expr]) -> Expr:
    """`a + b + c`, each part in brackets where it needs them."""
    wrapped = [part if _needs_no_brackets(part) else exp.paren(part, copy=False) for part in parts]
    return reduce(lambda left, right: kind(this=left, expression=right), wrapped)


def _needs_no_brackets(part: Expr) -> bool:
    """Whether no operator beside a part could take a piece of it. (To sqlglot, AND and OR are functions too.)"""
    return isinstance(part, exp.Column | exp.Literal | exp.Paren | exp.Boolean | exp.Func) and not isinstance(
        part, exp.Connector
    )


def no(part: Expr) -> Expr:
    """It is not true."""
    if isinstance(part, exp.Boolean):
        return FALSE if part.this else TRUE
    return exp.Not(this=exp.paren(part, copy=False))


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


def is_null(value: Expr) -> Expr:
    """Whether a value is NULL."""
    return exp.Is(this=value, expression=exp.null())


def at_least(value: Expr, bound: Expr) -> Expr:
    """Value >= bound."""
    return exp.GTE(this=value, expression=bound)


def named(value: Expr, name: str) -> Expr:
    """A value with the name of its column."""
    return exp.alias_(value, name, quoted=True, copy=False)
