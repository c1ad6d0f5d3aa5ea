"""The walk through a questionnaire: what is visible, what comes next, how far it is to the end."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hustings.answers.applicability import Applicability, Standings, in_order, standings, truth
from hustings.answers.events import Answers
from hustings.pack.conditions import names
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, depends_on


def visible(pack: Pack, answers: Answers, known: Standings | None = None) -> tuple[Question, ...]:
    """The questions that apply to this campaign as far as is known, in the author's order.

    What the edition in hand leaves to a larger one is among them only if it was answered before. `known`, here and
    below: where every question stands with these answers, for whoever has found that out already.
    """
    where = known or standings(pack, answers)
    return tuple(
        question
        for question in pack.questions.values()
        if where[question.id] is Applicability.APPLIES
        and (question.id in answers or asks(pack, answers, where, question) is True)
    )


def asks(pack: Pack, answers: Answers, where: Standings, question: Question) -> bool | None:
    """Whether the edition in hand asks a question: by itself, or because of a use (None: nobody knows of the use)."""
    if question.asked or question.asked_with is None:
        return question.asked
    return truth(pack, answers, where, question.asked_with)


def may_come(pack: Pack, answers: Answers) -> tuple[Question, ...]:
    """What is still to be asked, and what may be, depending on answers to come; in the author's order."""
    where = standings(pack, answers)
    opening = _may_open(pack, answers, where)
    return tuple(
        question
        for name, question in pack.questions.items()
        if name not in answers
        and (name in opening or (where[name] is Applicability.APPLIES and asks(pack, answers, where, question) is True))
    )


def next_question(pack: Pack, answers: Answers) -> Question | None:
    """The first visible question about which nothing was said yet; None when all were seen."""
    return next((question for question in visible(pack, answers) if question.id not in answers), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far along: questions seen and still to come; `possible` more may open. Minutes for both."""

    seen: int
    left: int
    possible: int
    minutes_left: Fraction
    minutes_possible: Fraction


def progress(pack: Pack, answers: Answers, known: Standings | None = None) -> Progress:
    """An honest forecast: what must be asked, and what further answers may still add to it."""
    where = known or standings(pack, answers)
    opening = _may_open(pack, answers, where)
    new = [question for question in pack.questions.values() if question.id not in answers]
    left = [q for q in new if where[q.id] is Applicability.APPLIES and asks(pack, answers, where, q) is True]
    possible = [question for question in new if question.id in opening]
    return Progress(
        seen=sum(1 for name in answers if where.get(name) is Applicability.APPLIES),
        left=len(left),
        possible=len(possible),
        minutes_left=_minutes(left),
        minutes_possible=_minutes(possible),
    )


def _minutes(questions: list[Question]) -> Fraction:
    return sum((question.minutes for question in questions), Fraction())


def _may_open(pack: Pack, answers: Answers, where: Standings) -> set[str]:
    """The questions that are not shown yet but may still be: an answer that decides about them is still to come."""
    coming, found = set[str](), set[str]()
    for name in in_order(pack):
        question = pack.questions[name]
        asking = asks(pack, answers, where, question)
        if name in answers or asking is False:
            continue
        if where[name] is Applicability.APPLIES and asking:
            coming.add(name)
        elif where[name] in OPEN and not (coming | found).isdisjoint(_settled_by(question, asking=asking)):
            found.add(name)
    return found


OPEN = (Applicability.APPLIES, Applicability.UNKNOWN, Applicability.WAITING)


def _settled_by(question: Question, *, asking: bool | None) -> tuple[str, ...]:
    """The questions that decide whether one is asked; those that tell of a use, while that is not known."""
    told = names(question.asked_with) if asking is None and question.asked_with is not None else ()
    return depends_on(question) + told


def hidden_by(
    pack: Pack, before: Answers, after: Answers, known: tuple[Standings, Standings] | None = None
) -> tuple[Question, ...]:
    """The questions whose answers no longer count after a change: kept in the history, out of the score."""
    was, now = known or (standings(pack, before), standings(pack, after))
    return tuple(
        question
        for name, question in pack.questions.items()
        if name in before
        and name in after
        and was[name] is Applicability.APPLIES
        and now[name] is not Applicability.APPLIES
    )
