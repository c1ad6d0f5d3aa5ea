"""How long a chain may be in which each waits for the one before: of questions, of controls and of actions.

Nobody follows fifty steps, and whoever reckons with a pack goes down each chain to its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import depends_on
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place, Problem

LONGEST = 50


def short_chains(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """No chain of more than fifty: `when` and `follows`, `requires`, `after`."""
    questions = {name: depends_on(question) for name, question in pack.questions.items()}
    needs = {name: (*questions[name], *(n.question for n in item.requires)) for name, item in pack.items.items()}
    actions = {action.id: action.after for action in pack.rubric.actions}
    yield from _long(questions, {name: question.place for name, question in pack.questions.items()}, diagnostics)
    if not beyond(questions):
        yield from _long({**questions, **needs}, {name: item.place for name, item in pack.items.items()}, diagnostics)
    yield from _long(actions, {action.id: action.place for action in pack.rubric.actions}, diagnostics)


def _long(
    graph: Mapping[str, Collection[str]], places: Mapping[str, Place], diagnostics: Diagnostics
) -> Iterator[Problem]:
    name = beyond(graph)
    if name in places:
        what = say("`{name}` stands at the end of a chain of more than {n}", name=name, n=LONGEST)
        yield diagnostics.problem(places[name], what, say("Let it wait for an earlier one, or for none."))


def beyond(graph: Mapping[str, Collection[str]]) -> str:
    """The first that has more than fifty before it, one waiting for the other; nothing where they wait in a circle."""
    depth = dict[str, int]()
    try:
        for name in TopologicalSorter(graph).static_order():
            depth[name] = 1 + max((depth[before] for before in graph.get(name, ())), default=0)
            if depth[name] > LONGEST:
                return name
    except CycleError:  # told by another check
        return ""
    return ""
