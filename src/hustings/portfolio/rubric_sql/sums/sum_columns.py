"""Sums over items of what each adds to them, as SQL: whole numbers that are looked up by the items' answers.

Whether items apply is considered once for all with the same condition, and once for all follow-ups of the same parent:
what they add is summed first, and multiplied by 1 where they apply, else by 0. For tables without votes, in which a
follow-up is opened by one answer (method.md 1.5, rulings 2 and 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sqlglot import exp

from hustings.answers.applicability import opening
from hustings.frozen_records import dataclass as frozen
from hustings.pack.conditions import Condition
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.answer_lists import ByValue, by_answer, has_list
from hustings.portfolio.rubric_sql.query_parts.bits import looked_up
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, code_of, times, total_in_pairs, whole
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at


@frozen(frozen=True, slots=True)
class _Sum:
    """A whole number, expressions that are added to it, and lists by the code of a question, in one for each."""

    fixed: int = 0
    parts: tuple[Expr, ...] = ()
    lists: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def __add__(self, other: _Sum) -> _Sum:
        lists = {**self.lists, **other.lists}
        for name in self.lists.keys() & other.lists.keys():
            lists[name] = [one + more for one, more in zip(self.lists[name], other.lists[name], strict=True)]
        return _Sum(self.fixed + other.fixed, self.parts + other.parts, lists)

    @property
    def varying(self) -> _Sum:
        """The same without the whole number."""
        return _Sum(0, self.parts, self.lists)

    def times(self, factor: Expr) -> _Sum:
        """As often as a factor says, which is 0 or 1."""
        if factor == whole(0) or self == _Sum():
            return _Sum()
        return self if factor == whole(1) else _Sum(0, (times(factor, self.expression()),))

    def expression(self) -> Expr:
        fixed = [whole(self.fixed)] if self.fixed else []
        lists = (looked_up(code_of(name), its) for name, its in self.lists.items())
        return total_in_pairs([*fixed, *self.parts, *lists])


def summed(whens: WhenColumns, adds: Mapping[str, ByValue]) -> Expr:
    """The sum over items of the whole number that each adds by its value; one that does not count adds 0."""
    tree = _Tree(whens, adds, _children(whens.applies.pack, adds))
    return tree.under(tree.children.get(None, ()), tree.asked, tree.perhaps).expression()


def can_be_summed(pack: Pack, names: Iterable[str]) -> bool:
    """Whether the answers of items, and of those that they follow, can be looked up."""
    return all(has_list(pack.items[name], pack.questions[name]) for one in names for name in _line(pack, one))


def _line(pack: Pack, name: str) -> list[str]:
    """An item, its parent, the parent of that, and so on."""
    line, follows = [name], pack.questions[name].follows
    while follows is not None:
        line.append(follows.question)
        follows = pack.questions[follows.question].follows
    return line


def _children(pack: Pack, adds: Iterable[str]) -> dict[str | None, list[str]]:
    """By item those of its follow-ups that add something, or lead to one that does; by None those that follow none."""
    children = dict[str | None, dict[str, None]]()
    for name in adds:
        line = _line(pack, name)
        for child, parent in zip(line, [*line[1:], None], strict=True):
            children.setdefault(parent, {})[child] = None
    return {parent: list(names) for parent, names in children.items()}


@dataclass(slots=True)
class _Tree:
    """Items and their follow-ups: what they add in each situation.

    `asked`: it applies. `perhaps`: its condition is open. `unknown`: so is that of its parent, or the parent's answer.
    `implied`: its parent is below the level that opens it.
    """

    whens: WhenColumns
    adds: Mapping[str, ByValue]
    children: Mapping[str | None, Sequence[str]]

    def under(self, names: Iterable[str], inside: Callable[[str], _Sum], perhaps: Callable[[str], _Sum]) -> _Sum:
        """What items add: `inside` where their conditions are true, `perhaps` where they are open."""
        pack, by_when = self.whens.applies.pack, dict[Condition | None, list[str]]()
        for name in names:
            by_when.setdefault(pack.questions[name].when, []).append(name)
        whole_sum = _Sum()
        for those in by_when.values():
            true, is_open = self.whens.either(pack.questions[those[0]])
            if_open = sum(map(perhaps, those), _Sum())
            if (listed := self.whens.open_by_code(pack.questions[those[0]])) is not None:
                fact, ones = listed
                whole_sum += _Sum(lists={fact: [one * if_open.fixed for one in ones]} if if_open.fixed else {})
                if_open = if_open.varying
            whole_sum += sum(map(inside, those), _Sum()).times(true) + if_open.times(is_open)
        return whole_sum

    def asked(self, name: str) -> _Sum:
        """By its own answer, which decides about its follow-ups too."""
        below, own = self._below(name), self.adds.get(name, _nothing)
        sum_ = self._by_answer(name, lambda value: own(value) + sum(one.at(value).fixed for one in below))
        return sum((self._opened(name, one, outcome) for one in below for outcome in one.outcomes), sum_)

    def _opened(self, name: str, below: _Below, outcome: _Sum) -> _Sum:
        """What is not the same in every assessment of an outcome of follow-ups, where this is the outcome."""
        if outcome.varying == _Sum():
            return _Sum()
        its = self._by_answer(name, lambda value: int(below.at(value) is outcome))
        return outcome.varying.times(its.expression())

    def perhaps(self, name: str) -> _Sum:
        """As if unknown, unless it is marked as not applicable."""
        sum_ = self.unknown(name)
        if not self.whens.applies.pack.questions[name].na:
            return sum_
        return sum_.times(self._by_answer(name, lambda _: 1).expression())

    def unknown(self, name: str) -> _Sum:
        """As if not known, and so with all below it."""
        return _Sum(self.adds.get(name, _nothing)(None)) + self.under(
            self.children.get(name, ()), self.unknown, self.unknown
        )

    def implied(self, name: str) -> _Sum:
        """As if its answer were worth 0, and so with all below it."""
        children = self.children.get(name, ())
        return _Sum(self.adds.get(name, _nothing)(Fraction())) + self.under(children, self.implied, self.unknown)

    def _below(self, name: str) -> list[_Below]:
        """The follow-ups of an item, by the level that opens them."""
        pack, by_level = self.whens.applies.pack, dict[Fraction, list[str]]()
        for child in self.children.get(name, ()):
            by_level.setdefault(opening(pack, pack.questions[child]), []).append(child)
        return [
            _Below(
                level,
                self.under(those, self.asked, self.perhaps),
                self.under(those, self.implied, self.unknown),
                self.under(those, self.unknown, self.unknown),
            )
            for level, those in by_level.items()
        ]

    def _by_answer(self, name: str, of: ByValue) -> _Sum:
        pack = self.whens.applies.pack
        found = by_answer(pack.items[name], pack.questions[name], of)
        if isinstance(found, exp.Literal):
            return _Sum(int(found.this))
        found.add_comments([f" {written_at(pack, pack.items[name].place)} "])
        return _Sum(0, (found,))


@frozen(frozen=True, slots=True)
class _Below:
    """What the follow-ups that open at one level add: if they are open, if they are not, and if nobody knows."""

    level: Fraction
    opened: _Sum
    implied: _Sum
    unknown: _Sum

    @property
    def outcomes(self) -> tuple[_Sum, _Sum, _Sum]:
        """What they add in each of the three."""
        return (self.opened, self.implied, self.unknown)

    def at(self, value: Fraction | None) -> _Sum:
        """What they add while their parent has a value, or None if that is not known."""
        return self.unknown if value is None else self.opened if value >= self.level else self.implied


def _nothing(_: Fraction | None) -> int:
    return 0
