"""The Pareto frontier of choices: every choice of actions that no other dominates, built up ladder by ladder.

A choice is kept unless another costs no more and brings at least as much everywhere. Choices that depend on each other
through `after` are split at the ladder on which most others hang, so that what is left falls apart into pieces that
simply add up. Exact: whole numbers throughout, and nothing that could be best is dropped (method.md 1.2, "Plan").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import add

from hustings.frozen_records import dataclass
from hustings.scoring.plan.choice.candidates import Candidates, closure, dependants
from hustings.scoring.plan.choice.effects import Bits, Ladder, Option

Point = tuple[int, tuple[int, ...]]
"""A price and what it brings to each domain."""
Shape = tuple[tuple[int, ...], Bits]
"""What must be equal for two points to be compared: weights added to each domain, and clauses met."""
Frontier = Mapping[Shape, Sequence[Point]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a choice must keep: `prices` of the actions, the highest price in all, and clauses that must be met.

    `watched`: clauses that are kept apart in the frontier, because a domain's readiness depends on them.
    `must`: actions that are chosen; `never`: actions that are not; both closed under what is needed.
    """

    prices: Mapping[str, int]
    ceiling: int
    required: Bits = 0
    watched: Bits = 0
    must: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Search:
    """What stays the same while a frontier is built. `at`: the positions of the domains that it is about."""

    pool: Candidates
    at: tuple[int, ...]
    limits: Limits


def frontier(pool: Candidates, ladders: Iterable[Ladder], at: Sequence[int], limits: Limits) -> Frontier:
    """The frontier of some ladders, for the domains at these positions. Empty if the limits cannot be kept."""
    return _joined(_Search(pool, tuple(at), limits), tuple(ladders), limits.must, limits.never)


def _joined(search: _Search, ladders: tuple[Ladder, ...], must: frozenset[str], never: frozenset[str]) -> Frontier:
    whole: Frontier = {((0,) * len(search.at), 0): [(0, (0,) * len(search.at))]}
    for group in _groups(search.pool, ladders, must, never):
        whole = _added(whole, _of_group(search, group, must, never), search.limits.ceiling)
    return whole


def _of_group(search: _Search, ladders: tuple[Ladder, ...], must: frozenset[str], never: frozenset[str]) -> Frontier:
    """The frontier of ladders that hang together: try every choice on the one with the most links."""
    if len(ladders) == 1:
        return _best(_plain(search, option) for option in _allowed(search, ladders[0], must, never))
    hub = max(ladders, key=lambda ladder: _links(search.pool, ladder, ladders))
    rest = tuple(ladder for ladder in ladders if ladder is not hub)
    frontiers: list[Frontier] = []
    for option in _allowed(search, hub, must, never):
        wanted = must | closure(search.pool, option.names)
        barred = never | dependants(search.pool, hub.names - option.names)
        if wanted.isdisjoint(barred):
            left = _joined(search, rest, wanted, barred)
            frontiers.append(_added(left, _plain(search, option), search.limits.ceiling))
    return _best(frontiers)


def _allowed(search: _Search, ladder: Ladder, must: frozenset[str], never: frozenset[str]) -> Iterator[Option]:
    wanted, required = must & ladder.names, search.limits.required & ladder.clauses
    for option in ladder.options:
        if wanted <= option.names and never.isdisjoint(option.names) and required & option.met == required:
            yield option


def _plain(search: _Search, option: Option) -> Frontier:
    """One option as a frontier of one point; none if it costs too much."""
    price = sum(search.limits.prices[name] for name in option.names)
    shape = tuple(option.weights[index] for index in search.at), option.met & search.limits.watched
    gains = tuple(option.gains[index] for index in search.at)
    return {shape: [(price, gains)]} if price <= search.limits.ceiling else {}


# --- which ladders hang together -----------------------------------------------------------------------------


def _groups(
    pool: Candidates, ladders: tuple[Ladder, ...], must: frozenset[str], never: frozenset[str]
) -> Iterator[tuple[Ladder, ...]]:
    """Ladders in groups between which nothing is left to decide."""
    owner = {name: ladder for ladder in ladders for name in ladder.names}
    parent = {id(ladder): ladder for ladder in ladders}

    def top(ladder: Ladder) -> Ladder:
        while parent[id(ladder)] is not ladder:
            ladder = parent[id(ladder)]
        return ladder

    for name, ladder in owner.items():
        for need in pool[name].needs:
            if need in owner and need not in must and name not in never:
                parent[id(top(ladder))] = top(owner[need])
    groups = dict[int, list[Ladder]]()
    for ladder in ladders:
        groups.setdefault(id(top(ladder)), []).append(ladder)
    return (tuple(group) for group in groups.values())


def _links(pool: Candidates, ladder: Ladder, among: Iterable[Ladder]) -> int:
    others = [other for other in among if other is not ladder]
    needed = sum(not ladder.names.isdisjoint(pool[name].needs) for other in others for name in other.names)
    return needed + sum(need not in ladder.names for name in ladder.names for need in pool[name].needs)


# --- adding and pruning --------------------------------------------------------------------------------------


def _added(left: Frontier, right: Frontier, ceiling: int) -> Frontier:
    """Every way of the one with every way of the other."""
    sums = dict[Shape, list[Point]]()
    for (weights, met), points in left.items():
        for (more, also), others in right.items():
            shape = tuple(map(add, weights, more)), met | also
            sums.setdefault(shape, []).extend(_sums(points, others, ceiling))
    return {shape: undominated(points) for shape, points in sums.items() if points}


def _sums(points: Sequence[Point], others: Sequence[Point], ceiling: int) -> Iterator[Point]:
    for more, extra in others:
        for price, gains in points:
            if price + more > ceiling:
                break
            yield price + more, tuple(map(add, gains, extra))


def _best(frontiers: Iterable[Frontier]) -> Frontier:
    together = dict[Shape, list[Point]]()
    for one in frontiers:
        for shape, points in one.items():
            together.setdefault(shape, []).extend(points)
    return {shape: undominated(points) for shape, points in together.items()}


def undominated(points: Collection[Point]) -> list[Point]:
    """The points that no other dominates, by rising price."""
    if points and len(next(iter(points))[1]) == 1:
        return _rising(sorted(points))
    kept: list[Point] = []
    for point in sorted(points, key=lambda point: (point[0], [-gain for gain in point[1]])):
        if not any(all(map(int.__ge__, other, point[1])) for _, other in kept):
            kept.append(point)
    return kept


def _rising(ordered: Iterable[Point]) -> list[Point]:
    """Of points about one domain, those that bring more than every cheaper one; the best of each price comes last."""
    kept: list[Point] = []
    for point in ordered:
        if not kept or point[1] > kept[-1][1]:
            kept[-1:] = [point] if kept and kept[-1][0] == point[0] else [*kept[-1:], point]
    return kept
