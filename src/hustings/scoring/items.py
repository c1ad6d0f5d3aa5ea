"""Answers to values: how each item enters the score (method.md 1.2 table, 1.5 rulings 2, 3, 5, 7, 16; 1.6, 22).

An `ItemSheet` holds the value of each item by its own answer alone. `derived` adds parents: a follow-up counts only in
those evaluations where its parent reaches the level that opens it. A what-if that raises a control is the same
derivation with floors, so a gain and the score that it is measured against cannot disagree: what was recorded for the
follow-ups of a raised parent, "does not apply" included, counts again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from hustings.answers.applicability import (
    Applicability,
    Standings,
    in_order,
    na_stands,
    opening,
    spoken,
    standings_again,
    value_of,
)
from hustings.answers.events import Answer, Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.model import Item, Kind, Pack
from hustings.scoring.result import Bounds, ItemScore, ItemState

ZERO, ONE = Fraction(0), Fraction(1)
Values = Mapping[str, Bounds]
Floors = Mapping[str, Fraction]
Vote = TypeVar("Vote")


@dataclass(frozen=True, slots=True)
class ItemSheet:
    """Every item of a pack with its state and the value of its own answer, before parents are considered.

    `own` lacks items that do not count; of the others, `unsaid` have no answer with a value. `shelved`: controls that
    count because a parent is absent, not known or disputed, and were marked as not applicable, or follow one that was.
    `parents`: for each follow-up its parent and the parent's value that opens it. `order` puts parents before their
    follow-ups.
    """

    pack: Pack
    answers: Answers
    standings: Standings
    states: Mapping[str, ItemState]
    own: Values
    unsaid: frozenset[str]
    shelved: frozenset[str]
    parents: Mapping[str, tuple[str, Fraction]]
    order: tuple[str, ...]


def sheet(pack: Pack, answers: Answers) -> ItemSheet:
    """Work out state and own value of every item."""
    asked = tuple(in_order(pack))
    where, order = standings_again(pack, answers, {}, asked), tuple(name for name in asked if name in pack.items)
    empty = ItemSheet(pack, answers, where, {}, {}, frozenset(), frozenset(), parents(pack), order)
    return _filled(empty, pack.items)


def sheet_again(before: ItemSheet, answers: Answers, asked: Sequence[str]) -> ItemSheet:
    """The same after some answers changed. Only the questions `asked`, parents first, are worked out again.

    They are those that were answered and all that depend on them.
    """
    where = standings_again(before.pack, answers, before.standings, asked)
    return _filled(replace(before, answers=answers, standings=where), [n for n in asked if n in before.pack.items])


def _filled(work: ItemSheet, names: Iterable[str]) -> ItemSheet:
    """A sheet with the states and own values of these items worked out."""
    pack, answers, where = work.pack, work.answers, work.standings
    states = {name: _state(where[name], answers.get(name)) for name in names}
    marked = [name for name in states if name in answers and answers[name].state is State.NA]
    states.update((name, ItemState.NA) for name in marked if na_stands(pack, answers, where, name))
    counting = {name: pack.items[name] for name, state in states.items() if state.counts}
    said = {name: () if where[name] is Applicability.UNKNOWN else spoken(answers.get(name)) for name in counting}
    own = {name: _own(item, said[name]) for name, item in counting.items()}
    return replace(
        work,
        states={**work.states, **states},
        own={**{name: value for name, value in work.own.items() if name not in states}, **own},
        unsaid=work.unsaid.difference(states).union(name for name in counting if not said[name]),
        shelved=work.shelved.difference(states).union(_shelved(pack, answers, counting)),
    )


def _shelved(pack: Pack, answers: Answers, counting: Iterable[str]) -> Iterator[str]:
    """Of the items that count, those that were marked as not applicable or follow one that was."""
    marked = {name for name, said in answers.items() if said.state is State.NA}
    return (name for name in counting if marked and not marked.isdisjoint(_line(pack, name)))


def _line(pack: Pack, name: str) -> Iterator[str]:
    """A follow-up, its parent, the parent's parent, and so on."""
    yield name
    while (follows := pack.questions[name].follows) is not None:
        name = follows.question
        yield name


def parents(pack: Pack) -> Mapping[str, tuple[str, Fraction]]:
    """The parent of each follow-up that counts, and the parent's value at which it opens."""
    asked = (pack.questions[name] for name in pack.items)
    return {q.id: (q.follows.question, opening(pack, q)) for q in asked if q.follows is not None}


_BY_STANDING = {
    Applicability.EXCLUDED: ItemState.EXCLUDED,
    Applicability.IMPLIED: ItemState.IMPLIED,
    Applicability.WAITING: ItemState.WAITING,
    Applicability.UNKNOWN: ItemState.UNKNOWN,
}
_BY_ANSWER = {
    State.ANSWERED: ItemState.ANSWERED,
    State.DONT_KNOW: ItemState.DONT_KNOW,
    State.BLANK: ItemState.BLANK,
    State.UNRESOLVED: ItemState.UNRESOLVED,
    State.NA: ItemState.UNKNOWN,  # `_filled` makes it NA where it is accepted
}


