"""Where we are and what was answered, in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil

from hustings.answers import flow
from hustings.answers.accept import shown
from hustings.answers.events import GRADES, Answer, Answers, State, Value
from hustings.interview.text import several
from hustings.interview.walk import Walk, inside, section_of
from hustings.pack.asked import Question
from hustings.pack.model import Pack

GRADE_LINES = tuple(f"E{grade}  {words[0].upper()}{words[1:]}" for grade, words in enumerate(GRADES))
"""The evidence grades as they are chosen."""


def place(walk: Walk) -> tuple[str, ...]:
    """Where we are and how long it takes, in four lengths."""
    section, question = section_of(walk, walk.question), walk.question
    ids = [q.id for q in inside(walk, section.id)]
    number = f"{ids.index(question.id) + 1} of {len(ids)}" if question.id in ids else ""
    left, most = minutes(walk.pack, walk.answers)
    span = f"{left} to {most}" if most > left else f"{left}"
    return (
        " · ".join(part for part in (section.title, f"question {number}", minutes_left(left, most)) if part),
        " · ".join(part for part in (section.title, f"question {number}", f"{span} minutes left") if part),
        " · ".join(part for part in (section.title, number, f"{span} min left") if part),
        f"{number} · {span} min".removeprefix(" · "),
    )


def minutes(pack: Pack, answers: Answers) -> tuple[int, int]:
    ahead = flow.progress(pack, answers)
    return ceil(ahead.minutes_left), ceil(ahead.minutes_left + ahead.minutes_possible)


def minutes_left(left: int, most: int) -> str:
    """How long it takes from here: what must be asked, and what answers may add."""
    if left <= 1 and most <= 1:
        return "about a minute left"
    return f"about {several(left, 'minute', 'minutes')} left" + (f" (up to {most})" if most > left else "")


def value_text(value: Value) -> str:
    """A value as it is typed."""
    match value:
        case Fraction():
            return shown(value)
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(value)
        case _:
            return value


def answer_words(question: Question, answer: Answer | None) -> str:
    """An answer as it is read: the words of the choice, a number with its unit, a state in words."""
    match answer:
        case None:
            return "not answered yet"
        case Answer(state=State.BLANK):
            return "skipped"
        case Answer(state=State.DONT_KNOW):
            return "we don't know"
        case Answer(state=State.NA):
            return f"does not apply: {answer.reason}"
        case Answer(state=State.UNRESOLVED):
            return "not agreed yet"
        case Answer(value=value):
            return _value_words(question, value)


def _value_words(question: Question, value: Value | None) -> str:
    ids = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    if question.choices:
        return "; ".join(choice.text for choice in question.choices if choice.id in ids) or "none of these"
    text = value_text(value) if value is not None else ""
    return f"{text} {question.unit}".strip()


def proof_words(answer: Answer) -> str:
    return f"{GRADE_LINES[answer.grade]}. {answer.reference}".strip().removesuffix(".")
