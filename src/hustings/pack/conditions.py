"""The one small language of packs: `when`, gates and follow-ups.

Written as `and or not`, comparison, `in`, question ids and literals; parsed with Python's `ast` and never
evaluated as Python. The left side of a comparison is a question, the right side a choice or a number:

    uses_ai == yes and channels_paid >= some
    region in [us, uk]          texts in channels          staff > 10

Truth has three values. A question without a settled answer still has several possible ones, and a condition
is unknown while they disagree (method.md 1.5, rulings 2 and 4). A clause on a question that does not apply is false.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Literal, assert_never

from hustings.frozen_records import dataclass
from hustings.messages import say

MOST_QUESTIONS = 6
MOST_CLAUSES = 12
MOST_CHARACTERS = 2000
MOST_DEPTH = 20
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
Order = Literal[">=", "<=", ">", "<"]
Level = str | Fraction


@dataclass(frozen=True, slots=True)
class OneOf:
    """The answer to a question is one of these choices: `region in [us, uk]`, `uses_ai == yes`."""

    question: str
    choices: tuple[str, ...]
    column: int = 0


@dataclass(frozen=True, slots=True)
class Contains:
    """A choice is ticked: `texts in channels`."""

    question: str
    choice: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """An answer stands at, above or below a level: `voice_online >= some`, `staff > 10`."""

    question: str
    order: Order
    level: Level
    column: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """True where its part is false."""

    part: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """True where every part is true (`and`)."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True where at least one part is true (`or`)."""

    parts: tuple[Condition, ...]


Clause = OneOf | Contains | Comparison
Condition = Clause | Not | AllOf | AnyOf


class ConditionError(Exception):
    """A condition that cannot be read: what, the column in the text (from 0), and a hint."""

    def __init__(self, what: str, column: int = 0, hint: str = "") -> None:
        super().__init__(what)
        self.what, self.column, self.hint = what, column, hint


