"""Many ways to weigh at once: random weights around the rubric's own, and how often the band stays (method.md 1.2).

Weights of a group of n are drawn from Dirichlet(20 n w), about 20 % up and down. Items of equal value move as one,
because shares of such a draw add up to a draw of the same kind; so a full pack takes a few dozen numbers a draw.
Floats will do here: what comes out is a share, compared within two points (1.5, ruling 21).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from operator import mul
from random import Random

from hustings.frozen_records import dataclass
from hustings.pack.model import Domain, Item, Kind, Rubric
from hustings.scoring.gates import Judged
from hustings.scoring.result import Result
from hustings.scoring.robustness.changed_judgements import STEP, ScoredParts, scored_parts

DRAWS = 2000
CONCENTRATION = 20.0
SEED = 12
TINY = 1e-9
"""What floats may lose: an index this close below the edge of a band lies on it."""
TAIL = Fraction(1, 20)


@dataclass(frozen=True, slots=True)
class Spread:
    """What came out of some draws: how many keep today's band, and the index (0 to 100) at 5 % and at 95 % of them."""

    draws: int
    same: int
    low: float
    high: float

    @property
    def share(self) -> Fraction:
        """The share of draws that keep the band, 0 to 1."""
        return Fraction(self.same, self.draws)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The spread with weights drawn alone, and with lambda (the weakest domain's share) drawn too, 0.2 up and down."""

    weights: Spread
    with_lambda: Spread


@dataclass(frozen=True, slots=True)
class WeightedGroup:
    """The different values of a group, each with the shape of its gamma draw."""

    shapes: tuple[float, ...]
    values: tuple[float, ...]

    def mean(self, chance: Random) -> float:
        """The weighted mean under freshly drawn weights."""
        if len(self.values) == 1:
            return self.values[0]
        weights = [chance.gammavariate(shape, 1.0) for shape in self.shapes]
        total: float = sum(map(mul, weights, self.values))
        return total / (sum(weights) or 1.0)


@dataclass(frozen=True, slots=True)
class DrawnDomain:
    """One domain, ready to be drawn: its groups, its worst exposure, and the least of its caps (1 if none holds)."""

    shape: float
    controls: WeightedGroup
    exposures: WeightedGroup
    worst: float
    cap: float


@dataclass(frozen=True, slots=True)
class DrawnRubric:
    """All that one draw needs, as floats."""

    domains: tuple[DrawnDomain, ...]
    alpha: float
    t0: float
    lambda_: float
    lambdas: tuple[float, float]
    cap: float
    starts: tuple[float, ...]

    def band(self, index: float) -> int:
        """Which band an index lies in, counted from 1."""
        return bisect_right(self.starts, index + TINY)


def drawn(result: Result, draws: int = DRAWS, concentration: float = CONCENTRATION, seed: int = SEED) -> Drawn:
    """Draw weights and count. The same result and seed give the same counts."""
    rubric = _drawn_rubric(scored_parts(result), concentration)
    chance = Random(seed)  # noqa: S311 - chance, not secrets
    pairs = [_indexes(rubric, chance) for _ in range(draws)]
    band = rubric.band(float(result.index.pt))
    alone, together = ([pair[which] for pair in pairs] for which in (0, 1))
    return Drawn(_spread(rubric, alone, band), _spread(rubric, together, band))


def _spread(rubric: DrawnRubric, indexes: Sequence[float], band: int) -> Spread:
    ordered = sorted(indexes)
    return Spread(
        draws=len(ordered),
        same=sum(rubric.band(index) == band for index in ordered),
        low=ordered[int(TAIL * len(ordered))],
        high=ordered[ceil((1 - TAIL) * len(ordered)) - 1],
    )


def _drawn_rubric(parts: ScoredParts, concentration: float) -> DrawnRubric:
    rubric = parts.pack.rubric
    counted = [domain for domain in rubric.domains if domain.id in parts.readiness]
    total = sum(domain.weight for domain in counted)
    shapes = [concentration * len(counted) * float(domain.weight / total) for domain in counted]
    share = rubric.lambda_.value
    return DrawnRubric(
        domains=tuple(
            _drawn_domain(parts, domain, shape, concentration) for domain, shape in zip(counted, shapes, strict=True)
        ),
        alpha=float(rubric.alpha.value),
        t0=float(rubric.t0.value),
        lambda_=float(share),
        lambdas=(float(max(share - STEP, Fraction())), float(min(share + STEP, Fraction(1)))),
        cap=float(min([Fraction(100), *parts.caps])),
        starts=tuple(float(band.start) for band in rubric.bands),
    )


def _drawn_domain(parts: ScoredParts, domain: Domain, shape: float, concentration: float) -> DrawnDomain:
    exposures = _counting(domain, "exposure", parts.values)
    return DrawnDomain(
        shape=shape,
        controls=_group(_counting(domain, "control", parts.values), parts.values, concentration),
        exposures=_group(exposures, parts.values, concentration),
        worst=float(max((parts.values[item.question] for item in exposures), default=Fraction(1))),
        cap=float(_cap(parts.pack.rubric, domain, parts.failed)),
    )


def _cap(rubric: Rubric, domain: Domain, failed: Sequence[str]) -> Fraction:
    return min(
        (gate.cap for gate in rubric.gates if gate.scope == domain.id and gate.id in failed), default=Fraction(1)
    )


def _counting(domain: Domain, kind: Kind, values: Judged) -> list[Item]:
    return [item for item in domain.of_kind(kind) if item.question in values]


def _group(items: Sequence[Item], values: Judged, concentration: float) -> WeightedGroup:
    """Items by value; a domain without a known exposure counts as fully exposed."""
    weights = dict[Fraction, Fraction]()
    for item in items:
        value = values[item.question]
        weights[value] = weights.get(value, Fraction()) + item.weight
    ordered = sorted(weights) or [Fraction(1)]
    total = sum(weights.values(), Fraction()) or Fraction(1)
    shapes = (concentration * len(items) * float(weights.get(value, total) / total) for value in ordered)
    return WeightedGroup(tuple(shapes), tuple(map(float, ordered)))


def _indexes(rubric: DrawnRubric, chance: Random) -> tuple[float, float]:
    """The index of one draw: with lambda as it is, and with lambda drawn too."""
    ready = [_ready(rubric, domain, chance) for domain in rubric.domains]
    weights = [chance.gammavariate(domain.shape, 1.0) for domain in rubric.domains]
    mean, least = sum(map(mul, weights, ready)) / sum(weights), min(ready)
    return _index(rubric, mean, least, rubric.lambda_), _index(rubric, mean, least, chance.uniform(*rubric.lambdas))


def _ready(rubric: DrawnRubric, domain: DrawnDomain, chance: Random) -> float:
    exposure = (1 - rubric.alpha) * domain.exposures.mean(chance) + rubric.alpha * domain.worst
    required = rubric.t0 + (1 - rubric.t0) * exposure
    return min(1.0, domain.controls.mean(chance) / required, domain.cap)


def _index(rubric: DrawnRubric, mean: float, least: float, share: float) -> float:
    return min(100 * ((1 - share) * mean + share * least), rubric.cap)
