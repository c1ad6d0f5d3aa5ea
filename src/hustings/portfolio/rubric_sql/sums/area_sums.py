"""What an area's figures are made of: sums over its controls, and over its exposures.

`ItemSums` adds up the columns of items. `AnswerSums` adds up what answers are worth without such columns, in a fraction
of the time. It is for tables without votes: there an item that is not known has its worst value at worst and as scored
and its best at best, and any other has one value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd, lcm
from typing import Protocol

from sqlglot import exp

from hustings.pack.model import Domain, Item, Kind
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.items.own_values import End
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    Expr,
    as_one,
    as_real,
    coalesced,
    greatest,
    is_true,
    real,
    times,
    total,
    whole,
)

MOST_WHOLE = 2**31 - 1
"""The most that sums of whole numbers may reach in every engine."""


class AreaSums(Protocol):
    """Sums over an area's controls or exposures; values are in parts of the area's denominator."""

    def values(self, domain: Domain, kind: Kind, end: End) -> Expr:
        """Of weight times value, of the items that count."""

    def counting(self, domain: Domain, kind: Kind) -> Expr:
        """Of the weights of the items that count."""

    def known(self, domain: Domain, kind: Kind) -> Expr:
        """Of the weights of those that count as answered (method.md 1.5, ruling 13)."""

    def worst(self, domain: Domain, end: End) -> Expr:
        """The highest exposure; NULL, or any number, where none counts."""


@dataclass(slots=True)
class ItemSums:
    """Sums over the columns of items."""

    items: ItemColumns

    def values(self, domain: Domain, kind: Kind, end: End) -> Expr:
        """Whole numbers, or doubles where these would overflow."""
        weights, parts = whole_weights(domain.of_kind(kind)), self.items.applies.scales[domain.id].parts
        large = parts * sum(weights.values()) > MOST_WHOLE
        return total([times(whole(weight), self._value(name, end, large=large)) for name, weight in weights.items()])

    def counting(self, domain: Domain, kind: Kind) -> Expr:
        """Of the weights of the items that count."""
        return _weights(whole_weights(domain.of_kind(kind)), self.items.counts)

    def known(self, domain: Domain, kind: Kind) -> Expr:
        """Of the weights of those that count as answered."""
        return _weights(whole_weights(domain.of_kind(kind)), self.items.settled)

    def worst(self, domain: Domain, end: End) -> Expr:
        """The highest exposure, NULL where none counts."""
        return greatest([self.items.values[item.question, end] for item in domain.of_kind("exposure")])

    def _value(self, name: str, end: End, *, large: bool) -> Expr:
        """An item's value, 0 where it does not count. `large`: as a double, since whole numbers would overflow."""
        value = self.items.values[name, end]
        if not is_true(self.items.counts[name]):
            value = coalesced(value, whole(0))
        return as_real(value) if large else value


def whole_weights(items: Sequence[Item]) -> dict[str, int]:
    """The weights of items as the least whole numbers that stand to one another as the weights do."""
    parts = lcm(*(item.weight.denominator for item in items))
    scaled = {item.question: int(item.weight * parts) for item in items}
    shared = gcd(*scaled.values()) or 1
    return {name: weight // shared for name, weight in scaled.items()}


def _weights(weights: Mapping[str, int], when: Mapping[str, Expr]) -> Expr:
    """The sum of the weights of the items of which something is true; as a double where whole numbers overflow."""
    number = real if sum(weights.values()) > MOST_WHOLE else whole
    always = sum(weight for name, weight in weights.items() if is_true(when[name]))
    sometimes = [name for name in weights if not isinstance(when[name], exp.Boolean)]
    heavy = dict[int, list[Expr]]()
    for name in sometimes:
        heavy.setdefault(weights[name], []).append(as_one(when[name]))
    parts = [times(number(weight), total(ones)) for weight, ones in heavy.items()]
    return total([number(always), *parts] if always or not parts else parts)