def parse(text: str) -> Condition:
    """Read a condition; raises `ConditionError` with the column inside `text` (surrounding blanks stripped)."""
    text = text.strip()
    if len(text) > MOST_CHARACTERS:
        raise ConditionError(
            say("the condition is longer than {most_characters} characters", most_characters=MOST_CHARACTERS),
            0,
            say("Ask for less at once."),
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's opinion of `1in x` is of no use to an author
            tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as wrong:
        raise _unreadable(text, wrong) from None
    if _deep(tree):
        raise ConditionError(say("the condition is nested too deeply"), 0, say("Take out brackets and `not`."))
    return _condition(tree, text)


def _unreadable(text: str, wrong: Exception) -> ConditionError:
    from hustings.pack.source.invisible_characters import INVISIBLE, said  # noqa: PLC0415 - for mistakes only

    if unseen := INVISIBLE.search(text):
        what, hint = said(unseen[0])
        return ConditionError(what, unseen.start(), hint)
    column = max((getattr(wrong, "offset", None) or 1) - 1, 0)
    return ConditionError(
        say("the condition `{text}` cannot be read", text=text),
        min(column, max(len(text) - 1, 0)),
        say("Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."),
    )


def _deep(tree: ast.AST) -> bool:
    level = [tree]
    for _ in range(MOST_DEPTH):
        level = [inner for node in level for inner in ast.iter_child_nodes(node)]
    return bool(level)


def _column(node: ast.expr, text: str) -> int:
    """Character column: ast counts UTF-8 bytes, line by line."""
    lines = text.encode().splitlines(keepends=True)
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    return len(before.decode(errors="ignore"))


def _written(node: ast.expr, text: str) -> str:
    """What the author wrote there, shortened."""
    source = ast.get_source_segment(text, node) or text
    return source if len(source) <= 40 else source[:39] + "…"  # noqa: PLR2004 - enough to recognise it


def _condition(node: ast.expr, text: str) -> Condition:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return AllOf(tuple(_condition(value, text) for value in values))
        case ast.BoolOp(values=values):
            return AnyOf(tuple(_condition(value, text) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_condition(operand, text))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _comparison(left, op, right, text)
        case ast.Compare():
            raise ConditionError(
                say("compare one pair at a time"), _column(node, text), say("Join two comparisons with `and`.")
            )
        case _:
            raise ConditionError(
                say("`{written}` is not a comparison", written=_written(node, text)),
                _column(node, text),
                say("Say what the answer should be, as in `uses_ai == yes`."),
            )


def _comparison(left: ast.expr, op: ast.cmpop, right: ast.expr, text: str) -> Condition:
    column = _column(left, text)
    match op, right:
        case ((ast.In() | ast.NotIn()), (ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.Set(elts=elts))):
            condition: Condition = OneOf(_name(left, text), _choices(elts, right, text), column)
        case ((ast.In() | ast.NotIn()), _):
            condition = Contains(_name(right, text), _choice(left, text), _column(right, text))
        case ((ast.Eq() | ast.NotEq()), _):
            condition = OneOf(_name(left, text), (_choice(right, text),), column)
        case _:
            return Comparison(_name(left, text), _order(op, left, text), _level(right, text), column)
    return Not(condition) if isinstance(op, ast.NotIn | ast.NotEq) else condition


def _choices(elements: Sequence[ast.expr], around: ast.expr, text: str) -> tuple[str, ...]:
    if not elements:
        raise ConditionError(
            say("the list of choices is empty"), _column(around, text), say("Name at least one choice.")
        )
    return tuple(_choice(element, text) for element in elements)


_ORDERS: Mapping[type[ast.cmpop], Order] = {ast.GtE: ">=", ast.LtE: "<=", ast.Gt: ">", ast.Lt: "<"}


def _order(op: ast.cmpop, left: ast.expr, text: str) -> Order:
    if type(op) in _ORDERS:
        return _ORDERS[type(op)]
    raise ConditionError(say("`is` does not compare answers"), _column(left, text), say("Use `==`."))


def _name(node: ast.expr, text: str) -> str:
    if isinstance(node, ast.Name):
        return node.id
    raise ConditionError(
        say("`{written}` is not a question id", written=_written(node, text)),
        _column(node, text),
        say("A question's id stands here."),
    )


def _choice(node: ast.expr, text: str) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=str(name)):
            return name
        case _:
            raise ConditionError(
                say("`{written}` is not a choice", written=_written(node, text)),
                _column(node, text),
                say("A choice's id stands here; numbers are compared with `>=`, `<=`, `>` or `<`."),
            )


def _level(node: ast.expr, text: str) -> Level:
    written = ast.get_source_segment(text, node) or ""
    if NUMBER.fullmatch(written):
        return Fraction(written)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        what = say("`{written}` is not a number we can read", written=_written(node, text))
        raise ConditionError(what, _column(node, text), say("Write it like 10 or 0.5."))
    return _choice(node, text)


def clauses(condition: Condition) -> Iterator[Clause]:
    """Every comparison of a condition, from left to right."""
    match condition:
        case OneOf() | Contains() | Comparison():
            yield condition
        case Not(part):
            yield from clauses(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from clauses(part)
        case _:
            assert_never(condition)


def names(condition: Condition) -> tuple[str, ...]:
    """The questions that a condition asks about, each once, in order."""
    return tuple(dict.fromkeys(clause.question for clause in clauses(condition)))


def negates(condition: Condition) -> bool:
    """Whether `not` (or `!=`, `not in`) occurs: only questions that carry no score may use it."""
    match condition:
        case Not():
            return True
        case AllOf(parts) | AnyOf(parts):
            return any(negates(part) for part in parts)
        case _:
            return False


def holds(condition: Condition, true: Callable[[Clause], bool]) -> bool:
    """Two-valued truth, where `true` judges a single clause."""
    match condition:
        case Not(part):
            return not holds(part, true)
        case AllOf(parts):
            return all(holds(part, true) for part in parts)
        case AnyOf(parts):
            return any(holds(part, true) for part in parts)
        case _:
            return true(condition)


Truths = Mapping[Clause, bool]


def settle(condition: Condition, possible: Callable[[str, Sequence[Clause]], Sequence[Truths]]) -> bool | None:
    """Three-valued truth: None while the answers still possible disagree.

    `possible(question, its clauses)` lists the ways in which that question's clauses can turn out, one
    mapping for each; every combination across questions is tried (at most `MOST_QUESTIONS` of them).
    """
    parts = dict[str, list[Clause]]()
    for clause in clauses(condition):
        parts.setdefault(clause.question, []).append(clause)
    ways = [possible(name, own) for name, own in parts.items()]
    verdicts = (holds(condition, _merged(combination).__getitem__) for combination in product(*ways))
    first = next(verdicts, None)
    return first if all(verdict == first for verdict in verdicts) else None


def _merged(truths: Sequence[Truths]) -> dict[Clause, bool]:
    return {clause: truth for part in truths for clause, truth in part.items()}
