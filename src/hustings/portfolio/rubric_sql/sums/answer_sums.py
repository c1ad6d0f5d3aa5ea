"""The sums of an area over what answers are worth, looked up by code (see `area_sums`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from hustings.pack.model import Domain, Item, Kind
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.answer_lists import ByValue
from hustings.portfolio.rubric_sql.items.own_values import End, choice_values
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, greatest, minus, times, total, whole
from hustings.portfolio.rubric_sql.sums.area_sums import AreaSums, whole_weights
from hustings.portfolio.rubric_sql.sums.field_columns import Field, field_columns, fields_fit
from hustings.portfolio.rubric_sql.sums.sum_columns import can_be_summed, summed

VALUE, COUNTING, KNOWN = "value", "counting", "known"


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
        """The highest exposure; what does not count is 0."""
        exposures, parts = domain.of_kind("exposure"), self.whens.applies.scales[domain.id].parts
        if self._fields(domain, "exposure") is None:
            return self.otherwise.worst(domain, end)
        adds = _times_value(Fraction(parts), unknown=0 if end == "hi" else parts)
        return greatest([summed(self.whens, {item.question: adds}) for item in exposures])

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
    values = {name: _times_value(Fraction(weight * parts)) for name, weight in weights.items()}
    return [
        Field(VALUE, parts * most, values),
        Field(COUNTING, most, {name: _always(weight) for name, weight in weights.items()}),
        Field(KNOWN, most, {name: _if_known(weight) for name, weight in weights.items()}),
    ]


def _whole(items: Sequence[Item], parts: int) -> bool:
    """Whether every value is a whole number of parts."""
    return all((value * parts).denominator == 1 for item in items for value in choice_values(item))


def _always(weight: int) -> ByValue:
    return lambda _: weight


def _if_known(weight: int) -> ByValue:
    return lambda value: 0 if value is None else weight


def _times_value(weight: Fraction, unknown: int = 0) -> ByValue:
    return lambda value: unknown if value is None else int(weight * value)
