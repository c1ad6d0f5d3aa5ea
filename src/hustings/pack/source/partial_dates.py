"""Days as a law or a source gives them: a whole date, a month, or a year.

A month is not made into its first day behind anybody's back: both ends are kept, and what was written is shown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from hustings.messages import long_date, month_and_year

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, or a whole month or year where the day is not known: its first and its last day."""

    first: date
    last: date

    @property
    def text(self) -> str:
        """As an author writes it: 2026-11-03, 2026-11 or 2026."""
        if self.first == self.last:
            return self.first.isoformat()
        return self.first.isoformat()[: 7 if self.first.month == self.last.month else 4]


def moved(day: date, by: int) -> date:
    """So many days later, within what a calendar holds: people mistype years."""
    return date.fromordinal(min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal()))


def stretch(text: str) -> PartialDate | None:
    """A date, a month or a year; None if it is none of these."""
    match = WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        last = day or monthrange(year, month or 12)[1]
        return PartialDate(date(year, month or 1, day or 1), date(year, month or 12, last))
    except ValueError:
        return None


def stretch_words(days: PartialDate) -> str:
    """A day, or the month or year if the day is not known."""
    if days.first == days.last:
        return long_date(days.first)
    if days.first.month != days.last.month:
        return str(days.first.year)
    return month_and_year(days.first)
