"""Open points: everything that counts and is not known, each reported once, at the question that can be asked now.

Controls and exposures that nobody answered, facts (and votes) that leave open whether something applies, and votes on
both sides of an open gate. An open point is never a finding or an action (method.md 1.6, ruling 26; 1.8, 38, 41 and
59). What depends on each, and in which order to ask, is in `next_question`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import TypeGuard

from hustings.answers.applicability import Applicability, level_value, na_stands, spoken
from hustings.answers.events import State
from hustings.pack.conditions import Clause, Comparison, clauses, names
from hustings.scoring.items import ItemSheet, Values
from hustings.scoring.result import GateScore, OpenPoint, OpenReason


def open_points(work: ItemSheet, values: Values, gates: Sequence[GateScore]) -> tuple[OpenPoint, ...]:
    """Every open point, in the pack's order."""
    behind = dict[str, dict[str, None]]()
    for name in (name for name in work.pack.items if work.states[name].open):
        for root in askable(work, name):
            behind.setdefault(root, {})[name] = None
    hanging = {gate.gate.id: tuple(_settling(work, values, gate)) for gate in gates if gate.status == "open"}
    for root in chain.from_iterable(hanging.values()):
        behind.setdefault(root, {})
    return tuple(_point(work, name, behind[name], gates, hanging) for name in work.pack.questions if name in behind)


def _point(
    work: ItemSheet, name: str, items: Iterable[str], gates: Sequence[GateScore], hanging: dict[str, tuple[str, ...]]
) -> OpenPoint:
    open_ = [gate for gate in gates if name in hanging.get(gate.gate.id, ())]
    ordered = sorted(open_, key=lambda gate: not gate.overall)
    return OpenPoint(work.pack.questions[name], _reason(work, name), tuple(items), tuple(ordered))


def _reason(work: ItemSheet, name: str) -> OpenReason:
    answer = work.answers.get(name)
    match answer.state if answer is not None else State.BLANK:
        case State.DONT_KNOW:
            return "not_known"
        case State.UNRESOLVED:
            return "disputed"
        case _:
            return "not_answered"


def askable(work: ItemSheet, name: str) -> tuple[str, ...]:
    """The questions to ask now so that one is known: itself, or those that decide whether it applies."""
    return tuple(dict.fromkeys(_roots(work, name)))


def _roots(work: ItemSheet, name: str) -> Iterator[str]:
    """A question that applies is asked itself; for one that may not apply, those that decide it."""
    question = work.pack.questions[name]
    parent = question.follows.question if question.follows is not None else None
    match work.standings[name]:
        case Applicability.APPLIES if name in work.shelved and parent is not None:
            yield from _roots(work, parent)
        case Applicability.APPLIES:
            yield name
        case Applicability.WAITING if parent is not None:
            yield from _roots(work, parent)
        case _:
            for one in names(question.when) if question.when is not None else ():
                yield from _roots(work, one) if _unsettled(work, one) else ()
            if parent is not None and work.standings[parent] in (Applicability.UNKNOWN, Applicability.WAITING):
                yield from _roots(work, parent)


def _unsettled(work: ItemSheet, name: str) -> bool:
    """Whether more than one outcome of a question in a condition is still possible."""
    where = work.standings[name]
    if where is Applicability.APPLIES:
        marked = na_stands(work.pack, work.answers, work.standings, name)
        return not marked and len(set(spoken(work.answers.get(name)))) != 1
    return where in (Applicability.UNKNOWN, Applicability.WAITING)


# --- gates -------------------------------------------------------------------------------------------------


def _settling(work: ItemSheet, values: Values, gate: GateScore) -> Iterator[str]:
    """The questions that may settle an open gate: its unknown ones, and disputed votes that it depends on."""
    asked = [*clauses(gate.gate.needs), *(clauses(gate.gate.when) if gate.gate.when is not None else ())]
    for name in gate.deciding:
        if work.states[name].open:
            yield from askable(work, name)
        else:
            levels = (level_value(work.pack.items[name], one.level) for one in asked if _asks(one, name))
            yield from (root for level in levels for root in _disputed(work, values, name, level))


def _asks(clause: Clause, name: str) -> TypeGuard[Comparison]:
    return isinstance(clause, Comparison) and clause.question == name


def _disputed(work: ItemSheet, values: Values, name: str, level: Fraction) -> Iterator[str]:
    """Votes on both sides of a level; a control whose middle vote is below its target is a finding instead (38)."""
    item, own = work.pack.items[name], work.own[name]
    if (own.lo >= level) is not (own.hi >= level) and (item.kind == "exposure" or own.pt >= item.target):
        yield name
    if name in work.parents and own.hi >= level:
        yield from _votes_above(work, values, *work.parents[name])


def _votes_above(work: ItemSheet, values: Values, parent: str, opens: Fraction) -> Iterator[str]:
    """The parent whose votes decide whether a follow-up counts at all, or that parent's own parent (59)."""
    if values[parent].lo < opens <= values[parent].hi:
        if work.own[parent].lo < opens:
            yield parent
        if parent in work.parents:
            yield from _votes_above(work, values, *work.parents[parent])
