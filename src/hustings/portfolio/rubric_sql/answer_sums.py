"""The sums of an area over what answers are worth, looked up by code (see `area_sums`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hustings.pack.item_values import Checklist
from hustings.pack.model import Domain, Item, Kind
from hustings.portfolio.rubric_sql.answer_lists import ByValue
from hustings.portfolio.rubric_sql.area_sums import AreaSums, whole_weights
from hustings.portfolio.rubric_sql.expressions import Expr, minus, times, total, whole
from hustings.portfolio.rubric_sql.field_columns import Field, field_columns, fields_fit
from hustings.portfolio.rubric_sql.heights import Heights
from hustings.portfolio.rubric_sql.own_values import End, choice_values
from hustings.portfolio.rubric_sql.sum_columns import can_be_summed
from hustings.portfolio.rubric_sql.when_columns import WhenColumns

VALUE, COUNTING, KNOWN, HEIGHTS = "value", "counting", "known", "heights"


@dataclass(slots=True)
class AnswerSums:
    """Sums over answers; `otherwise` adds up what cannot be looked up."""

    whens: WhenColumns
    otherwise: AreaSums
    made: dict[tuple[str, Kind], dict[str, Expr] | None] = field(default_factory=dict)

    def values(self, domain: Domain, kind: Kind, end: End) -> Expr:
        """What is known, and as much as it could be of all that is not, where that is how it is scored."""
        if (fields := self._fields(domain, kind)) is None:
            return self.otherwise.values(domain, kind, end)
        if (kind == "exposure") == (end == "hi"):
            return fields[VALUE]
        parts = self.whens.applies.scales[domain.id].parts
        unknown = minus(fields[COUNTING], fields[KNOWN])
        return total([fields[VALUE], times(whole(parts), unknown)])

    def counting(self, domain: Domain, kind: Kind) -> Expr:
        """Of the weights of the items that count."""
        fields = self._fields(domain, kind)
        return self.otherwise.counting(domain, kind) if fields is None else fields[COUNTING]

    def known(self, domain: Domain, kind: Kind) -> Expr:
        """Of the weights of those that count as answered."""
        fields = self._fields(domain, kind)
        return self.otherwise.known(domain, kind) if fields is None else fields[KNOWN]

    def worst(self, domain: Domain, end: End) -> Expr:
        """The highest exposure; at best of those that are known, which may be none."""
        if (fields := self._fields(domain, "exposure")) is None:
            return self.otherwise.worst(domain, end)
        parts = self.whens.applies.scales[domain.id].parts
        return Heights.of(domain.of_kind("exposure")).highest(fields[HEIGHTS], parts, unknown=end != "hi")

    def _fields(self, domain: Domain, kind: Kind) -> dict[str, Expr] | None:
        """The columns of the sums; None if the answers cannot be looked up, or a sum is too large."""
        if (domain.id, kind) not in self.made:
            self.made[domain.id, kind] = self._make(domain, kind)
        return self.made[domain.id, kind]

    def _make(self, domain: Domain, kind: Kind) -> dict[str, Expr] | None:
        items, parts = domain.of_kind(kind), self.whens.applies.scales[domain.id].parts
        fields = _fields(items, parts)
        can_be_summed_ = can_be_summed(self.whens.applies.pack, [item.question for item in items])
        if not (can_be_summed_ and _whole(items, parts) and fields_fit(fields)):
            return None
        note = f"{kind}s of {domain.id}, values in parts of {parts}"
        return field_columns(self.whens, f"{domain.id}__{kind}s", fields, note)


def _fields(items: Sequence[Item], parts: int) -> list[Field]:
    weights = whole_weights(items)
    most = sum(weights.values())
    values = {name: _times_value(weight * parts) for name, weight in weights.items()}
    fields = [
        Field(VALUE, parts * most, values),
        Field(COUNTING, most, {name: _always(weight) for name, weight in weights.items()}),
        Field(KNOWN, most, {name: _if_known(weight) for name, weight in weights.items()}),
    ]
    if items[0].kind == "exposure":
        heights = Heights.of(items)
        fields.append(Field(HEIGHTS, heights.most, dict.fromkeys(weights, heights.adds)))
    return fields


def _whole(items: Sequence[Item], parts: int) -> bool:
    """Whether every value is a whole number of parts, and the highest is that of one choice."""
    return all(
        (value * parts).denominator == 1 and not (item.kind == "exposure" and isinstance(item.values, Checklist))
        for item in items
        for value in choice_values(item)
    )


def _always(weight: int) -> ByValue:
    return lambda _: weight


def _if_known(weight: int) -> ByValue:
    return lambda value: 0 if value is None else weight


def _times_value(weight: int) -> ByValue:
    return lambda value: 0 if value is None else int(weight * value)
