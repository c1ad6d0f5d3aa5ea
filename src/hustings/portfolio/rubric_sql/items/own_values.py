"""What an item's own answer is worth, as SQL: worst, middle and best, in parts of the domain's denominator.

A value v from 0 to 1 stands in the query as v * parts, where `parts` is one whole number for all items of a domain; so
values of choices are whole numbers, their sums are exact, and a level is reached exactly or not at all (method.md 1.2
"Inputs"; 1.5, rulings 5 and 7).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Literal

from sqlglot import exp

from hustings.frozen_records import dataclass
from hustings.pack.item_values import Checklist, OptionValues, Points, WorstOf
from hustings.pack.model import Domain, Item
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    Expr,
    as_real,
    by_code,
    choose,
    code_of,
    has_bit,
    number_of,
    real,
    total,
    whole,
)

End = Literal["lo", "pt", "hi"]
ENDS: tuple[End, ...] = ("lo", "pt", "hi")
MOST_PARTS = 10**9
"""Above it, sums of whole numbers could leave what a double holds exactly; values are doubles then."""
CLOSE = 1e-9
"""How close two doubles are that count as the same, where a value is not a whole number."""

LITTLE = 1e-12
"""How far a value on a line may lie below 0, by the rounding of doubles."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The denominator of a domain's values, and whether every value over it is a whole number."""

    parts: int
    exact: bool

    def of(self, value: Fraction) -> Expr:
        """A value from 0 to 1 as it stands in the query."""
        scaled = value * self.parts
        return whole(int(scaled)) if scaled.denominator == 1 else real(scaled)


def scale(domain: Domain) -> Scale:
    """The least denominator that makes every value of a domain's choices whole."""
    below = [value.denominator for item in domain.items for value in choice_values(item)]
    parts = lcm(*below) if below else 1
    points = any(isinstance(item.values, Points) for item in domain.items)
    return Scale(parts, not points) if parts <= MOST_PARTS else Scale(1, exact=False)


def choice_values(item: Item) -> list[Fraction]:
    """What each choice of an item is worth; nothing for one that asks a number."""
    match item.values:
        case OptionValues(options) | WorstOf(options):
            return [value for _, value in options]
        case Checklist(weights):
            listed = sum((weight for _, weight in weights), Fraction())
            return [weight / listed for _, weight in weights]
        case _:
            return []


def answered_value(item: Item, question: Question, scale: Scale, code: Expr, number: Expr | None = None) -> Expr:
    """The value of an answer with this code, or this number."""
    place = {choice.id: at for at, choice in enumerate(question.choices)}
    match item.values:
        case OptionValues(options):
            cases = [(place[name], scale.of(value)) for name, value in options]
            return by_code(code, cases[:-1], cases[-1][1])
        case Checklist(weights):
            listed = sum((weight for _, weight in weights), Fraction())
            ticked = (
                choose((has_bit(code, 1 << place[name]), scale.of(weight / listed)), otherwise=whole(0))
                for name, weight in weights
            )
            return total(list(ticked))
        case WorstOf(options):
            falling = sorted({value for _, value in options if value > 0}, reverse=True)
            bits = {value: sum(1 << place[name] for name, its in options if its == value) for value in falling}
            cases_ = [(has_bit(code, bits[value]), scale.of(value)) for value in falling]
            return choose(*cases_, otherwise=whole(0))
        case Points(points):
            return _on_lines(points, scale, as_real(number if number is not None else number_of(question.id)))


def answered_or_unknown(item: Item, question: Question, scale: Scale, end: End) -> Expr:
    """The value of an answer, or the worst or best where there is none; for tables without votes."""
    code, unknown = code_of(question.id), unknown_value(item, end, scale)
    if isinstance(item.values, OptionValues):
        place = {choice.id: at for at, choice in enumerate(question.choices)}
        return by_code(code, [(place[name], scale.of(value)) for name, value in item.values.options], unknown)
    known = answered_value(item, question, scale, code)
    return choose((exp.GTE(this=code, expression=whole(0)), known), otherwise=unknown)


def _on_lines(points: tuple[tuple[Fraction, Fraction], ...], scale: Scale, number: Expr) -> Expr:
    """The value at a number on straight lines between points."""
    cases = [(exp.LTE(this=number, expression=real(points[0][0])), real(points[0][1] * scale.parts))]
    for (x0, y0), (x1, y1) in pairwise(points):
        slope = (y1 - y0) / (x1 - x0) * scale.parts
        above = exp.paren(exp.Sub(this=number, expression=real(x0)))
        line = exp.Add(this=real(y0 * scale.parts), expression=exp.Mul(this=real(slope), expression=above))
        cases.append((exp.LTE(this=number, expression=real(x1)), line))
    return choose(*cases, otherwise=real(points[-1][1] * scale.parts))


def reaches(value: Expr, level: Fraction, scale: Scale) -> Expr:
    """Whether a value stands at a level or above."""
    bound = scale.of(level) if scale.exact else real(float(level * scale.parts) * (1 - CLOSE) - LITTLE * scale.parts)
    return exp.GTE(this=value, expression=bound)


def unknown_value(item: Item, end: End, scale: Scale) -> Expr:
    """The worst value at lo and pt, the best at hi (method.md 1.2)."""
    return whole(scale.parts if (item.kind == "exposure") == (end != "hi") else 0)
