"""Sets of actions in the order of preference, until one can be dated (method.md 1.8, 48)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count

from hustings.frozen_records import dataclass
from hustings.scoring.plan.choice.cheapest import Goal, Problem, cheapest, key

MOST_TRIED = 24
"""Sets whose dates are tried before a goal is given up."""
KeepsDates = Callable[[frozenset[str]], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """The first set that can be dated (None: none of those tried). `exact`: none that is better was left untried."""

    chosen: frozenset[str] | None
    exact: bool = True


def first_dated(given: Problem, goal: Goal, limit: Fraction | None, keeps_dates: KeepsDates) -> Found:
    """The best set that reaches a goal and keeps every date."""
    for tried, chosen in enumerate(ranked(given, goal, limit)):
        if keeps_dates(chosen):
            return Found(chosen)
        if tried + 1 == MOST_TRIED:
            return Found(None, exact=False)
    return Found(None)


def ranked(given: Problem, goal: Goal, limit: Fraction | None) -> Iterator[frozenset[str]]:
    """The sets that reach a goal, best first; none that contains one which came before.

    What holds a set that could not be dated has more work still, and cannot be dated either.
    """
    number = count()
    heap = list[tuple[tuple[object, ...], int, frozenset[str], Goal]]()

    def add(narrowed: Goal) -> None:
        chosen = cheapest(given, narrowed, limit)
        if chosen is not None:
            heappush(heap, (key(given.pool, chosen), next(number), chosen, narrowed))

    add(goal)
    while heap:
        _, _, chosen, narrowed = heappop(heap)
        yield chosen
        kept = narrowed.must
        for name in sorted(chosen - narrowed.must):
            add(replace(narrowed, must=kept, never=narrowed.never | {name}))
            kept |= {name}
