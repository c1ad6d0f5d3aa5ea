"""Conditions on answers, as SQL: three-valued, over every answer that is still possible (method.md 1.5, rulings 2, 4).

The clauses of a condition that ask one question turn out together in a few `ways`, each a tuple of truths. A column
holds the ways that an assessment's answer still allows, one bit each; the condition is true when no combination of
allowed ways makes it false.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from sqlglot import exp

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.condition_truth import every_value, judge
from hustings.pack.conditions import AllOf, AnyOf, Clause, Comparison, Condition, Contains, Not, OneOf, clauses, holds
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    Expr,
    by_code,
    choose,
    every,
    has_bit,
    no,
    some,
    whole,
)
from hustings.portfolio.tables.assessment_table import code as code_of
from hustings.portfolio.tables.assessment_table import decimal_text
from hustings.problems import InputError

MOST_COMBINATIONS = 4096
Way = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The clauses of one condition that ask one question, and the ways in which they can turn out together.

    `open`: the ways of every answer; the last of `ways` is that of a question that does not apply: nothing is true.
    """

    question: Question
    clauses: tuple[Clause, ...]
    ways: tuple[Way, ...]

    @property
    def out(self) -> int:
        """The bit of a question that does not apply."""
        return 1 << self.ways.index((False,) * len(self.clauses))

    def open(self, pack: Pack, *, may_be_out: bool) -> int:
        """The bits of every answer that is possible."""
        values = every_value(self.question, self.clauses)
        bits = self.out if may_be_out else 0
        for value in values:
            bits |= 1 << self.ways.index(_way(pack, self.clauses, value))
        return bits

    def of_choice(self, pack: Pack, choice: str) -> int:
        """The bit of a choice of the question."""
        return 1 << self.ways.index(_way(pack, self.clauses, choice))

    def of_ticks(self, pack: Pack, ticked: tuple[str, ...]) -> int:
        """The bit of choices that are ticked; 0 if nobody can tick them together."""
        way = _way(pack, self.clauses, ticked)
        return 1 << self.ways.index(way) if way in self.ways else 0

    def of_answer(self, pack: Pack, code: Expr, number: Expr) -> Expr:
        """The bit of an answer with this code, or this number."""
        if self.question.type in ("yes_no", "select_one"):
            cases = [
                (code_of(self.question, choice.id), whole(self.of_choice(pack, choice.id)))
                for choice in self.question.choices
            ]
            return by_code(code, cases[:-1], cases[-1][1])
        truths = [_truth(self.question, clause, code, number) for clause in self.clauses]
        cases_ = [
            (every(truth if is_so else no(truth) for truth, is_so in zip(truths, way, strict=True)), whole(1 << bit))
            for bit, way in enumerate(self.ways)
        ]
        return choose(*cases_[:-1], otherwise=cases_[-1][1])


def ways(pack: Pack, condition: Condition) -> tuple[Ways, ...]:
    """The questions of a condition with the ways of their clauses. `InputError` for one that no table can answer."""
    parts = dict[str, dict[Clause, None]]()
    for clause in clauses(condition):
        parts.setdefault(clause.question, {})[clause] = None
    groups = tuple(_ways(pack, pack.questions[name], tuple(own)) for name, own in parts.items())
    if prod(len(group.ways) for group in groups) > MOST_COMBINATIONS:
        raise InputError(
            say("A condition on `{question}` is too long for a query.", question=groups[0].question.id),
            say("Ask for less at once."),
        )
    return groups


def _ways(pack: Pack, question: Question, own: tuple[Clause, ...]) -> Ways:
    found = dict.fromkeys(_way(pack, own, value) for value in every_value(question, own))
    return Ways(question, own, tuple(dict.fromkeys((*found, (False,) * len(own)))))


def _way(pack: Pack, parts: Sequence[Clause], value: object) -> Way:
    return tuple(judge(pack, part, value) for part in parts)  # type: ignore[arg-type]  # an answer, or None


def _truth(question: Question, clause: Clause, code: Expr, number: Expr) -> Expr:
    match clause:
        case Contains(choice=choice):
            ids = [one.id for one in question.choices]
            return has_bit(code, 1 << ids.index(choice)) if choice in ids else FALSE
        case Comparison(order=order, level=level):
            kind = {">=": exp.GTE, "<=": exp.LTE, ">": exp.GT, "<": exp.LT}[order]
            return kind(
                this=number, expression=exp.cast(exp.Literal.string(decimal_text(Fraction(level))), "decimal(24, 12)")
            )
        case _:  # the checks let nobody compare a number or a list with choices
            return FALSE


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition can be true, and whether it can be false, for the answers that are still possible."""

    can_be_true: Expr
    can_be_false: Expr


def verdict(condition: Condition, groups: Sequence[Ways], allowed: Mapping[str, Expr]) -> Verdict:
    """Judge a condition; `allowed`: by question, the column with the bits of the ways that are still possible."""
    if all(len(group.clauses) == 1 for group in groups):
        return _each_asked_once(condition, {group.clauses[0]: group for group in groups}, allowed)
    true, false = list[Expr](), list[Expr]()
    for combination in product(*(enumerate(group.ways) for group in groups)):
        truths = {
            clause: is_so
            for group, (_, way) in zip(groups, combination, strict=True)
            for clause, is_so in zip(group.clauses, way, strict=True)
        }
        possible = every(
            has_bit(allowed[group.question.id], 1 << bit) for group, (bit, _) in zip(groups, combination, strict=True)
        )
        (true if holds(condition, truths.__getitem__) else false).append(possible)
    return Verdict(some(true), some(false))


def _each_asked_once(condition: Condition, by_clause: Mapping[Clause, Ways], allowed: Mapping[str, Expr]) -> Verdict:
    """Where no question is asked twice, parts do not hang together, so each can be judged alone."""
    match condition:
        case Not(part):
            inner = _each_asked_once(part, by_clause, allowed)
            return Verdict(inner.can_be_false, inner.can_be_true)
        case AllOf(parts):
            inside = [_each_asked_once(part, by_clause, allowed) for part in parts]
            return Verdict(every(one.can_be_true for one in inside), some(one.can_be_false for one in inside))
        case AnyOf(parts):
            inside = [_each_asked_once(part, by_clause, allowed) for part in parts]
            return Verdict(some(one.can_be_true for one in inside), every(one.can_be_false for one in inside))
        case OneOf() | Contains() | Comparison():
            group = by_clause[condition]
            bits = {
                is_so: sum(1 << bit for bit, way in enumerate(group.ways) if way == (is_so,)) for is_so in (True, False)
            }
            column = allowed[group.question.id]
            return Verdict(*(has_bit(column, bits[is_so]) if bits[is_so] else FALSE for is_so in (True, False)))