def _state(where: Applicability, answer: Answer | None) -> ItemState:
    if where in _BY_STANDING:
        return _BY_STANDING[where]
    return ItemState.BLANK if answer is None else _BY_ANSWER[answer.state]


def _own(item: Item, said: Sequence[Value]) -> Bounds:
    """The worst vote, the median (the worse of two) and the best vote; one answer is one vote."""
    values = sorted((value_of(item, vote) for vote in said), reverse=item.kind == "exposure")
    return Bounds(values[0], _median(values), values[-1]) if values else unknown(item.kind)


def _median(worst_first: Sequence[Vote]) -> Vote:
    """The middle vote, the worse of two (method.md 1.2: lower median of a control, upper median of an exposure)."""
    return worst_first[(len(worst_first) - 1) // 2]


def unknown(kind: Kind) -> Bounds:
    """The bounds of an unknown item: the worst value at lo and pt, the best at hi."""
    return Bounds(ZERO, ZERO, ONE) if kind == "control" else Bounds(ONE, ONE, ZERO)


@dataclass(frozen=True, slots=True)
class Derivation:
    """Values as they are worked out. `shut`: items that are not known, below which recorded answers are ignored."""

    sheet: ItemSheet
    floors: Floors
    values: dict[str, Bounds]
    shut: set[str]


def derived(sheet: ItemSheet, floors: Floors | None = None) -> dict[str, Bounds]:
    """The values that enter the formulas, with the controls in `floors` raised to at least that value."""
    return derivation(sheet, floors or {}).values


def derivation(sheet: ItemSheet, floors: Floors) -> Derivation:
    """The same, as a `Derivation`, which also knows the items below something unknown."""
    now = Derivation(sheet, floors, {}, set())
    for name in sheet.order:
        derive(now, name)
    return now


def derive(now: Derivation, name: str) -> None:
    """Work out one item again, after its parent. An item that may not apply is not raised (1.8, 40)."""
    now.values.pop(name, None)
    now.shut.discard(name)
    if name in now.sheet.own and not _left_out(now, name):
        opened = _opened(now, name)
        lifted = name in now.floors and fixable(now.sheet, name)
        now.values[name] = _raised(opened, now.floors[name]) if lifted else opened


def fixable(sheet: ItemSheet, name: str) -> bool:
    """Whether a fix may raise a control: it counts, surely applies, and nobody marked it as not applicable."""
    return name in sheet.own and name not in sheet.shelved and sheet.standings[name] is not Applicability.UNKNOWN


def _left_out(now: Derivation, name: str) -> bool:
    """Whether a raised parent makes a recorded "does not apply" count again (1.6, 22)."""
    if name not in now.sheet.shelved:
        return False
    parent, opens = now.sheet.parents[name]
    if parent not in now.values:
        return True
    open_ = parent not in now.shut or now.floors.get(parent, ZERO) >= opens
    marked = name in now.sheet.answers and now.sheet.answers[name].state is State.NA
    return marked and open_ and now.values[parent].lo >= opens


def _raised(value: Bounds, floor: Fraction) -> Bounds:
    if value.hi <= floor:
        return Bounds(floor, floor, floor)
    return Bounds(max(value.lo, floor), max(value.pt, floor), max(value.hi, floor))


def _opened(now: Derivation, name: str) -> Bounds:
    """An item's value, given that of its parent (ruling 3)."""
    if name in now.sheet.unsaid:
        now.shut.add(name)
    own = now.sheet.own[name]
    if name not in now.sheet.parents or now.sheet.standings[name] is Applicability.UNKNOWN:
        return own
    parent, opens = now.sheet.parents[name]
    if parent in now.shut and now.floors.get(parent, ZERO) < opens:
        now.shut.add(name)
        return unknown(now.sheet.pack.items[name].kind)
    if now.values[parent].hi < opens:
        now.shut.discard(name)
    return _where_open(own, now.values[parent], opens)


def _where_open(own: Bounds, above: Bounds, opens: Fraction) -> Bounds:
    """The own value in those evaluations where the parent reaches the level, else 0."""
    return Bounds(
        own.lo if above.lo >= opens else ZERO,
        own.pt if above.pt >= opens else ZERO,
        own.hi if above.hi >= opens else ZERO,
    )


def item_scores(sheet: ItemSheet, values: Values) -> dict[str, ItemScore]:
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


def votes_settled(work: ItemSheet) -> ItemSheet:
    """The same with every unresolved vote fixed at its median: what is still open is unknown, not disputed."""
    return sheet(work.pack, settled_answers(work.pack, work.answers))


def settled_answers(pack: Pack, answers: Answers) -> Answers:
    """The answers with the votes on every scored question fixed at their median."""
    return {name: _settled(pack.items.get(name), said) for name, said in answers.items()}


def _settled(item: Item | None, said: Answer) -> Answer:
    if item is None or said.state is not State.UNRESOLVED:
        return said
    worst_first = sorted(said.votes, key=lambda vote: value_of(item, vote), reverse=item.kind == "exposure")
    return replace(said, state=State.ANSWERED, value=_median(worst_first), votes=())
