"""The set of actions that reaches a goal with the fewest hours; among equals the one that is done first.

Ties: earliest last finish, then fewest actions, then ids by code point (method.md 1.5, 19). The last two are part of
the price, as lower digits of one whole number, so that the search itself settles them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import product
from math import lcm
from operator import or_

from hustings.frozen_records import dataclass
from hustings.pack.model import Rubric
from hustings.scoring.items import ZERO
from hustings.scoring.plan.choice.blend import Blend, blends, least_price, most_value, offers
from hustings.scoring.plan.choice.candidates import Candidates, closure, dependants
from hustings.scoring.plan.choice.effects import Bits, Effects, FailingGate, Ladder
from hustings.scoring.plan.choice.frontier import Frontier, Limits, frontier
from hustings.scoring.readiness import HUNDRED

DIGITS = 10
"""Binary digits for the number of actions in a price, above one digit for each action."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a choice must reach: an index (0 to 100; None: any), and gates that must be closed whatever the index.

    Gates in `assumed` are taken to pass. `must`: actions that are chosen in any case; `never`: those that are not.
    """

    index: Fraction | None = None
    closed: tuple[FailingGate, ...] = ()
    assumed: frozenset[str] = frozenset()
    must: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Problem:
    """Effects of all candidates, ready for goals. `unit`: the share of an hour in which hours are whole numbers."""

    effects: Effects
    blends: tuple[Blend, ...]
    hours: Mapping[str, int]
    unit: int

    @property
    def pool(self) -> Candidates:
        """The candidates."""
        return self.effects.pool


def problem(rubric: Rubric, effects: Effects) -> Problem:
    """Prepare the search."""
    unit = lcm(*(one.action.hours.denominator for one in effects.pool.values()))
    hours = {name: int(one.action.hours * unit) for name, one in effects.pool.items()}
    return Problem(effects, blends(rubric, effects), hours, unit)


def cheapest(given: Problem, goal: Goal, limit: Fraction | None = None) -> frozenset[str] | None:
    """The best set of actions for a goal, by hours, last finish, number and ids.

    None if the goal is out of reach, or takes more than `limit` hours.
    """
    search = _searched(given, goal)
    least = None if search is None else _fewest_hours(search, _ceiling(given, limit))
    if search is None or least is None:
        return None
    return _first_of_equals(search, _done_first(search, least), least)


def fewest_hours(given: Problem, goal: Goal) -> Fraction | None:
    """The hours of the best set, whatever they are; None if the goal is out of reach."""
    chosen = cheapest(given, goal)
    return None if chosen is None else sum((given.pool[name].action.hours for name in chosen), ZERO)


def most_index(given: Problem, goal: Goal, limit: Fraction | None) -> Fraction:
    """The highest index (0 to 100) that can be had for so many hours, whatever the index of the goal; 0 if none can."""
    caps = {one.gate.cap for one in given.effects.gates if one.gate.scope == "index"} - {Fraction(0)}
    return max(_most_below(given, replace(goal, index=cap), limit) for cap in (*caps, HUNDRED))


def _most_below(given: Problem, goal: Goal, limit: Fraction | None) -> Fraction:
    """The highest index up to that of the goal, with every gate closed whose cap lies below."""
    assert goal.index is not None
    search = _searched(given, goal)
    if search is None:
        return ZERO
    values = list[Fraction]()
    for required in search.required:
        limits = Limits(given.hours, _ceiling(given, limit), required, 0, search.must, search.never)
        frontiers = _frontiers(search, limits)
        for one in given.blends:
            groups = [offers(one, given.effects, domains, points, goal.assumed) for domains, points in frontiers]
            value = most_value(one, groups, limits.ceiling)
            values += [] if value is None else [one.index(value)]
    return min(goal.index, max(values, default=ZERO))


def key(pool: Candidates, chosen: frozenset[str]) -> tuple[Fraction, int, int, tuple[str, ...]]:
    """The key by which sets are preferred (1.5, 19): hours, last finish in days, number, ids."""
    hours = sum((pool[name].action.hours for name in chosen), ZERO)
    return hours, max((pool[name].finish for name in chosen), default=0), len(chosen), tuple(sorted(chosen))


# --- the search ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Search:
    """One goal. `required`: the sets of clauses of which one must be met in full."""

    given: Problem
    goal: Goal
    required: tuple[Bits, ...]
    must: frozenset[str]
    never: frozenset[str]


def _searched(given: Problem, goal: Goal) -> _Search | None:
    """The search for a goal; None if it contradicts itself."""
    must, never = closure(given.pool, goal.must), dependants(given.pool, goal.never)
    if not must.isdisjoint(never):
        return None
    return _Search(given, goal, tuple(_requirements(given.effects, goal)), must, never)


def _ceiling(given: Problem, limit: Fraction | None) -> int:
    total = sum(given.hours.values())
    return total if limit is None else min(total, int(limit * given.unit))


def _requirements(effects: Effects, goal: Goal) -> Iterator[Bits]:
    """The ways to close every gate that must be closed: those asked for, and those whose cap lies below the index."""
    capping = (
        one
        for one in effects.gates
        if goal.index is not None and one.gate.scope == "index" and one.gate.cap < goal.index
    )
    wanted = {one.gate.id: one for one in (*goal.closed, *capping) if one.gate.id not in goal.assumed}
    yield from dict.fromkeys(reduce(or_, ways, 0) for ways in product(*(one.ways for one in wanted.values())))


def _fewest_hours(search: _Search, most: int) -> int | None:
    """The fewest hours, in units: small budgets are tried first, because a search grows with its budget."""
    paid = sum(search.given.hours[name] for name in search.must)
    budget = min(most, paid + 4 * search.given.unit)
    while (least := _least(search, search.given.hours, budget, search.never)) is None and budget < most:
        budget = min(most, 2 * budget)
    return least


def _done_first(search: _Search, hours: int) -> frozenset[str]:
    """What must be left out so that the last action is finished as early as these hours allow."""
    pool = search.given.pool
    days = sorted({one.finish for one in pool.values()} | {0})
    low, high = 0, len(days) - 1
    while low < high:
        middle = (low + high) // 2
        if _least(search, search.given.hours, hours, _later(search, days[middle])) is None:
            low = middle + 1
        else:
            high = middle
    return _later(search, days[low])


def _later(search: _Search, day: int) -> frozenset[str]:
    """What is never chosen, and what finishes after a day."""
    return search.never | {name for name, one in search.given.pool.items() if one.finish > day}


def _first_of_equals(search: _Search, never: frozenset[str], hours: int) -> frozenset[str]:
    """The set with these hours, the fewest actions, and the ids that come first."""
    given, ids = search.given, sorted(search.given.pool)
    digits = len(ids)
    prices = {
        name: (given.hours[name] << (digits + DIGITS)) + (1 << digits) - (1 << (digits - 1 - rank))
        for rank, name in enumerate(ids)
    }
    price = _least(search, prices, ((hours + 1) << (digits + DIGITS)) - 1, never)
    assert price is not None
    marks = -price % (1 << digits)
    return frozenset(name for rank, name in enumerate(ids) if marks >> (digits - 1 - rank) & 1)


def _least(search: _Search, prices: Mapping[str, int], ceiling: int, never: frozenset[str]) -> int | None:
    """The lowest price of a set that reaches the goal, at most `ceiling`."""
    if not search.must.isdisjoint(never):
        return None
    least = None
    for required in search.required:
        limits = Limits(prices, ceiling if least is None else least - 1, required, 0, search.must, never)
        price = _price(search, limits)
        least = price if price is not None and price <= limits.ceiling else least
    return least


def _price(search: _Search, limits: Limits) -> int | None:
    effects, goal = search.given.effects, search.goal
    if goal.index is None:
        points = frontier(search.given.pool, effects.ladders, (), limits)
        return min((price for bests in points.values() for price, _ in bests), default=None)
    frontiers = _frontiers(search, limits)
    prices = (_at_least(one, effects, goal, frontiers, goal.index) for one in search.given.blends)
    return min((price for price in prices if price is not None), default=None)


def _frontiers(search: _Search, limits: Limits) -> list[tuple[tuple[str, ...], Frontier]]:
    """For each group of domains its frontier."""
    pool, effects = search.given.pool, search.given.effects
    return [
        (domains, frontier(pool, ladders, [*_at(effects, domains)], _watching(limits, effects, domains)))
        for domains, ladders in _by_domain(effects)
    ]


def _at_least(
    one: Blend, effects: Effects, goal: Goal, frontiers: Sequence[tuple[Sequence[str], Frontier]], index: Fraction
) -> int | None:
    groups = [offers(one, effects, domains, points, goal.assumed) for domains, points in frontiers]
    return least_price(one, groups, one.target(index))


def _watching(limits: Limits, effects: Effects, domains: Sequence[str]) -> Limits:
    return replace(limits, watched=_watched(effects, domains))


def _at(effects: Effects, domains: Sequence[str]) -> Iterator[int]:
    order = list(effects.domains)
    return (order.index(name) for name in domains)


def _watched(effects: Effects, domains: Sequence[str]) -> Bits:
    """The clauses on which the readiness of these domains depends."""
    return reduce(or_, (way for one in effects.gates if one.gate.scope in domains for way in one.ways), 0)


def _by_domain(effects: Effects) -> list[tuple[tuple[str, ...], tuple[Ladder, ...]]]:
    """The domains, those together that one choice may move at once, with the ladders of each group."""
    group = {name: frozenset([name]) for name in effects.domains}
    for names in _linked(effects):
        whole = frozenset().union(*(group[name] for name in names))
        group.update(dict.fromkeys(whole, whole))
    return [
        (
            tuple(name for name in effects.domains if name in whole),
            tuple(ladder for ladder in effects.ladders if not whole.isdisjoint(ladder.domains)),
        )
        for whole in dict.fromkeys(group.values())
    ]


def _linked(effects: Effects) -> Iterator[tuple[str, ...]]:
    owner = {name: ladder for ladder in effects.ladders for name in ladder.names}
    for ladder in effects.ladders:
        yield ladder.domains
        for name in ladder.names:
            for need in effects.pool[name].needs:
                yield (*ladder.domains, *owner[need].domains)
