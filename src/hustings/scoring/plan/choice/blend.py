"""The index of a choice as whole numbers: readiness of each domain, blended, against a target (method.md 1.2)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations, pairwise
from math import ceil, lcm
from operator import itemgetter

from hustings.frozen_records import dataclass
from hustings.pack.model import Domain, Rubric
from hustings.scoring.plan.choice.effects import Bits, Effects, Standing
from hustings.scoring.plan.choice.frontier import Frontier, Point

Offer = tuple[int, int, int]
"""A price, and for the domains of a group the sum of weight times readiness, and the least readiness."""


@dataclass(frozen=True, slots=True)
class Blend:
    """How readiness makes an index, in whole numbers, while exactly the domains in `weights` count.

    Readiness is counted in parts of `one`. An index reaches `target` if
    `mean` x (sum of weight x readiness) + `least` x (least readiness) is at least that.
    """

    one: int
    weights: Mapping[str, int]
    mean: int
    least: int

    def value(self, total: int, least: int) -> int:
        """The blended value; `whole` is an index of 100."""
        return self.mean * total + self.least * least

    @property
    def whole(self) -> int:
        """The value of an index of 100."""
        return self.value(sum(self.weights.values()) * self.one, self.one)

    def target(self, index: Fraction) -> int:
        """The value at and above which an index is reached."""
        return ceil(index / 100 * self.whole)

    def index(self, value: int) -> Fraction:
        """The index of a value, 0 to 100."""
        return Fraction(100 * value, self.whole)


def blends(rubric: Rubric, effects: Effects) -> tuple[Blend, ...]:
    """The blends of a problem: one, unless actions can leave a domain without any control that applies."""
    free = {name for index, name in enumerate(effects.domains) if 0 in _weights(effects, index)}
    counted = [domain for domain in rubric.domains if domain.id in effects.domains]
    whole = lcm(*_denominators(rubric, effects))
    kept = ([d for d in counted if d.id not in gone] for gone in _subsets(sorted(free)))
    return tuple(_blend(rubric, domains, whole) for domains in kept if domains)


def _subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, count) for count in range(len(names) + 1))


def _blend(rubric: Rubric, counted: Sequence[Domain], one: int) -> Blend:
    scale = lcm(*(domain.weight.denominator for domain in counted))
    weights = {domain.id: int(domain.weight * scale) for domain in counted}
    share, of = rubric.lambda_.value.as_integer_ratio()
    return Blend(one, weights, of - share, share * sum(weights.values()))


def _denominators(rubric: Rubric, effects: Effects) -> Iterator[int]:
    yield from (gate.cap.denominator for gate in rubric.gates)
    for index, standing in enumerate(effects.domains.values()):
        yield from (max(weight, 1) * standing.required.numerator for weight in _weights(effects, index))


def _weights(effects: Effects, index: int) -> set[int]:
    """Every sum of weights that a domain may have, by what is chosen."""
    sums = {[*effects.domains.values()][index].weight}
    for ladder in effects.ladders:
        steps = {option.weights[index] for option in ladder.options}
        if steps != {0}:
            sums = {one + step for one in sums for step in steps}
    return sums


def readiness(one: int, standing: Standing, gain: int, weight: int, cap: Fraction | None) -> int:
    """Readiness of a domain that counts, in parts of `one`."""
    whole = (standing.weight + weight) * standing.required.numerator
    value = min(one, (standing.total + gain) * standing.required.denominator * one // whole)
    return value if cap is None else min(value, int(cap * one))


# --- offers: what a group of domains can have at each price --------------------------------------------------


def offers(
    blend: Blend, effects: Effects, domains: Sequence[str], points_by_weights: Frontier, assumed: frozenset[str]
) -> list[Offer]:
    """The offers of a frontier by rising price, each better than those before it in some way.

    Gates in `assumed` are taken to pass.
    """
    every = list[Offer]()
    for (weights, met), points in points_by_weights.items():
        left = [effects.domains[name].weight + weight for name, weight in zip(domains, weights, strict=True)]
        if all((name in blend.weights) is (weight > 0) for name, weight in zip(domains, left, strict=True)):
            caps = [_cap(effects, name, met, assumed) for name in domains]
            each = tuple(zip(domains, weights, caps, strict=True))
            every += (_offer(blend, effects, each, point) for point in points)
    ordered = sorted(every, key=lambda offer: (offer[0], -offer[1], -offer[2]))
    return _improving(ordered, single=len(domains) == 1)


def _offer(blend: Blend, effects: Effects, each: Sequence[tuple[str, int, Fraction | None]], point: Point) -> Offer:
    price, gains = point
    total, least = 0, blend.one
    for (name, weight, cap), gain in zip(each, gains, strict=True):
        if name in blend.weights:
            ready = readiness(blend.one, effects.domains[name], gain, weight, cap)
            total, least = total + blend.weights[name] * ready, min(least, ready)
    return price, total, least


def _cap(effects: Effects, domain: str, met: Bits, assumed: frozenset[str]) -> Fraction | None:
    open_ = (one for one in effects.gates if one.gate.scope == domain and one.gate.id not in assumed)
    return min((one.gate.cap for one in open_ if not one.closed_by(met)), default=None)


def _improving(ordered: Iterable[Offer], *, single: bool) -> list[Offer]:
    kept: list[Offer] = []
    for offer in ordered:
        beaten = kept[-1:] if single else kept
        if not any(one[1] >= offer[1] and one[2] >= offer[2] for one in beaten):
            kept.append(offer)
    return kept


# --- putting groups together ---------------------------------------------------------------------------------


def least_price(blend: Blend, groups: Sequence[Sequence[Offer]], target: int) -> int | None:
    """The lowest price at which one offer of each group reaches the target together; None if none does."""
    ordered = sorted(groups, key=len)
    if not all(ordered):
        return None
    rising = all(one[1] <= other[1] and one[2] <= other[2] for one, other in pairwise(ordered[-1]))
    return _Purchase(blend, ordered, target, _most(ordered), rising).least(0, 0, blend.one, 0, None)


def _most(groups: Sequence[Sequence[Offer]]) -> list[tuple[int, int]]:
    """For each group, the most that it and those after it can bring: sum, and least readiness."""
    most = [(0, -1)]
    for group in reversed(groups):
        total, least = max(map(itemgetter(1), group)), max(map(itemgetter(2), group))
        most.append((most[-1][0] + total, least if most[-1][1] < 0 else min(most[-1][1], least)))
    return most[::-1]


@dataclass(frozen=True, slots=True)
class _Purchase:
    """One search. `rising`: in the last group, each offer is at least as good as those before it in both figures."""

    blend: Blend
    groups: Sequence[Sequence[Offer]]
    target: int
    most: Sequence[tuple[int, int]]
    rising: bool

    def least(self, at: int, total: int, least: int, paid: int, best: int | None) -> int | None:
        """The lowest price with one offer of each group from `at` on, if it is below `best`."""
        if at == len(self.groups) - 1:
            return self._last(total, least, paid, best)
        rest, floor = self.most[at + 1]
        for price, more, lowest in self.groups[at]:
            if best is not None and paid + price >= best:
                break
            if self.blend.value(total + more + rest, min(least, lowest, floor)) >= self.target:
                best = self.least(at + 1, total + more, min(least, lowest), paid + price, best)
        return best

    def _last(self, total: int, least: int, paid: int, best: int | None) -> int | None:
        group = self.groups[-1]
        at = bisect_left(group, True, key=lambda offer: self._enough(offer, total, least)) if self.rising else 0
        for price, more, lowest in group[at:]:
            if best is not None and paid + price >= best:
                return best
            if self.blend.value(total + more, min(least, lowest)) >= self.target:
                return paid + price
        return best

    def _enough(self, offer: Offer, total: int, least: int) -> bool:
        return self.blend.value(total + offer[1], min(least, offer[2])) >= self.target


def most_value(blend: Blend, groups: Sequence[Sequence[Offer]], ceiling: int) -> int | None:
    """The highest value of one offer of each group together, for at most this price; None if none is to be had."""
    if not all(groups):
        return None
    sums: list[Offer] = [(0, 0, blend.one)]
    for group in groups:
        pairs = (
            (paid + price, total + more, min(least, lowest))
            for paid, total, least in sums
            for price, more, lowest in group
            if paid + price <= ceiling
        )
        sums = _best_at_each_price(pairs)
    return max((blend.value(total, least) for _, total, least in sums), default=None)


def _best_at_each_price(offered: Iterable[Offer]) -> list[Offer]:
    """What no other offer beats; offers of one price are compared first, because there are many."""
    by_price = dict[int, list[Offer]]()
    for offer in sorted(set(offered), key=lambda one: (one[0], -one[1], -one[2])):
        alike = by_price.setdefault(offer[0], [])
        if not alike or offer[2] > alike[-1][2]:
            alike.append(offer)
    kept: list[Offer] = []
    for offer in (one for alike in by_price.values() for one in alike):
        if not any(one[1] >= offer[1] and one[2] >= offer[2] for one in kept):
            kept.append(offer)
    return kept
