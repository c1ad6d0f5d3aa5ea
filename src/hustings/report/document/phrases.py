"""Small words of a report: hours, days, dates, counts, labels. Plain, with a unit, and never rounded up."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hustings.answers.typed_numbers import shown
from hustings.messages import english, say, several, with_thousands
from hustings.pack.model import Severity
from hustings.scoring.result import truncated

NUMBERS = (
    english("No"),
    english("One"),
    english("Two"),
    english("Three"),
    english("Four"),
    english("Five"),
    english("Six"),
    english("Seven"),
    english("Eight"),
    english("Nine"),
    english("Ten"),
    english("Eleven"),
    english("Twelve"),
)
SEVERITY: dict[Severity, str] = {
    "critical": english("Critical"),
    "high": english("High"),
    "medium": english("Medium"),
    "low": english("Low"),
}
RUNNING = 64


def brief(length: Fraction) -> str:
    """A time of work for a narrow column: 15 min; 1.5 h. Minutes are rounded up, hours to the nearest quarter."""
    if length < 1:
        return say("{n} min", n=ceil(length * 60))
    return say("{n} h", n=shown(Fraction(floor(length * 4 + Fraction(1, 2)), 4)))


def in_place(days: int) -> str:
    """Calendar days until something works."""
    if days <= 1:
        return say("in place the same day") if days == 0 else say("in place within a day")
    return several(days, "in place after {n} day", "in place after {n} days")


def in_words(count: int) -> str:
    """A number that opens a sentence: in words up to twelve."""
    return say(NUMBERS[count]) if count < len(NUMBERS) else with_thousands(count)


def counted(count: int, one: str, many: str, **values: object) -> str:
    """One of two sentences that open with `{n}`, the number in words up to twelve."""
    return several(count, one, many, n=in_words(count), **values)


def share(value: Fraction) -> str:
    """A share from 0 to 1 as a percentage, cut to one decimal, as everything that meets a threshold."""
    return truncated(value * 100).removesuffix(".0") + " %"


def points(gain: Fraction) -> str:
    """Index points; less than a tenth reads as none."""
    text = truncated(gain).removesuffix(".0")
    return say("{n} point", n=text) if text == "1" else say("{n} points", n=text)


def shortened(name: str, length: int = RUNNING) -> str:
    """A name of at most `length` letters, cut with an ellipsis."""
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"
