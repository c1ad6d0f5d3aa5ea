"""The walk through a questionnaire: what is visible, what comes next, how far it is to the end."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hustings.answers.events import Answers
from hustings.answers.standing import Standing, Standings, depends_on, standings
from hustings.pack.model import Pack, Question


def visible(pack: Pack, answers: Answers) -> tuple[Question, ...]:
    """The questions that apply to this campaign as far as is known, in the author's order."""
    where = standings(pack, answers)
    return tuple(question for question in pack.questions.values() if where[question.id] is Standing.APPLIES)


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


def progress(pack: Pack, answers: Answers) -> Progress:
    """An honest forecast: what must be asked, and what further answers may still add to it."""
    where = standings(pack, answers)
    open_ = [q for q in pack.questions.values() if q.id not in answers]
    left = [q for q in open_ if where[q.id] is Standing.APPLIES]
    possible = [q for q in open_ if where[q.id] in (Standing.UNKNOWN, Standing.WAITING) and can_open(q, pack, answers)]
    return Progress(
        seen=sum(1 for q in pack.questions.values() if q.id in answers and where[q.id] is Standing.APPLIES),
        left=len(left),
        possible=len(possible),
        minutes_left=_minutes(left),
        minutes_possible=_minutes(possible),
    )


def _minutes(questions: list[Question]) -> Fraction:
    return sum((question.minutes for question in questions), Fraction())


def can_open(question: Question, pack: Pack, answers: Answers) -> bool:
    """Whether a question that is not shown yet may still be asked: something it depends on is not answered at all."""
    asked = [pack.questions[name] for name in depends_on(question)]
    return any(parent.id not in answers or can_open(parent, pack, answers) for parent in asked)


def hidden_by(pack: Pack, before: Answers, after: Answers) -> tuple[Question, ...]:
    """The questions whose answers no longer count after a change: kept in the history, out of the score."""
    return _answered_and(pack, before, after, was=standings(pack, before), now=standings(pack, after))


def _answered_and(
    pack: Pack, before: Answers, after: Answers, *, was: Standings, now: Standings
) -> tuple[Question, ...]:
    return tuple(
        question
        for question in pack.questions.values()
        if question.id in before
        and question.id in after
        and was[question.id] is Standing.APPLIES
        and now[question.id] is not Standing.APPLIES
    )
