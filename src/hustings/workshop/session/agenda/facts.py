"""Plain facts, written down on one form: nobody votes on them, and they decide which questions apply (method.md 2.2).

Each is recorded as a decision of its own, so that any of them can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, State
from hustings.answers.parse import given
from hustings.answers.typed_numbers import shown
from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.workshop.session.agenda.agenda import agenda, all_lines
from hustings.workshop.session.session import Session

FREE = (QuestionPhase.DRAFT, QuestionPhase.PARKED, QuestionPhase.DECIDED)


def facts(session: Session) -> tuple[Question, ...]:
    """The questions that are not scored and that nobody voted on, in the order of the agenda.

    Questions with several answers are left to the room.
    """
    lines = (line for line in all_lines(agenda(session)) if line.question.id not in session.pack.items)
    return tuple(
        line.question
        for line in lines
        if line.question.type != "select_multiple" and line.topic.phase in FREE and not line.topic.rounds
    )


def known(session: Session, question: Question) -> bool:
    """Whether the question has an answer; “we don't know” is one."""
    return session.answers.get(question.id, Answer(State.BLANK)).state is not State.BLANK


def fact_value(session: Session, question: Question) -> str:
    """Its answer as it stands in a field; empty if there is none."""
    answer = session.answers.get(question.id)
    if answer is None or answer.value is None:
        return ""
    return shown(answer.value) if isinstance(answer.value, Fraction) else str(answer.value)


def record_facts(session: Session, typed: Mapping[str, str]) -> None:
    """Record what was typed, by question; a field that is empty or unchanged changes nothing.

    Raises `InputError` before anything is written if one of them is no answer; it names the question.
    """
    possible = {question.id: question for question in facts(session)}
    changed = {name: text.strip() for name, text in typed.items() if text.strip()}
    for name, text in changed.items():
        if name not in possible:
            session.question(name)
            raise InputError(say("This is no plain fact any more: {question}", question=session.question(name).text))
        _check(session, possible[name], text)
    for name, text in changed.items():
        if text != fact_value(session, possible[name]):
            if session.topic(name).decision is not None:
                session.undo(name)
            session.record_fact(name, {"value": text})


def _check(session: Session, question: Question, text: str) -> None:
    answer = given(session.pack, question.id, {"value": text}, session.date_order)
    if isinstance(answer, Refusal):
        raise InputError(f"{question.text} {answer.why}", answer.hint)
