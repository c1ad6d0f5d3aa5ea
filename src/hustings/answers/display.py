"""An answer as a person reads it: the words of the choices, a number with its unit, a state in words.

The terminal, the workshop and the report all show answers with it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from hustings.answers.events import Answer, Answers, State, Value
from hustings.answers.typed_numbers import shown
from hustings.answers.workshop.workshop_log import SAID, VoteKind
from hustings.messages import english, say, spelled_date
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question

STATES = {
    State.BLANK: english("Not answered"),
    State.DONT_KNOW: SAID[VoteKind.DONT_KNOW],
    State.NA: SAID[VoteKind.NOT_APPLICABLE],
    State.UNRESOLVED: english("Not agreed"),
}
"""What stands in place of a value."""

LABELS = {
    State.BLANK: english("open"),
    State.DONT_KNOW: english("not known"),
    State.NA: english("does not apply"),
    State.UNRESOLVED: english("not agreed"),
}
"""The same as a short label beside an answer."""


def answer_in_words(question: Question, answer: Answer | None, worded: Callable[[Question, Value], str]) -> str:
    """An answer as it is read: its value as `worded` says it (`worded_value` or `read_back`), or its state.

    No answer reads like one that was left blank. What does not apply comes with its reason, if one was given.
    """
    match answer:
        case Answer(state=State.ANSWERED, value=value) if value is not None:
            return worded(question, value)
        case Answer(state=State.NA, reason=reason) if reason:
            return say("Does not apply: {reason}", reason=reason)
        case Answer(state=state) if state in STATES:
            return say(STATES[state])
        case _:
            return say(STATES[State.BLANK])


def campaign_name(pack: Pack, answers: Answers) -> str:
    """The campaign's name as it was typed; empty if it was not answered."""
    answer = answers.get(pack.questionnaire.name)
    return str(answer.value or "") if answer is not None and answer.state is State.ANSWERED else ""


def worded_value(question: Question, value: Value) -> str:
    """The value in words. A choice that the pack no longer has is shown by its id."""
    match value:
        case tuple():
            return "; ".join(_choice(question, part) for part in value) or say("None of these")
        case Fraction():
            return f"{shown(value)} {question.unit}".strip()
        case date():
            return value.isoformat()
        case _:
            return _choice(question, value)


def read_back(question: Question, value: Value) -> str:
    """A value repeated to the person who gave it: a date with its day of the week, so that mistakes are noticed."""
    return spelled_date(value) if isinstance(value, date) else worded_value(question, value)


def _choice(question: Question, name: str) -> str:
    choice = question.choice(name)
    return choice.text if choice is not None else name
