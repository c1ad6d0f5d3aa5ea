"""What sets of actions do to the figures of a score, taken apart so that the parts can be added.

Actions that raise the same control, or a control and its follow-up, are judged together, as one `Ladder`; everything
else adds up: weighted maturity of each domain, and the clauses of gates that are met. `Effects` holds the exact
fractions as whole numbers over one denominator a domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import reduce
from itertools import product
from math import lcm
from operator import or_

from hustings.answers.applicability import level_value
from hustings.frozen_records import dataclass
from hustings.pack.conditions import AllOf, AnyOf, Clause, Comparison, Condition, clauses
from hustings.pack.model import Gate, Item
from hustings.scoring.gates import fails
from hustings.scoring.incremental import RaiseStart, raised_values
from hustings.scoring.items import ZERO
from hustings.scoring.plan.choice.candidates import Candidates, levels_of
from hustings.scoring.result import Bounds

MOST_ON_A_LADDER = 12
"""Actions that may raise one control and its follow-ups; all of their combinations are tried."""

Numbers = Mapping[Clause, int]
Bits = int
"""A set of clauses: bit 2k is set where clause k is met, bit 2k + 1 where its control does not count."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to choose among the actions of a ladder, with its effect.

    `gains`: by domain, what it adds to the sum of weight times value; `weights`: what it adds to the sum of weights;
    both in the domain's unit.
    """

    names: frozenset[str]
    gains: tuple[int, ...]
    weights: tuple[int, ...]
    met: Bits


@dataclass(frozen=True, slots=True)
class Ladder:
    """Actions on one control and its follow-ups, with every way to choose among them."""

    names: frozenset[str]
    domains: tuple[str, ...]
    options: tuple[Option, ...]
    clauses: Bits


@dataclass(frozen=True, slots=True)
class Standing:
    """One domain before anything is done: the sums over its controls, in whole units, and what it requires (T)."""

    total: int
    weight: int
    unit: int
    required: Fraction


@dataclass(frozen=True, slots=True)
class FailingGate:
    """A gate that caps the score today, with the sets of clauses of which each would close it."""

    gate: Gate
    ways: tuple[Bits, ...]

    def closed_by(self, met: Bits) -> bool:
        """Whether these clauses close it."""
        return any(way & met == way for way in self.ways)


@dataclass(frozen=True, slots=True)
class Effects:
    """The whole problem: ladders, domains as they stand (those that count), and the gates that cap the score."""

    pool: Candidates
    ladders: tuple[Ladder, ...]
    domains: Mapping[str, Standing]
    gates: tuple[FailingGate, ...]


def effects(start: RaiseStart, pool: Candidates) -> Effects:
    """What the candidates can do for the score that `start` is about."""
    failing = [gate for gate in start.pack.rubric.gates if fails(start.pack, gate, start.known.judged)]
    numbers: Numbers = {clause: number for number, clause in enumerate(dict.fromkeys(_asked(failing)))}
    counted = _counted(start)
    units = {name: _unit(start, items, pool) for name, items in counted.items()}
    ladders = tuple(_ladder(start, pool, names, units, numbers) for names in _ladders(start, pool))
    movable = reduce(or_, (ladder.clauses for ladder in ladders), 0)
    standings = {name: _standing(start, name, items, units[name]) for name, items in counted.items()}
    gates = tuple(FailingGate(gate, _closing(start, gate, numbers, movable)) for gate in failing)
    return Effects(pool, ladders, standings, gates)


def _asked(gates: Iterable[Gate]) -> Iterator[Comparison]:
    return (clause for gate in gates for clause in clauses(gate.needs) if isinstance(clause, Comparison))


def _counted(start: RaiseStart) -> dict[str, list[Item]]:
    """The controls of each domain that count today."""
    domains = start.pack.rubric.domains
    counted = {d.id: [i for i in d.of_kind("control") if i.question in start.now.values] for d in domains}
    return {name: items for name, items in counted.items() if items}


def _unit(start: RaiseStart, items: Iterable[Item], pool: Candidates) -> int:
    """A denominator over which every weight, and every weight times a value that may occur, is a whole number."""
    raised = {name: set[Fraction]() for name in start.pack.items}
    for candidate in pool.values():
        for control, level in candidate.levels.items():
            raised[control].add(level)
    parts = [Fraction(1)]
    for item in items:
        value, own = start.now.values[item.question], start.now.sheet.own[item.question]
        seen = {Fraction(1), value.lo, value.pt, own.lo, own.pt, own.hi, *raised[item.question]}
        parts += [item.weight * one for one in seen]
    return lcm(*(one.denominator for one in parts))


def _standing(start: RaiseStart, name: str, items: Iterable[Item], unit: int) -> Standing:
    total = sum((item.weight * start.of(start.now.values[item.question]) for item in items), ZERO)
    weight = sum((item.weight for item in items), ZERO)
    return Standing(int(total * unit), int(weight * unit), unit, start.known.parts[name].required)


# --- ladders -----------------------------------------------------------------------------------------------


def _ladders(start: RaiseStart, pool: Candidates) -> list[tuple[str, ...]]:
    """The candidates, those together that raise one control or a control and what follows it."""
    by_root = dict[str, list[str]]()
    roots = {name: _root(start, name) for name in start.pack.items}
    merged = dict[str, str]()
    for candidate in pool.values():
        own = [_top(merged, roots[control]) for control in candidate.levels]
        merged.update((other, own[0]) for other in own[1:] if other != own[0])
    for name, candidate in pool.items():
        by_root.setdefault(_top(merged, roots[next(iter(candidate.levels))]), []).append(name)
    return [tuple(names) for names in by_root.values()]


def _root(start: RaiseStart, control: str) -> str:
    while control in start.now.sheet.parents:
        control = start.now.sheet.parents[control][0]
    return control


def _top(merged: Mapping[str, str], name: str) -> str:
    while name in merged:
        name = merged[name]
    return name


def _ladder(
    start: RaiseStart,
    pool: Candidates,
    names: tuple[str, ...],
    units: Mapping[str, int],
    numbers: Numbers,
) -> Ladder:
    options = tuple(_option(start, pool, chosen, units, numbers) for chosen in _closed(pool, names))
    touched = raised_values(start, levels_of(pool[name] for name in names))
    moved = {start.pack.items[control].domain for control in touched}
    domains = tuple(name for name in units if name in moved)
    return Ladder(frozenset(names), domains, options, reduce(or_, (option.met for option in options), 0))


def _closed(pool: Candidates, names: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """Every choice among these candidates that leaves out nothing that one of them needs from among them."""
    among = frozenset(names)
    chosen: list[frozenset[str]] = [frozenset()]
    for name in names[:MOST_ON_A_LADDER]:
        needs = among.intersection(pool[name].needs)
        chosen += [have | {name} for have in chosen if have >= needs]
    return iter(chosen)


def _option(
    start: RaiseStart,
    pool: Candidates,
    chosen: frozenset[str],
    units: Mapping[str, int],
    numbers: Numbers,
) -> Option:
    after = raised_values(start, levels_of(pool[name] for name in chosen)) if chosen else {}
    gains, weights = dict.fromkeys(units, ZERO), dict.fromkeys(units, ZERO)
    for control, value in after.items():
        item, before = start.pack.items[control], start.now.values.get(control)
        if before is not None:
            left = start.of(value) if value is not None else ZERO
            gains[item.domain] += item.weight * (left - start.of(before))
            weights[item.domain] -= item.weight * (value is None)
    return Option(
        chosen,
        tuple(int(gains[name] * unit) for name, unit in units.items()),
        tuple(int(weights[name] * unit) for name, unit in units.items()),
        _met(start, after, numbers),
    )


def _met(start: RaiseStart, after: Mapping[str, Bounds | None], numbers: Numbers) -> Bits:
    met = 0
    for clause, number in numbers.items():
        if isinstance(clause, Comparison) and clause.question in after:
            met |= _bit(start, clause, after[clause.question], number)
    return met


def _bit(start: RaiseStart, clause: Comparison, value: Bounds | None, number: int) -> Bits:
    if value is None:
        return 2 << 2 * number
    reached = value.lo >= level_value(start.pack.items[clause.question], clause.level)
    return 1 << 2 * number if reached else 0


# --- gates -------------------------------------------------------------------------------------------------


def _closing(start: RaiseStart, gate: Gate, numbers: Numbers, movable: Bits) -> tuple[Bits, ...]:
    """The least sets of clauses that close a gate, of those that some action can meet."""
    met, gone = _ways(start, gate.needs, numbers)
    able = {way for way in (*met, *gone) if way & movable == way}
    return tuple(sorted(way for way in able if not any(o != way and o & way == o for o in able)))


def _ways(start: RaiseStart, condition: Condition, numbers: Numbers) -> tuple[list[Bits], list[Bits]]:
    """The sets of clauses that make a condition true, and those with which nothing is left of it (1.5, 10)."""
    if isinstance(condition, AllOf | AnyOf):
        parts = [_ways(start, one, numbers) for one in condition.parts]
        gone = [reduce(or_, choice, 0) for choice in product(*(out for _, out in parts))]
        if isinstance(condition, AnyOf):
            return [way for met, _ in parts for way in met], gone
        whole = {reduce(or_, choice, 0) for choice in product(*((*met, *out) for met, out in parts))}
        return list(whole.difference(gone)), gone
    assert isinstance(condition, Comparison)
    judged = start.known.judged.get(condition.question)
    if judged is None:
        return [], [0]
    if judged >= level_value(start.pack.items[condition.question], condition.level):
        return [0], []
    number = numbers[condition]
    return [1 << 2 * number], [2 << 2 * number]
