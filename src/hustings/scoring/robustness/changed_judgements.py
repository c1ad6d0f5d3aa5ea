"""One judgement changed at a time: each weight, each parameter, the two middle values of the ladder (method.md 1.2).

Exact: a change that puts the index on the edge of a band is reported as such. Gates stay as they are, since none of
these changes moves an answer across a level (1.5, rulings 9 and 21).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Band, Domain, Item, Pack, Parameter, Rubric
from hustings.scoring.gates import Judged, fails
from hustings.scoring.items import ONE, derived, sheet
from hustings.scoring.readiness import as_scored, blended, components, figures
from hustings.scoring.result import Result

Subject = Literal["domain", "exposure", "control", "alpha", "t0", "lambda", "ladder"]
FACTORS = (Fraction(1, 2), Fraction(2))
STEP = Fraction(1, 5)
"""By how much alpha, T0 and lambda are moved, up and down."""
LEAST_T0 = Fraction(1, 100)
VALUE_STEP = Fraction(1, 10)
PARTLY, LARGELY = Fraction(3, 10), Fraction(7, 10)
LADDER = frozenset((Fraction(), PARTLY, LARGELY, ONE))
"""The values of the default scale."""


@dataclass(frozen=True, slots=True)
class JudgementChange:
    """One judgement changed, everything else as it is, with the index (0 to 100) and the band that follow.

    `name`: the id of the domain or question; of a value of the ladder, that value. `was` and `becomes`: the weight,
    the parameter or the value.
    """

    subject: Subject
    name: str
    was: Fraction
    becomes: Fraction
    index: Fraction
    band: Band


@dataclass(frozen=True, slots=True)
class ScoredParts:
    """A result taken apart: values as scored, gates that fail, r of each domain that counts."""

    pack: Pack
    values: Judged
    failed: tuple[str, ...]
    readiness: Mapping[str, Fraction]

    @property
    def caps(self) -> list[Fraction]:
        """The caps of the index that hold."""
        return [gate.cap for gate in self.pack.rubric.gates if gate.scope == "index" and gate.id in self.failed]

    def ready(self, rubric: Rubric, domain: Domain) -> Fraction | None:
        """Readiness of a domain under a rubric; None if no control applies."""
        one = figures(domain, rubric, self.values, [gate for gate in rubric.gates if gate.id in self.failed])
        return None if one is None else one.readiness


def scored_parts(result: Result) -> ScoredParts:
    """A result, taken apart."""
    pack = result.pack
    lo, pt, _ = components(derived(sheet(pack, result.answers)))
    failed = tuple(gate.id for gate in pack.rubric.gates if fails(pack, gate, lo))
    readiness = {domain.domain.id: domain.readiness.pt for domain in result.domains if domain.counts}
    return ScoredParts(pack, pt, failed, readiness)


def judgement_changes(result: Result) -> Iterator[JudgementChange]:
    """Every change that is tried, in the order of the rubric: weights, parameters, values of the ladder."""
    parts = scored_parts(result)
    for domain in result.pack.rubric.domains:
        yield from _domain_weight(parts, domain)
        for item in domain.items:
            yield from _item_weight(parts, domain, item)
    yield from _parameters(parts)
    yield from _ladder(result)


def _domain_weight(parts: ScoredParts, domain: Domain) -> Iterator[JudgementChange]:
    rubric = parts.pack.rubric
    for factor in FACTORS if domain.id in parts.readiness else ():
        heavier = _with_domain(rubric, replace(domain, weight=domain.weight * factor))
        index = _index(parts, heavier, ())
        yield JudgementChange("domain", domain.id, domain.weight, domain.weight * factor, index, rubric.band(index))


def _item_weight(parts: ScoredParts, domain: Domain, item: Item) -> Iterator[JudgementChange]:
    """An item's weight; it moves its own domain only."""
    counts = item.question in parts.values and domain.id in parts.readiness
    for weight in [item.weight * factor for factor in FACTORS] if counts else ():
        items = tuple(replace(one, weight=weight) if one is item else one for one in domain.items)
        index = _index(parts, _with_domain(parts.pack.rubric, replace(domain, items=items)), (domain.id,))
        yield JudgementChange(item.kind, item.question, item.weight, weight, index, parts.pack.rubric.band(index))


def _with_domain(rubric: Rubric, domain: Domain) -> Rubric:
    return replace(rubric, domains=tuple(domain if one.id == domain.id else one for one in rubric.domains))


def _parameters(parts: ScoredParts) -> Iterator[JudgementChange]:
    rubric = parts.pack.rubric
    for alpha in _moved(rubric.alpha):
        yield _parameter(parts, "alpha", rubric.alpha, replace(rubric, alpha=alpha))
    for t0 in _moved(rubric.t0, LEAST_T0):
        yield _parameter(parts, "t0", rubric.t0, replace(rubric, t0=t0))
    for lambda_ in _moved(rubric.lambda_):
        yield _parameter(parts, "lambda", rubric.lambda_, replace(rubric, lambda_=lambda_))


def _moved(parameter: Parameter, least: Fraction = Fraction()) -> Iterator[Parameter]:
    """A parameter moved down and up, as far as it may go; T0 stays above 0."""
    for step in (-STEP, STEP):
        value = min(max(parameter.value + step, least), ONE)
        if value != parameter.value:
            yield replace(parameter, value=value)


def _parameter(parts: ScoredParts, subject: Subject, was: Parameter, rubric: Rubric) -> JudgementChange:
    index = _index(parts, rubric, parts.readiness)
    becomes = {"alpha": rubric.alpha, "t0": rubric.t0, "lambda": rubric.lambda_}[subject].value
    return JudgementChange(subject, subject, was.value, becomes, index, rubric.band(index))


def _index(parts: ScoredParts, rubric: Rubric, touched: Collection[str]) -> Fraction:
    """The index under another rubric; only `touched` domains are worked out again."""
    again = {domain.id: parts.ready(rubric, domain) for domain in rubric.domains if domain.id in touched}
    readiness = {**parts.readiness, **{name: ready for name, ready in again.items() if ready is not None}}
    return min([blended(rubric, readiness), *parts.caps])


def _ladder(result: Result) -> Iterator[JudgementChange]:
    """The two middle values of the default scale, for all controls on it together; levels move with them."""
    for value in (PARTLY, LARGELY):
        for becomes in (value - VALUE_STEP, value + VALUE_STEP):
            other = _with_ladder(result.pack, value, becomes)
            index = as_scored(other, derived(sheet(other, result.answers))).index
            yield JudgementChange("ladder", str(float(value)), value, becomes, index, result.pack.rubric.band(index))


def _with_ladder(pack: Pack, value: Fraction, becomes: Fraction) -> Pack:
    items = {name: _with_value(item, value, becomes) for name, item in pack.items.items()}
    domains = tuple(
        replace(domain, items=tuple(items[item.question] for item in domain.items)) for domain in pack.rubric.domains
    )
    return replace(pack, rubric=replace(pack.rubric, domains=domains), items=items)


def _with_value(item: Item, value: Fraction, becomes: Fraction) -> Item:
    if item.kind != "control" or not isinstance(item.values, OptionValues) or not _on_ladder(item.values):
        return item
    moved = ((choice, becomes if worth == value else worth) for choice, worth in item.values.options)
    return replace(item, values=OptionValues(tuple(moved)))


def _on_ladder(values: OptionValues) -> bool:
    """Whether choices are worth what those of the default scale are; several may be worth the same."""
    return {worth for _, worth in values.options} == LADDER
