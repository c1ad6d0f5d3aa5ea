"""A value as a person reads it: the words of the choices, a number with its unit.

The terminal, the workshop and the report all show answers with it.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hustings.answers.accept import shown
from hustings.answers.events import Value
from hustings.messages import say, spelled_date
from hustings.pack.questionnaire import Question


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
