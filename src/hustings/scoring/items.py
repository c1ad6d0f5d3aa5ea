"""Answers to values: how each item enters the score (method.md 1.2 table, 1.5 rulings 2, 3, 5, 7, 16).

A `Sheet` holds what each item is worth by its own answer. `derived` lets parents speak: a follow-up counts only in
those evaluations where its parent reaches the level that opens it. Raising a control for a what-if is the same
derivation with floors, so that a gain and the score it is measured against cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from graphlib import TopologicalSorter

from hustings.answers.events import Answer, Answers, State
from hustings.answers.standing import Standing, Standings, na_stands, opening, standings, value_of
from hustings.pack.model import Item, Kind, Pack
from hustings.scoring.result import ItemScore, ItemState, Triple

ZERO, ONE = Fraction(0), Fraction(1)
NOTHING = Triple(ZERO, ZERO, ZERO)
Values = Mapping[str, Triple]
Floors = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every item of a pack with its state and what its own answer is worth, before parents speak.

    `own` lacks items that do not count. `order` puts parents before their follow-ups.
    """

    pack: Pack
    answers: Answers
    standings: Standings
    states: Mapping[str, ItemState]
    own: Values
    order: tuple[str, ...]


def sheet(pack: Pack, answers: Answers) -> Sheet:
    """Work out state and own value of every item."""
    where = standings(pack, answers)
    states = {
        name: ItemState.NA if na_stands(pack, answers, where, name) else _state(where[name], answers.get(name))
        for name in pack.items
    }
    own = {
        name: _own(item, answers.get(name), where[name])
        for name, item in pack.items.items()
        if states[name].counts
    }
    return Sheet(pack, answers, where, states, own, _order(pack))


def _order(pack: Pack) -> tuple[str, ...]:
    parents = {name: _parent(pack, name) for name in pack.items}
    graph = {name: (parent,) if parent is not None else () for name, parent in parents.items()}
    return tuple(TopologicalSorter(graph).static_order())


def _parent(pack: Pack, name: str) -> str | None:
    follows = pack.questions[name].follows
    return follows.question if follows is not None else None


_BY_STANDING = {
    Standing.EXCLUDED: ItemState.EXCLUDED,
    Standing.IMPLIED: ItemState.IMPLIED,
    Standing.WAITING: ItemState.WAITING,
    Standing.UNKNOWN: ItemState.UNKNOWN,
}


def _state(where: Standing, answer: Answer | None) -> ItemState:
    said = answer.state if answer is not None else State.BLANK
    if where is not Standing.APPLIES:
        return _BY_STANDING[where]
    return ItemState(said.value) if said is not State.NA else ItemState.UNKNOWN


def _own(item: Item, answer: Answer | None, where: Standing) -> Triple:
    if answer is None or where is Standing.UNKNOWN:
        return unknown(item.kind)
    match answer.state:
        case State.ANSWERED if answer.value is not None:
            value = value_of(item, answer.value)
            return Triple(value, value, value)
        case State.UNRESOLVED if answer.votes:
            return _voted(item, answer)
        case _:
            return unknown(item.kind)


def unknown(kind: Kind) -> Triple:
    """What is not known counts as the worst, and in the best case as the best."""
    return Triple(ZERO, ZERO, ONE) if kind == "control" else Triple(ONE, ONE, ZERO)


def _voted(item: Item, answer: Answer) -> Triple:
    """From worst vote over the worse median to best vote."""
    values = sorted((value_of(item, vote) for vote in answer.votes), reverse=item.kind == "exposure")
    return Triple(values[0], values[(len(values) - 1) // 2], values[-1])


def derived(sheet: Sheet, floors: Floors | None = None) -> dict[str, Triple]:
    """The values that enter the formulas, with the controls in `floors` raised to at least that value."""
    floors, values = floors or {}, dict[str, Triple]()
    for name in sheet.order:
        if name in sheet.own:
            opened = _opened(sheet, name, values, floors)
            values[name] = _raised(opened, floors[name]) if name in floors else opened
    return values


def _raised(value: Triple, floor: Fraction) -> Triple:
    return Triple(max(value.lo, floor), max(value.pt, floor), max(value.hi, floor))


def _opened(sheet: Sheet, name: str, values: Values, floors: Floors) -> Triple:
    """An item's value once its parent has spoken."""
    own, parent = sheet.own[name], _parent(sheet.pack, name)
    if parent is None or sheet.standings[name] is Standing.UNKNOWN or parent not in values:
        return own
    opens = opening(sheet.pack, sheet.pack.questions[name])
    if sheet.states[parent].open and floors.get(parent, ZERO) < opens:
        return unknown(sheet.pack.items[name].kind)
    above = values[parent]
    return Triple(
        own.lo if above.lo >= opens else ZERO,
        own.pt if above.pt >= opens else ZERO,
        own.hi if above.hi >= opens else ZERO,
    )


def item_scores(sheet: Sheet, values: Values) -> dict[str, ItemScore]:
    """The items as they are shown in a result."""
    return {
        name: ItemScore(
            item=item,
            question=sheet.pack.questions[name],
            answer=sheet.answers.get(name),
            standing=sheet.standings[name],
            state=sheet.states[name],
            value=values.get(name),
        )
        for name, item in sheet.pack.items.items()
    }


def votes_settled(sheet: Sheet) -> Sheet:
    """The same sheet with every unresolved vote fixed at its median: what is left open is not known, not disputed."""
    fixed = {
        name: Triple(value.pt, value.pt, value.pt) if sheet.states[name] is ItemState.UNRESOLVED else value
        for name, value in sheet.own.items()
    }
    return replace(sheet, own=fixed)
