"""Whether a question applies to this campaign: yes, no, not known yet, or decided by its parent.

The interview (what is asked) and scoring (what counts) both use it, so that they cannot disagree. Rules: method.md 1.5,
rulings 2 to 4. `when` may leave a question out; `follows` opens it, or implies 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from graphlib import TopologicalSorter

from hustings.answers.events import Answer, Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.condition_truth import every_value, judge
from hustings.pack.conditions import Clause, Condition, Level, names, settle
from hustings.pack.item_values import OptionValues, Points
from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import Question, depends_on


class Applicability(Enum):
    """Whether a question applies.

    APPLIES: it is asked. EXCLUDED: it does not apply. IMPLIED: its parent is below the level that opens it, so it
    counts as 0. WAITING: its parent is not answered. UNKNOWN: a condition, its own or its parent's, depends on
    something not known.
    """

    APPLIES = "applies"
    EXCLUDED = "excluded"
    IMPLIED = "implied"
    WAITING = "waiting"
    UNKNOWN = "unknown"


Standings = Mapping[str, Applicability]


@dataclass(frozen=True, slots=True)
class _View:
    pack: Pack
    answers: Answers
    standings: Standings


def standings(pack: Pack, answers: Answers) -> Standings:
    """The applicability of every question of the pack. Answers to questions that do not apply are ignored."""
    known = standings_again(pack, answers, {}, in_order(pack))
    return {name: known[name] for name in pack.questions}


def standings_again(pack: Pack, answers: Answers, before: Standings, asked: Iterable[str]) -> Standings:
    """The same after some answers changed. Only the questions `asked`, parents first, are worked out again."""
    current = dict(before)
    view = _View(pack, answers, current)
    for name in asked:
        current[name] = _standing(pack.questions[name], view)
    return current


def na_stands(pack: Pack, answers: Answers, where: Standings, name: str) -> bool:
    """Whether a question was marked as not applicable and the mark counts."""
    return _is_na(name, _View(pack, answers, where))


def truth(pack: Pack, answers: Answers, where: Standings, condition: Condition) -> bool | None:
    """Whether a condition holds for a campaign; None while possible answers disagree."""
    view = _View(pack, answers, where)
    return _holds(condition, view)


def still_asked(pack: Pack, answers: Answers, where: Standings, condition: Condition) -> tuple[str, ...]:
    """The questions of a condition that could still change it: those that may apply and have no settled answer."""
    open_ = (Applicability.APPLIES, Applicability.UNKNOWN, Applicability.WAITING)
    asked = (name for name in names(condition) if where[name] in open_ and not na_stands(pack, answers, where, name))
    return tuple(name for name in asked if len(spoken(answers.get(name))) != 1)


def in_order(pack: Pack) -> Iterable[str]:
    """Every question after those it depends on: the author's own order, if that is one."""
    before = {name: depends_on(question) for name, question in pack.questions.items()}
    seen = set[str]()
    for name, deciding in before.items():
        if not seen.issuperset(deciding):
            return TopologicalSorter(before).static_order()
        seen.add(name)
    return pack.questions


def _standing(question: Question, view: _View) -> Applicability:
    """`when` leaves out, `follows` opens or implies 0; a question excluded by either is EXCLUDED (rulings 2 and 3)."""
    holds = True if question.when is None else _holds(question.when, view)
    if holds is False:
        return Applicability.EXCLUDED
    opened = _opened(question, view)
    return opened if holds is True or opened is Applicability.EXCLUDED else Applicability.UNKNOWN


def _opened(question: Question, view: _View) -> Applicability:
    """What the parent control makes of its follow-up (ruling 3)."""
    if question.follows is None:
        return Applicability.APPLIES
    parent = question.follows.question
    if _is_na(parent, view):
        return Applicability.EXCLUDED
    if view.standings[parent] is not Applicability.APPLIES:
        return view.standings[parent]
    values = spoken(view.answers.get(parent))
    if not values:
        return Applicability.WAITING
    return (
        Applicability.APPLIES if any(reaches(view.pack, question, value) for value in values) else Applicability.IMPLIED
    )


def _is_na(name: str, view: _View) -> bool:
    """A recorded N/A counts if the question applies, or may (ruling 2).

    It does not for a follow-up that is or may be implied: a parent below the opening level overrides it (ruling 3).
    """
    answer = view.answers.get(name)
    if answer is None or answer.state is not State.NA:
        return False
    may_apply = view.standings[name] in (Applicability.APPLIES, Applicability.UNKNOWN)
    return may_apply and _surely_opened(view.pack.questions[name], view)


def _surely_opened(question: Question, view: _View) -> bool:
    """Whether no open answer or vote could still imply 0 for a question."""
    if question.follows is None:
        return True
    parent = question.follows.question
    if view.standings[parent] is not Applicability.APPLIES or not _surely_opened(view.pack.questions[parent], view):
        return False
    values = spoken(view.answers.get(parent))
    return bool(values) and all(reaches(view.pack, question, value) for value in values)


def spoken(answer: Answer | None) -> tuple[Value, ...]:
    """The values of an answer: one, those of the votes, or none."""
    match answer:
        case Answer(state=State.ANSWERED, value=value) if value is not None:
            return (value,)
        case Answer(state=State.UNRESOLVED, votes=votes):
            return votes
        case _:
            return ()


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
    """The value of an answer, 0 to 1."""
    return item.values.of(value)  # type: ignore[arg-type]  # accept() and the checks pair answer and values


def level_value(item: Item, level: Level) -> Fraction:
    """The value of a level in a gate, target or follow-up, 0 to 1.

    That of its option or, for a number, of the item's points.
    """
    if isinstance(level, str):
        assert isinstance(item.values, OptionValues)
        return item.values.of(level)
    return item.values.of(level) if isinstance(item.values, Points) else level


# --- how a clause can turn out -----------------------------------------------------------------------------


def _holds(condition: Condition, view: _View) -> bool | None:
    """Whether a condition holds; None while possible answers disagree. A single clause needs no combinations."""
    if not isinstance(condition, Clause):
        return settle(condition, lambda name, parts: _truths(name, parts, view))
    outcomes = {judge(view.pack, condition, value) for value in _possible(condition.question, (condition,), view)}
    return outcomes.pop() if len(outcomes) == 1 else None


def _truths(name: str, parts: Sequence[Clause], view: _View) -> Sequence[Mapping[Clause, bool]]:
    values = _possible(name, parts, view)
    outcomes = {tuple([judge(view.pack, part, value) for part in parts]) for value in values}
    return [dict(zip(parts, way, strict=True)) for way in outcomes]


def _possible(name: str, parts: Sequence[Clause], view: _View) -> Sequence[Value | None]:
    """The answers still possible; None means "does not apply", where every clause is false (ruling 4)."""
    question, answer = view.pack.questions[name], view.answers.get(name)
    if answer is not None and answer.state is State.NA:
        return (None,)
    match view.standings[name]:
        case Applicability.APPLIES:
            return spoken(answer) or _still_open(question, parts, may_be_out=question.na)
        case Applicability.EXCLUDED | Applicability.IMPLIED:
            return (None,)
        case _:
            return _still_open(question, parts, may_be_out=True)


def _still_open(question: Question, parts: Sequence[Clause], *, may_be_out: bool) -> Sequence[Value | None]:
    """Every answer, and "does not apply" where that is still possible (method.md 1.3, 15)."""
    return (*((None,) if may_be_out else ()), *every_value(question, parts))
