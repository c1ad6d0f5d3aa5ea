"""Answers given under one edition of a pack, held against another.

A pack may change after a case was begun: a question goes, a choice is renamed, a range narrows. An answer that the
pack no longer takes stays in the history and out of the score, and is named; it never breaks what reads it.
"""

from __future__ import annotations

from types import MappingProxyType

from hustings.answers.accept import Refusal, accept
from hustings.answers.events import Answer, Answers, State, Value
from hustings.pack.asked import Question
from hustings.pack.model import Pack


def fitting(pack: Pack, answers: Answers) -> tuple[Answers, tuple[str, ...]]:
    """The answers that this pack takes, and the questions whose answers it does not."""
    dropped = tuple(name for name, answer in answers.items() if not _fits(pack.questions.get(name), answer))
    return MappingProxyType({name: answers[name] for name in answers if name not in dropped}), dropped


def _fits(question: Question | None, answer: Answer) -> bool:
    if question is None:
        return False
    match answer.state:
        case State.ANSWERED:
            return answer.value is not None and _taken(question, answer.value)
        case State.UNRESOLVED:
            return bool(answer.votes) and all(_taken(question, vote) for vote in answer.votes)
        case State.NA:
            return question.na
        case _:
            return True


def _taken(question: Question, value: Value) -> bool:
    """Whether the value is taken as it stands: a number given to what is a text now is not."""
    taken = accept(question, value)
    return not isinstance(taken, Refusal) and type(taken) is type(value)
