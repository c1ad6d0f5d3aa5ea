"""The readiness scheme: values to index (method.md 1.2 "Formulas").

`evaluate` is one evaluation; a result needs three (worst, as scored, best). Values and the values that gates are judged
on are given apart, because R as scored judges its gates on worst values (1.5, ruling 8). Where only a few values
change, `incremental` applies the same formulas to what they touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import mul

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Domain, Gate, Item, Pack, Rubric
from hustings.problems import InputError
from hustings.scoring.gates import Judged, fails
from hustings.scoring.items import ONE, Values

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class DomainFigures:
    """One domain in one evaluation: X, M, T, r before and after domain caps, rho, and the gates that lowered r."""

    exposure: Fraction
    maturity: Fraction
    required: Fraction
    raw: Fraction
    readiness: Fraction
    residual: Fraction
    capped_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The index in one evaluation, before (`raw`) and after overall caps, and its domains (those that count)."""

    index: Fraction
    raw: Fraction
    domains: Mapping[str, DomainFigures]
    capped_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluations:
    """The three evaluations of a result: at worst, as scored and at best (method.md 1.3)."""

    lo: Evaluation
    pt: Evaluation
    hi: Evaluation


def evaluate(pack: Pack, values: Judged, judged: Judged) -> Evaluation:
    """Score one set of values. Raises `InputError` when no domain has a control that applies."""
    rubric = pack.rubric
    failed = [gate for gate in rubric.gates if fails(pack, gate, judged)]
    by_domain = {d.id: figures(d, rubric, values, failed) for d in rubric.domains}
    domains = {name: one for name, one in by_domain.items() if one is not None}
    raw = blended(rubric, {name: one.readiness for name, one in domains.items()})
    overall = [gate for gate in failed if gate.scope == "index"]
    index = min([raw, *(gate.cap for gate in overall)])
    return Evaluation(index, raw, domains, tuple(gate.id for gate in overall if gate.cap < raw))


def blended(rubric: Rubric, readiness: Mapping[str, Fraction]) -> Fraction:
    """R0, 0 to 100: the weighted average of the domains that count, blended with the weakest of them."""
    if not readiness:
        raise InputError(
            say("Nothing in this assessment applies, so there is no score."), say("Review what does not apply.")
        )
    counted = [domain for domain in rubric.domains if domain.id in readiness]
    weights, values = [domain.weight for domain in counted], [readiness[domain.id] for domain in counted]
    return HUNDRED * _leaning(rubric.lambda_.value, weights, values, min)


def figures(domain: Domain, rubric: Rubric, values: Judged, failed: list[Gate]) -> DomainFigures | None:
    """One domain's figures; None if no control applies."""
    maturity = _maturity(domain, values)
    if maturity is None:
        return None
    exposure = exposure_of(rubric, domain.of_kind("exposure"), values)
    required = required_at(rubric, exposure)
    raw = min(ONE, maturity / required)
    caps = {gate.id: gate.cap for gate in failed if gate.scope == domain.id}
    cap = min(caps.values(), default=None)
    shown = maturity if cap is None else min(maturity, cap * required)
    return DomainFigures(
        exposure=exposure,
        maturity=maturity,
        required=required,
        raw=raw,
        readiness=raw if cap is None else min(raw, cap),
        residual=exposure * (1 - rubric.eta.value * shown),
        capped_by=tuple(name for name, limit in caps.items() if limit < raw),
    )


def _maturity(domain: Domain, values: Judged) -> Fraction | None:
    items = [item for item in domain.items if item.kind == "control" and item.question in values]
    weights = [item.weight for item in items]
    return weighted_mean(weights, [values[item.question] for item in items]) if items else None


def weighted_mean(weights: Iterable[Fraction], values: Iterable[Fraction | int]) -> Fraction:
    """Exact: sum(w v) / sum(w). Of marks that are 0 or 1 it is the share of the weight that is marked."""
    shares, _ = whole(weights)
    counts, parts = whole(values)
    return Fraction(sum(map(mul, shares, counts)), sum(shares) * parts)


def whole(numbers: Iterable[Fraction | int]) -> tuple[list[int], int]:
    """Fractions as whole numbers over one denominator, because adding fractions is slow."""
    pairs = [number.as_integer_ratio() for number in numbers]
    parts = lcm(*[below for _, below in pairs])
    return [above * (parts // below) for above, below in pairs], parts


def _leaning(
    share: Fraction, weights: Iterable[Fraction], values: Iterable[Fraction], end: Callable[[list[int]], int]
) -> Fraction:
    """Exact: (1 - share) * mean + share * end, the end being the least or the greatest value."""
    shares, _ = whole(weights)
    counts, parts = whole(values)
    leans, of = share.as_integer_ratio()
    total = sum(shares)
    return Fraction((of - leans) * sum(map(mul, shares, counts)) + leans * total * end(counts), of * total * parts)


def exposure_of(rubric: Rubric, items: Sequence[Item], values: Judged) -> Fraction:
    """X: half average, half worst driver (with alpha at 1/2) of those with a value; 1 if there is none."""
    drivers = [(item.weight, values[item.question]) for item in items if item.question in values]
    if not drivers:
        return ONE
    return _leaning(rubric.alpha.value, [weight for weight, _ in drivers], [value for _, value in drivers], max)


def required_at(rubric: Rubric, exposure: Fraction) -> Fraction:
    """T: what a domain asks for at this exposure."""
    return rubric.t0.value + (1 - rubric.t0.value) * exposure


def evaluations(pack: Pack, values: Values) -> Evaluations:
    """Worst case, as scored, best case."""
    lo, pt, hi = components(values)
    return Evaluations(evaluate(pack, lo, lo), evaluate(pack, pt, lo), evaluate(pack, hi, hi))


def as_scored(pack: Pack, values: Values) -> Evaluation:
    """R as scored: values at pt, gates on worst values."""
    lo, pt, _ = components(values)
    return evaluate(pack, pt, lo)


def components(values: Values) -> tuple[Judged, Judged, Judged]:
    """The lo, pt and hi of every item, as three mappings from question id to a value from 0 to 1."""
    return (
        {name: value.lo for name, value in values.items()},
        {name: value.pt for name, value in values.items()},
        {name: value.hi for name, value in values.items()},
    )
