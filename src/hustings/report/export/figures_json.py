"""Figures and answers as JSON."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hustings.answers.events import Answer, Value
from hustings.scoring.workshop.vote_outcome import FEWEST

Json = dict[str, Any]


def figure(number: Fraction) -> Json:
    """One figure: exact as a fraction in lowest terms, and as a decimal with at most six places."""
    return {"exact": str(number), "decimal": round(float(number), 6)}


def value(given: Value) -> object:
    """An answer's value as JSON; an exact number as `figure` writes it, a date as year-month-day."""
    match given:
        case Fraction():
            return figure(given)
        case date():
            return given.isoformat()
        case tuple():
            return list(given)
        case _:
            return given


def answer(given: Answer) -> Json:
    """An answer; votes are left out if there are too few to show (method.md 2.4)."""
    return {
        "state": str(given.state),
        "value": None if given.value is None else value(given.value),
        "reason": given.reason,
        "note": given.note,
        "grade": given.grade,
        "reference": given.reference,
        "votes": [value(vote) for vote in given.votes] if len(given.votes) >= FEWEST else [],
    }
