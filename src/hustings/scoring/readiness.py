"""The readiness scheme: values to index (method.md 1.2 "Formulas").

`evaluate` is one evaluation; a result needs three (worst, as scored, best), a what-if one more. Values and the values
that gates are judged on are given apart, because R as scored judges its gates on worst values (1.5, ruling 8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import mul

from hustings.pack.model import Domain, Gate, Item, Kind, Pack, Rubric
from hustings.problems import InputError
from hustings.scoring.gates import Judged, fails
from hustings.scoring.items import ONE, ZERO, Values

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
    lo: Evaluation
    pt: Evaluation
    hi: Evaluation


def evaluate(pack: Pack, values: Judged, judged: Judged) -> Evaluation:
    """Score one set of values. Raises `InputError` when no domain has a control that applies."""
    rubric = pack.rubric
    failed = [gate for gate in rubric.gates if fails(pack, gate, judged)]
    found = {d.id: figures(d, rubric, values, failed) for d in rubric.domains}
    domains = {name: one for name, one in found.items() if one is not None}
    if not domains:
        raise InputError("Nothing in this assessment applies, so there is no score.", "Review what does not apply.")
    raw = _blend(rubric, domains)
    overall = [gate for gate in failed if gate.scope == "index"]
    index = min([raw, *(gate.cap for gate in overall)])
    return Evaluation(index, raw, domains, tuple(gate.id for gate in overall if gate.cap < raw))


def _blend(rubric: Rubric, domains: Mapping[str, DomainFigures]) -> Fraction:
    """The weighted average blended with the weakest domain, 0 to 100."""
    weights = {d.id: d.weight for d in rubric.domains if d.id in domains}
    average = sum((weights[name] * domains[name].readiness for name in domains), ZERO) / sum(weights.values(), ZERO)
    weakest = min(one.readiness for one in domains.values())
    share = rubric.lambda_.value
    return HUNDRED * ((1 - share) * average + share * weakest)


def figures(domain: Domain, rubric: Rubric, values: Judged, failed: list[Gate]) -> DomainFigures | None:
    """One domain's figures; None if no control applies."""
    maturity = _mean(domain, "control", values)
    if maturity is None:
        return None
    exposure = _exposure(domain, rubric.alpha.value, values)
    required = rubric.t0.value + (1 - rubric.t0.value) * exposure
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


def _counting(domain: Domain, kind: Kind, values: Judged) -> list[Item]:
    return [item for item in domain.items if item.kind == kind and item.question in values]


def _mean(domain: Domain, kind: Kind, values: Judged) -> Fraction | None:
    items = _counting(domain, kind, values)
    weights = [item.weight for item in items]
    return weighted_mean(weights, [values[item.question] for item in items]) if items else None


def weighted_mean(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction:
    """Exact, in whole numbers over common denominators: what-ifs need thousands of means, and fractions add slowly."""
    whole = lcm(*(weight.denominator for weight in weights))
    parts = lcm(*(value.denominator for value in values))
    shares = [weight.numerator * (whole // weight.denominator) for weight in weights]
    counts = [value.numerator * (parts // value.denominator) for value in values]
    return Fraction(sum(map(mul, shares, counts)), sum(shares) * parts)


def _exposure(domain: Domain, alpha: Fraction, values: Judged) -> Fraction:
    """Half average, half worst driver (with alpha at 1/2); no exposure item that counts: 1."""
    mean = _mean(domain, "exposure", values)
    if mean is None:
        return ONE
    worst = max(values[item.question] for item in _counting(domain, "exposure", values))
    return (1 - alpha) * mean + alpha * worst


def evaluations(pack: Pack, values: Values) -> Evaluations:
    """Worst case, as scored, best case."""
    lo, pt, hi = components(values)
    return Evaluations(evaluate(pack, lo, lo), evaluate(pack, pt, lo), evaluate(pack, hi, hi))


def as_scored(pack: Pack, values: Values) -> Evaluation:
    """R as scored: values at pt, gates on worst values."""
    lo, pt, _ = components(values)
    return evaluate(pack, pt, lo)


def components(values: Values) -> tuple[Judged, Judged, Judged]:
    return (
        {name: value.lo for name, value in values.items()},
        {name: value.pt for name, value in values.items()},
        {name: value.hi for name, value in values.items()},
    )
