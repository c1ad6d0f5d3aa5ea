"""Ways through the pack: follow-ups of controls, no circles, no endless chains, and every question reached by somebody.

Nobody follows a chain of fifty steps, each waiting for the one before, and a calculation over a pack goes down each
chain to its end. That holds for questions, controls and actions alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from hustings.messages import say
from hustings.pack.build.item_values import level_problem
from hustings.pack.checks.check_function import circle, loops
from hustings.pack.checks.conditions import makes_sense
from hustings.pack.condition_truth import Value, every_value, judge
from hustings.pack.conditions import Clause, clauses, holds, names
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, depends_on
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place, Problem

MOST_WORLDS = 20_000  # combinations of answers tried in all, before the rest is taken to be reachable
MOST_BEFORE = 20  # questions that one may depend on before it is taken to be reachable
World = Mapping[str, Value | None]


def follow_controls(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A follow-up names a control, and a level above its lowest."""
    for question in pack.questions.values():
        follows = question.follows
        if follows is None:
            continue
        parent = pack.items.get(follows.question)
        if parent is None or parent.kind != "control":
            yield from _no_control(pack, diagnostics, question, follows.question)
        elif follows.level is not None and (
            problem := level_problem(diagnostics, parent, follows.level, follows.place)
        ):
            yield problem
        elif follows.level is not None and parent.at(follows.level) == 0:
            what = say("`{question}` is always at its lowest level or above", question=parent.question)
            yield diagnostics.problem(follows.place, what, say("Name a higher level."))


def _no_control(pack: Pack, diagnostics: Diagnostics, question: Question, name: str) -> Iterator[Problem]:
    assert question.follows is not None
    place = question.follows.place
    if name not in pack.questions:
        yield from diagnostics.unknown(
            place, "control", name, [n for n, i in pack.items.items() if i.kind == "control"]
        )
    elif name not in diagnostics.lost and not diagnostics.blind:
        hint = say("Only controls have follow-ups. Write `when:` with a condition on `{name}`.", name=name)
        yield diagnostics.problem(
            place, say("`{id}` follows `{name}`, which is not a control", id=question.id, name=name), hint
        )


