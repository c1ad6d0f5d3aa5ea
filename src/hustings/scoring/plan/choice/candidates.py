"""Which actions may enter a plan: what each would raise, what must come before it, and when it could work.

An action that would change nothing counts as done and is left out, and so does one on a control that may not apply
(method.md 1.5, 18; 1.6, 23; 1.8, 40). A follow-up is raised only after its parent, by the parent's own action.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.pack.model import Action
from hustings.scoring.items import Derivation, fixable
from hustings.scoring.plan.action_graph import ActionGraph

Levels = Mapping[str, Fraction]
"""The least value of each control that a set of actions leaves behind, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An action that would change something.

    `levels`: the controls that it raises, with the value each then has at least. `needs`: the candidates that come
    before it. `finish`: calendar days from today until it works, at the earliest (F_a, 1.2). `check`: something that
    it raises is not known, so finding out comes before fixing (1.7, 30).
    """

    action: Action
    levels: Levels
    needs: tuple[str, ...]
    finish: int
    check: bool


Candidates = Mapping[str, Candidate]
"""Candidates by the id of their action, each after those that it needs."""


def candidates(now: Derivation, graph: ActionGraph) -> Candidates:
    """The candidates of an assessment, in an order in which they can be done."""
    effective = {name: levels for name, action in graph.items() if (levels := _effective(now, action))}
    before = {name: _before(now, graph, effective, name) for name in effective}
    ordered = dict[str, Candidate]()
    waiting = dict(before)
    while ready := [name for name, needs in waiting.items() if needs is not None and ordered.keys() >= set(needs)]:
        for name in ready:
            needs = waiting.pop(name) or ()
            finish = graph[name].lead_days + max((ordered[need].finish for need in needs), default=0)
            checked = any(now.sheet.states[control].open for control in effective[name])
            ordered[name] = Candidate(graph[name], effective[name], needs, finish, checked)
    return ordered


def _effective(now: Derivation, action: Action) -> Levels:
    """What an action raises today: controls that surely apply and are below its level at worst."""
    return {
        need.question: need.value
        for need in action.raises
        if fixable(now.sheet, need.question)
        and need.question in now.values
        and now.values[need.question].lo < need.value
    }


def _before(now: Derivation, graph: ActionGraph, effective: Mapping[str, Levels], name: str) -> tuple[str, ...] | None:
    """The candidates that must come first; None if a parent cannot be raised, so that the action has no effect."""
    needs = [before for before in graph[name].after if before in effective]
    for control in effective[name]:
        if control in now.sheet.parents:
            parent, opens = now.sheet.parents[control]
            if now.values[parent].lo < opens:
                opening = _opening_action(graph, effective, parent, opens)
                if opening is None:
                    return None
                needs.append(opening)
    return tuple(dict.fromkeys(need for need in needs if need != name))


def _opening_action(graph: ActionGraph, effective: Mapping[str, Levels], parent: str, opens: Fraction) -> str | None:
    """The action that brings a parent to the level: the lowest sufficient one, then fewest hours, then id (1.8, 59)."""
    enough = [
        (levels[parent], graph[name].hours, name)
        for name, levels in effective.items()
        if levels.get(parent, Fraction(0)) >= opens
    ]
    return min(enough)[-1] if enough else None


def levels_of(chosen: Iterable[Candidate]) -> dict[str, Fraction]:
    """The levels that some candidates leave behind together."""
    levels = dict[str, Fraction]()
    for candidate in chosen:
        for control, value in candidate.levels.items():
            levels[control] = max(value, levels.get(control, value))
    return levels


def higher_levels(levels: Levels, others: Levels) -> Levels:
    """The higher level of each control, of two sets of actions that are done both."""
    return {**levels, **{name: max(value, levels.get(name, value)) for name, value in others.items()}}


def closure(pool: Candidates, names: Iterable[str]) -> frozenset[str]:
    """Some candidates and all that must come before them."""
    return frozenset(_upward(pool, names))


def _upward(pool: Candidates, names: Iterable[str]) -> Iterator[str]:
    todo = [*names]
    seen = set[str]()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += pool[name].needs
            yield name


def dependants(pool: Candidates, names: Iterable[str]) -> frozenset[str]:
    """Some candidates and all that cannot be done without them."""
    gone = set(names)
    for name, candidate in pool.items():
        if not gone.isdisjoint(candidate.needs):
            gone.add(name)
    return frozenset(gone)
