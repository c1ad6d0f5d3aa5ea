"""Does a question apply to this campaign? Yes, no, not known yet, or settled by its parent.

One answer for the interview (what is asked) and for scoring (what counts), so that the two can never disagree.
Rules: method.md 1.5, rulings 2 to 4. `when` may leave a question out; `follows` opens it, or implies 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from graphlib import TopologicalSorter
from itertools import product
from typing import assert_never

from hustings.answers.events import Answer, Answers, State, Value
from hustings.pack.conditions import Clause, Compare, Has, Level, OneOf, clauses, names, settle
from hustings.pack.model import Item, OptionValues, Pack, Points, Question


class Standing(Enum):
    """APPLIES: asked. EXCLUDED: does not apply. IMPLIED: its parent is below the level that opens it, so it counts
    as 0. WAITING: its parent is not answered. UNKNOWN: a condition depends on something not known.
    """

    APPLIES = "applies"
    EXCLUDED = "excluded"
    IMPLIED = "implied"
    WAITING = "waiting"
    UNKNOWN = "unknown"


Standings = Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class _View:
    pack: Pack
    answers: Answers
    standings: dict[str, Standing]


def standings(pack: Pack, answers: Answers) -> Standings:
    """Where every question of the pack stands, given the answers. Answers to questions that do not apply are ignored."""
    view = _View(pack, answers, {})
    for name in _order(pack):
        view.standings[name] = _standing(pack.questions[name], view)
    return {name: view.standings[name] for name in pack.questions}


def depends_on(question: Question) -> tuple[str, ...]:
    """The questions that decide whether this one is asked."""
    asked = names(question.when) if question.when is not None else ()
    return asked + ((question.follows.question,) if question.follows is not None else ())


def _order(pack: Pack) -> Iterator[str]:
    return iter(TopologicalSorter({name: depends_on(q) for name, q in pack.questions.items()}).static_order())


def _standing(question: Question, view: _View) -> Standing:
    if question.when is not None:
        truth = settle(question.when, lambda name, parts: _truths(name, parts, view))
        if truth is not True:
            return Standing.EXCLUDED if truth is False else Standing.UNKNOWN
    return _opened(question, view) if question.follows is not None else Standing.APPLIES


def _opened(question: Question, view: _View) -> Standing:
    """What the parent control says about its follow-up (ruling 3)."""
    assert question.follows is not None
    parent, answer = question.follows.question, view.answers.get(question.follows.question)
    match view.standings[parent]:
        case Standing.APPLIES:
            return _by_answer(view.pack, question, answer)
        case Standing.UNKNOWN:
            na = answer is not None and answer.state is State.NA
            return Standing.EXCLUDED if na else Standing.UNKNOWN
        case inherited:
            return inherited


def _by_answer(pack: Pack, question: Question, answer: Answer | None) -> Standing:
    match answer.state if answer is not None else State.BLANK:
        case State.ANSWERED:
            assert answer is not None
            assert answer.value is not None
            return Standing.APPLIES if reaches(pack, question, answer.value) else Standing.IMPLIED
        case State.UNRESOLVED:
            assert answer is not None
            reached = any(reaches(pack, question, vote) for vote in answer.votes)
            return Standing.APPLIES if reached else Standing.IMPLIED
        case State.NA:
            return Standing.EXCLUDED
        case State.DONT_KNOW | State.BLANK:
            return Standing.WAITING


def reaches(pack: Pack, question: Question, value: Value) -> bool:
    """Whether an answer to the parent control opens this follow-up."""
    assert question.follows is not None
    item = pack.items[question.follows.question]
    return value_of(item, value) >= opening(pack, question)


def opening(pack: Pack, question: Question) -> Fraction:
    """The parent's value at which a follow-up opens; by default that of its lowest option above 0."""
    assert question.follows is not None
    item, level = pack.items[question.follows.question], question.follows.level
    if level is not None:
        return level_value(item, level)
    steps = (value for _, value in item.values.options if value > 0) if isinstance(item.values, OptionValues) else ()
    return min(steps, default=Fraction(1, 10**9))


