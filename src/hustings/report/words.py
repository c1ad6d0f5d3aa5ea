"""Small words of a report: hours, days, dates, counts, labels. Plain, with a unit, and never rounded up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hustings.answers.accept import clean, shown
from hustings.scoring.result import Severity, truncated

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""By hand, because strftime would follow the machine's locale."""
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
SEVERITY: dict[Severity, str] = {"critical": "Critical", "high": "High", "medium": "Medium", "low": "Low"}
WHEN = {
    "today": "Today",
    "this_week": "This week",
    "this_month": "This month",
    "before_ballots": "Before the ballots",
    "too_late": "No longer fits",
}
RUNNING = 64


def long_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def hours(length: Fraction) -> str:
    """Work: under an hour in minutes."""
    if length < 1:
        return plural(int(length * 60), "minute")
    return "1 hour" if length == 1 else f"{shown(length)} hours"


def plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def counted(count: int, word: str, words: str = "") -> str:
    """A count that opens a sentence: in words up to twelve."""
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} {word if count == 1 else words or word + 's'}"


def share(value: Fraction) -> str:
    """A share from 0 to 1 as a percentage, cut to one decimal, as everything that meets a threshold."""
    return truncated(value * 100).removesuffix(".0") + " %"


def points(gain: Fraction) -> str:
    """Index points; less than a tenth reads as none."""
    text = truncated(gain).removesuffix(".0")
    return f"{text} point" if text == "1" else f"{text} points"


def whole(low: Fraction, high: Fraction) -> tuple[str, str]:
    """The ends of an interval in whole points, cut; with a decimal where they would read the same."""
    ends = truncated(low, 0), truncated(high, 0)
    return ends if ends[0] != ends[1] else (truncated(low), truncated(high))


def plain(name: str) -> str:
    """A name on one line, without characters that steer a page."""
    return " ".join(clean(name).split())


def shortened(name: str, length: int = RUNNING) -> str:
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"


def listed(parts: tuple[str, ...]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def lower_first(text: str) -> str:
    """A title inside a sentence; abbreviations stay as they are."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
