"""Answers to values: how each item enters the score (method.md 1.2 table, 1.5 rulings 2, 3, 5, 7, 16).

A `Sheet` holds what each item is worth by its own answer. `derived` lets parents speak: a follow-up counts only in
those evaluations where its parent reaches the level that opens it. Raising a control for a what-if is the same
derivation with floors, so that a gain and the score it is measured against cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import TypeVar

from hustings.answers.events import Answer, Answers, State, Value
from hustings.answers.standing import Standing, Standings, na_stands, opening, spoken, standings, value_of
from hustings.pack.model import Item, Kind, Pack
from hustings.scoring.result import ItemScore, ItemState, Triple

ZERO, ONE = Fraction(0), Fraction(1)
Values = Mapping[str, Triple]
Floors = Mapping[str, Fraction]
Vote = TypeVar("Vote")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every item of a pack with its state and what its own answer is worth, before parents speak.

    `own` lacks items that do not count; of the others, `unsaid` have no answer that says anything. `parents`: for each
    follow-up its parent and the parent's value that opens it. `order` puts parents before their follow-ups.
    """

    pack: Pack
    answers: Answers
    standings: Standings
    states: Mapping[str, ItemState]
    own: Values
    unsaid: frozenset[str]
    parents: Mapping[str, tuple[str, Fraction]]
    order: tuple[str, ...]


def sheet(pack: Pack, answers: Answers) -> Sheet:
    """Work out state and own value of every item."""
    where = standings(pack, answers)
    states = {
        name: ItemState.NA if na_stands(pack, answers, where, name) else _state(where[name], answers.get(name))
        for name in pack.items
    }
    counting = {name: item for name, item in pack.items.items() if states[name].counts}
    said = {name: () if where[name] is Standing.UNKNOWN else spoken(answers.get(name)) for name in counting}
    return Sheet(
        pack=pack,
        answers=answers,
        standings=where,
        states=states,
        own={name: _own(item, said[name]) for name, item in counting.items()},
        unsaid=frozenset(name for name in counting if not said[name]),
        parents=parents(pack),
        order=tuple(TopologicalSorter({name: _before(pack, name) for name in pack.items}).static_order()),
    )


def parents(pack: Pack) -> Mapping[str, tuple[str, Fraction]]:
    """The parent of each follow-up that counts, and the parent's value at which it opens."""
    asked = (pack.questions[name] for name in pack.items)
    return {q.id: (q.follows.question, opening(pack, q)) for q in asked if q.follows is not None}


def _before(pack: Pack, name: str) -> tuple[str, ...]:
    follows = pack.questions[name].follows
    return (follows.question,) if follows is not None else ()


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


def _own(item: Item, said: Sequence[Value]) -> Triple:
    """What was said, from the worst vote over the worse median to the best vote; one answer is one vote."""
    values = sorted((value_of(item, vote) for vote in said), reverse=item.kind == "exposure")
    return Triple(values[0], _median(values), values[-1]) if values else unknown(item.kind)


def _median(worst_first: Sequence[Vote]) -> Vote:
    """The middle vote, the worse of two (method.md 1.2: lower median of a control, upper median of an exposure)."""
    return worst_first[(len(worst_first) - 1) // 2]


def unknown(kind: Kind) -> Triple:
    """What is not known counts as the worst, and in the best case as the best."""
    return Triple(ZERO, ZERO, ONE) if kind == "control" else Triple(ONE, ONE, ZERO)


@dataclass(frozen=True, slots=True)
class _Pass:
    """One derivation on its way. `shut`: items that are not known, below which recorded answers are ignored."""

    sheet: Sheet
    floors: Floors
    values: dict[str, Triple] = field(default_factory=dict)
    shut: set[str] = field(default_factory=set)


def derived(sheet: Sheet, floors: Floors | None = None) -> dict[str, Triple]:
    """The values that enter the formulas, with the controls in `floors` raised to at least that value."""
    now = _Pass(sheet, floors or {})
    for name in sheet.order:
        if name in sheet.own:
            opened = _opened(now, name)
            now.values[name] = _raised(opened, now.floors[name]) if name in now.floors else opened
    return now.values


def _raised(value: Triple, floor: Fraction) -> Triple:
    return Triple(max(value.lo, floor), max(value.pt, floor), max(value.hi, floor))


def _opened(now: _Pass, name: str) -> Triple:
    """An item's value once its parent has spoken (ruling 3)."""
    if name in now.sheet.unsaid:
        now.shut.add(name)
    own = now.sheet.own[name]
    if name not in now.sheet.parents or now.sheet.standings[name] is Standing.UNKNOWN:
        return own
    parent, opens = now.sheet.parents[name]
    if parent in now.shut and now.floors.get(parent, ZERO) < opens:
        now.shut.add(name)
        return unknown(now.sheet.pack.items[name].kind)
    if now.values[parent].hi < opens:
        now.shut.discard(name)
    return _where_open(own, now.values[parent], opens)


def _where_open(own: Triple, above: Triple, opens: Fraction) -> Triple:
    """The own value in those evaluations where the parent reaches the level, else 0."""
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


def votes_settled(work: Sheet) -> Sheet:
    """The same with every unresolved vote fixed at its median: what is left open is not known, not disputed."""
    return sheet(work.pack, settled_answers(work.pack, work.answers))


def settled_answers(pack: Pack, answers: Answers) -> Answers:
    """The answers with the votes on every scored question fixed at their median."""
    return {name: _settled(pack.items.get(name), said) for name, said in answers.items()}


def _settled(item: Item | None, said: Answer) -> Answer:
    if item is None or said.state is not State.UNRESOLVED:
        return said
    worst_first = sorted(said.votes, key=lambda vote: value_of(item, vote), reverse=item.kind == "exposure")
    return replace(said, state=State.ANSWERED, value=_median(worst_first), votes=())
