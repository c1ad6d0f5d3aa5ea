"""What must come before what: the actions of a pack as a graph, and what is computed along it.

The order is worked out here and nowhere else, so that the plan, its dates and the verdicts on uses agree. Checks of a
pack have made sure that no action waits for itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import TopologicalSorter

from hustings.pack.model import Action, Pack

ActionGraph = Mapping[str, Action]
"""Every action of a pack by its id, each after those that must come before it."""


def action_graph(pack: Pack) -> ActionGraph:
    """The actions of a pack by id, in an order in which they can be done."""
    by_id = {action.id: action for action in pack.rubric.actions}
    order = TopologicalSorter({name: action.after for name, action in by_id.items()}).static_order()
    return {name: by_id[name] for name in order}


def with_prerequisites(graph: ActionGraph, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Some actions and everything that must come before them, each once, in the order of the graph."""
    wanted = {action.id for action in actions}
    for name in reversed([*graph]):
        if name in wanted:
            wanted.update(graph[name].after)
    return tuple(action for name, action in graph.items() if name in wanted)


def finish_days(graph: ActionGraph, done: Collection[str] = ()) -> Mapping[str, int]:
    """Calendar days from today until each action works, at the earliest (F_a, method.md 1.2).

    What must come before it is included; what is `done` takes no days of its own.
    """
    days = dict[str, int]()
    for name, action in graph.items():
        own = 0 if name in done else action.lead_days
        days[name] = own + max((days[before] for before in action.after), default=0)
    return days


def latest_starts(
    graph: ActionGraph, finish: Mapping[str, int], chosen: Collection[str], days_left: int
) -> Mapping[str, int]:
    """Days from today by which each action must start, so that it and what waits for it fit into `days_left`.

    Only what is `chosen` is waited for, and only if it still fits.
    """
    starts = dict[str, int]()
    for name in reversed([*graph]):
        waiting = (other for other in chosen if name in graph[other].after and finish[other] <= days_left)
        starts[name] = min([days_left, *(starts[other] for other in waiting)]) - graph[name].lead_days
    return starts


def prerequisites_first(actions: Iterable[Action]) -> Iterator[Action]:
    """Actions in the order given, but each straight after those among them that must come before it."""
    waiting = {action.id: action for action in actions}
    for name in tuple(waiting):
        yield from _released(name, waiting)


def _released(name: str, waiting: dict[str, Action]) -> Iterator[Action]:
    action = waiting.pop(name, None)
    if action is not None:
        for before in action.after:
            yield from _released(before, waiting)
        yield action