def value_of(item: Item, value: Value) -> Fraction:
    """What an answer is worth, 0 to 1."""
    return item.values.of(value)  # type: ignore[arg-type]  # accept() and the checks pair answer and values


def level_value(item: Item, level: Level) -> Fraction:
    """What a level in a gate, target or follow-up is worth: an option's value, or a number read as the item reads it."""
    if isinstance(level, str):
        assert isinstance(item.values, OptionValues)
        return item.values.of(level)
    return item.values.of(level) if isinstance(item.values, Points) else level


# --- how a clause can turn out -----------------------------------------------------------------------------


def _truths(name: str, parts: Sequence[Clause], view: _View) -> Sequence[Mapping[Clause, bool]]:
    ways = {tuple(judge(view.pack, part, value) for part in parts) for value in _possible(name, view)}
    return [dict(zip(parts, way, strict=True)) for way in sorted(ways)]


def _possible(name: str, view: _View) -> Sequence[Value | None]:
    """The answers still possible; None stands for "does not apply", where every clause is false."""
    question, answer = view.pack.questions[name], view.answers.get(name)
    state = answer.state if answer is not None else State.BLANK
    where = view.standings[name]
    if where is Standing.EXCLUDED or state is State.NA:
        return (None,)
    if where is not Standing.APPLIES:
        return (None, *every_value(question, view.pack))
    match state:
        case State.ANSWERED:
            return (answer.value if answer is not None else None,)
        case State.UNRESOLVED:
            return answer.votes if answer is not None else ()
        case _:
            return every_value(question, view.pack)


def every_value(question: Question, pack: Pack) -> tuple[Value, ...]:
    """Every answer that could change a condition of the pack; numbers by the stretches between its levels."""
    match question.type:
        case "yes_no" | "select_one":
            return tuple(choice.id for choice in question.choices)
        case "select_multiple":
            return _subsets([choice.id for choice in question.choices if _mentioned(question.id, choice.id, pack)])
        case "number":
            return _stretches(question, pack)
        case _:
            return ()


def _all_clauses(pack: Pack) -> Iterator[Clause]:
    for question in pack.questions.values():
        if question.when is not None:
            yield from clauses(question.when)


def _mentioned(question: str, choice: str, pack: Pack) -> bool:
    return any(isinstance(c, Has) and (c.question, c.choice) == (question, choice) for c in _all_clauses(pack))


def _subsets(choices: Sequence[str]) -> tuple[Value, ...]:
    picks = product((False, True), repeat=len(choices))
    return tuple(tuple(c for c, ticked in zip(choices, pick, strict=True) if ticked) for pick in picks)


def _stretches(question: Question, pack: Pack) -> tuple[Value, ...]:
    levels = sorted({
        clause.level
        for clause in _all_clauses(pack)
        if isinstance(clause, Compare) and clause.question == question.id and isinstance(clause.level, Fraction)
    })
    between = [(low + high) / 2 for low, high in zip(levels, levels[1:], strict=False)]
    outside = [levels[0] - 1, levels[-1] + 1] if levels else [Fraction()]
    return tuple(v for v in sorted({*levels, *between, *outside}) if _within(question, v)) or (Fraction(),)


def _within(question: Question, value: Fraction) -> bool:
    return (question.lowest is None or value >= question.lowest) and (
        question.highest is None or value <= question.highest
    )


def judge(pack: Pack, clause: Clause, value: Value | None) -> bool:
    """Whether one clause is true of one answer; nothing is true of a question that does not apply."""
    if value is None:
        return False
    match clause:
        case OneOf(choices=choices):
            return value in choices
        case Has(choice=choice):
            return isinstance(value, tuple) and choice in value
        case Compare(question=name, order=order, level=level):
            return _compared(_height(pack, name, value), order, _height(pack, name, level))
        case _:
            assert_never(clause)


def _height(pack: Pack, name: str, value: Value) -> Fraction:
    if isinstance(value, str):
        return pack.rank(name, value)
    assert isinstance(value, Fraction)
    return value


def _compared(left: Fraction, order: str, right: Fraction) -> bool:
    return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[order]
