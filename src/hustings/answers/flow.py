"""The way through a questionnaire: which questions are visible, which comes next, which may still open."""

from __future__ import annotations

from hustings.answers.applicability import Applicability, Standings, in_order, standings, truth
from hustings.answers.events import Answers
from hustings.pack.conditions import names
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, depends_on


def visible(pack: Pack, answers: Answers, known: Standings | None = None) -> tuple[Question, ...]:
    """The questions that apply to this campaign as far as is known, in the author's order.

    Questions of a larger edition are included only if they were answered before. `known`, here and below: the
    applicability of every question with these answers, if the caller has it.
    """
    where = known or standings(pack, answers)
    return tuple(
        question
        for question in pack.questions.values()
        if where[question.id] is Applicability.APPLIES
        and (question.id in answers or asks(pack, answers, where, question) is True)
    )


def asks(pack: Pack, answers: Answers, where: Standings, question: Question) -> bool | None:
    """Whether the current edition asks a question: always, or because of a use (None: not known yet)."""
    if question.asked or question.asked_with is None:
        return question.asked
    return truth(pack, answers, where, question.asked_with)


def may_come(pack: Pack, answers: Answers) -> tuple[Question, ...]:
    """The questions still to be asked, and those that further answers may open, in the author's order."""
    where = standings(pack, answers)
    opening = may_open(pack, answers, where)
    return tuple(
        question
        for name, question in pack.questions.items()
        if name not in answers
        and (name in opening or (where[name] is Applicability.APPLIES and asks(pack, answers, where, question) is True))
    )


def next_question(pack: Pack, answers: Answers) -> Question | None:
    """The first visible question without an answer; None if there is none."""
    return next((question for question in visible(pack, answers) if question.id not in answers), None)


def may_open(pack: Pack, answers: Answers, where: Standings) -> set[str]:
    """The questions that are not visible yet but may become so, by an answer still to come."""
    coming, opening = set[str](), set[str]()
    for name in in_order(pack):
        question = pack.questions[name]
        asking = asks(pack, answers, where, question)
        if name in answers or asking is False:
            continue
        if where[name] is Applicability.APPLIES and asking:
            coming.add(name)
        elif where[name] in OPEN and not (coming | opening).isdisjoint(_settled_by(question, asking=asking)):
            opening.add(name)
    return opening


OPEN = (Applicability.APPLIES, Applicability.UNKNOWN, Applicability.WAITING)


def _settled_by(question: Question, *, asking: bool | None) -> tuple[str, ...]:
    """The questions that decide whether one is asked; also those about its use, while that is unknown."""
    telling = names(question.asked_with) if asking is None and question.asked_with is not None else ()
    return depends_on(question) + telling


def hidden_by(
    pack: Pack, before: Answers, after: Answers, known: tuple[Standings, Standings] | None = None
) -> tuple[Question, ...]:
    """The questions whose answers no longer count after a change: they stay in the history but not in the score."""
    was, now = known or (standings(pack, before), standings(pack, after))
    return tuple(
        question
        for name, question in pack.questions.items()
        if name in before
        and name in after
        and was[name] is Applicability.APPLIES
        and now[name] is not Applicability.APPLIES
    )