def exposure_follows_nothing(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A follow-up to an absent control counts as 0, which would be the best for an exposure item."""
    for name, item in pack.items.items():
        follows = pack.questions[name].follows
        if item.kind == "exposure" and follows is not None:
            what = say("`{name}` is an exposure item and cannot follow a control", name=name)
            yield diagnostics.problem(follows.place, what, say("Ask it always, or let a fact decide with `when`."))


def no_circles(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """No question waits for itself."""
    for loop in loops(_graph(pack)):
        question = pack.questions[loop[0]]
        key = "when" if question.when is not None and loop[1] in names(question.when) else "follows"
        what = say("these questions wait for each other: {circle}", circle=circle(loop))
        if len(loop) == 2:  # noqa: PLR2004 - itself and back
            what = say("`{id}` waits for itself", id=question.id)
        yield diagnostics.problem(diagnostics.at(question.place, key), what, say("Take one condition away."))


def _graph(pack: Pack) -> dict[str, tuple[str, ...]]:
    return {name: tuple(n for n in _needs(q) if n in pack.questions) for name, q in pack.questions.items()}


def _needs(question: Question) -> tuple[str, ...]:
    asked = names(question.when) if question.when is not None else ()
    return asked + ((question.follows.question,) if question.follows is not None else ())


# --- questions that nobody would be asked ------------------------------------------------------------------


def reachable(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Some combination of answers opens every question; one that waits for an unreachable one is not reported again."""
    graph, lost, tries = _graph(pack), set[str](), iter(range(MOST_WORLDS))
    for loop in loops(graph):
        lost.update(loop)
    for name in TopologicalSorter({n: needs for n, needs in graph.items() if n not in lost}).static_order():
        question = pack.questions[name]
        if not lost.isdisjoint(graph[name]) or not makes_sense(pack, question):
            lost.add(name)
        elif name not in lost and question.when is not None and not _reached(pack, name, graph, tries):
            lost.add(name)
            what = say("nobody is ever asked `{name}`: no answers make its `when` true", name=name)
            yield diagnostics.problem(
                diagnostics.at(question.place, "when"), what, say("Look for two parts that exclude each other.")
            )


def _reached(pack: Pack, name: str, graph: Mapping[str, Sequence[str]], tries: Iterator[int]) -> bool:
    """Whether a world is found in which a question is asked; True if there are too many to try."""
    before = _before(name, graph)
    if len(before) > MOST_BEFORE:
        return True
    whens = [pack.questions[n].when for n in (*before, name)]
    parts = [clause for when in whens if when is not None for clause in clauses(when)]
    tried = zip(_worlds(pack, before, parts, {}), tries, strict=False)
    return any(_asked_in(pack, pack.questions[name], world) for world, _ in tried) or next(tries, None) is None


def _before(name: str, graph: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The questions on which one depends, first those that others depend on."""
    before, waiting = dict[str, None](), list(graph[name])
    while waiting and len(before) <= MOST_BEFORE:
        here = waiting.pop()
        if here not in before:
            before[here] = None
            waiting += graph[here]
    return tuple(n for n in TopologicalSorter({n: graph[n] for n in before}).static_order() if n in before)


def _worlds(pack: Pack, names: Sequence[str], parts: Sequence[Clause], world: World) -> Iterator[World]:
    """Every combination of answers to these questions that the conditions can tell apart."""
    if not names:
        yield world
        return
    question = pack.questions[names[0]]
    own = [part for part in parts if part.question == question.id]
    values: Sequence[Value | None] = (None,)
    if _asked_in(pack, question, world):
        values = (every_value(question, own) or ("",)) + ((None,) if question.na else ())
    ways = {(value is None, *(judge(pack, part, value) for part in own)): value for value in values}
    for value in ways.values():
        yield from _worlds(pack, names[1:], parts, {**world, question.id: value})


def _asked_in(pack: Pack, question: Question, world: World) -> bool:
    if question.follows is not None and world.get(question.follows.question, "") is None:
        return False
    return question.when is None or holds(question.when, lambda part: judge(pack, part, world[part.question]))


LONGEST = 50
"""So many may wait for each other in a chain."""


def short_chains(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """No chain of more than fifty: `when` and `follows`, `requires`, `after`."""
    questions = {name: depends_on(question) for name, question in pack.questions.items()}
    needs = {name: (*questions[name], *(n.question for n in item.requires)) for name, item in pack.items.items()}
    actions = {action.id: action.after for action in pack.rubric.actions}
    yield from _long(questions, {name: question.place for name, question in pack.questions.items()}, diagnostics)
    if not _beyond(questions):
        yield from _long({**questions, **needs}, {name: item.place for name, item in pack.items.items()}, diagnostics)
    yield from _long(actions, {action.id: action.place for action in pack.rubric.actions}, diagnostics)


def _long(
    graph: Mapping[str, Collection[str]], places: Mapping[str, Place], diagnostics: Diagnostics
) -> Iterator[Problem]:
    name = _beyond(graph)
    if name in places:
        what = say("`{name}` stands at the end of a chain of more than {n}", name=name, n=LONGEST)
        yield diagnostics.problem(places[name], what, say("Let it wait for an earlier one, or for none."))


def _beyond(graph: Mapping[str, Collection[str]]) -> str:
    """The first that has more than fifty before it, one waiting for the other; nothing where they wait in a circle."""
    depth = dict[str, int]()
    try:
        for name in TopologicalSorter(graph).static_order():
            depth[name] = 1 + max((depth[before] for before in graph.get(name, ())), default=0)
            if depth[name] > LONGEST:
                return name
    except CycleError:  # another check reports it
        return ""
    return ""
