"""The type of a check: a function from a pack to the problems that it finds.

A check does not report what is only a consequence of a problem that another check reports.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem

Check = Callable[[Pack, Diagnostics], Iterator[Problem]]


def loops(graph: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle in "needs" relations, from its first member round to it again: (a, b, a)."""
    left = {name: tuple(needs) for name, needs in graph.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as wrong:
            loop = tuple(reversed(wrong.args[1][1:]))
            start = loop.index(min(loop, key=tuple(graph).index))
            yield (*loop[start:], *loop[:start], loop[start])
            left = {name: needs for name, needs in left.items() if name not in loop}
        else:
            return


def circle(loop: tuple[str, ...]) -> str:
    """A circle of ids as a message shows it: `a` -> `b` -> `a`."""
    return " -> ".join(f"`{name}`" for name in loop)
