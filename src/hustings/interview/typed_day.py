"""A day as somebody types it in an interview, read back at each key: 28 jan, 1/28, in 60 days, 2027-01-28.

`answers.typed_dates` guesses nothing. Here the reading is shown before Enter takes it, so a date without a year may
mean the next one, and days may be counted from today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from hustings.answers.accept import Refusal, day_of
from hustings.frozen_records import dataclass
from hustings.messages import month_and_year, say, several, spelled_date
from hustings.pack.rules import DateOrder
from hustings.text import without_accents

COUNTED = re.compile(r"(?:in|en)? ?(\d{1,4}) ?(?:d|day|days|dia|dias)", re.ASCII)
WORDED = {"today": 0, "hoy": 0, "tomorrow": 1, "manana": 1}
FIGURES = re.compile(r"\d{1,2}([/.-])\d{1,2}", re.ASCII)
LATE = re.compile(r"\b(?:29|30|31)\b", re.ASCII)
UNFINISHED = re.compile(r"[\d\s/.,-]*|in.*|en.*|\d{1,2}\s*[^\W\d]{0,2}|[^\W\d]+\.?\s*\d{0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayReading:
    """What a typed text is read as: the day, or why it is none yet (empty: it may still become one)."""

    day: date | None = None
    problem: str = ""

    def words(self, today: date | None) -> tuple[str, str]:
        """The day in words, and how far away it is."""
        if self.day is None:
            return "", ""
        return spelled_date(self.day), "" if today is None else distance(self.day, today)


def distance(day: date, today: date) -> str:
    """How far a day is from today."""
    days = (day - today).days
    if days == 0:
        return say("today")
    if days < 0:
        return several(-days, "{n} day ago", "{n} days ago")
    return several(days, "{n} day away", "{n} days away")


def day_reader(order: DateOrder | None, today: date) -> Callable[[str], DayReading]:
    """A reader of days for a place and a day. `order`: that of a date in figures."""

    def read(text: str) -> DayReading:
        return read_day(text, order, today)

    return read


def read_day(text: str, order: DateOrder | None, today: date) -> DayReading:
    """The day that a text means today."""
    folded = " ".join(without_accents(text).split())
    if not folded:
        return DayReading()
    if (ahead := _days_ahead(folded)) is not None:
        return DayReading(today + timedelta(days=ahead))
    day = _found(text, folded, order, today)
    if isinstance(day, date):
        return DayReading(day)
    if short := _beyond_the_month(folded, order, today):
        return DayReading(None, short)
    return DayReading(None, "" if UNFINISHED.fullmatch(folded) and not _full(folded) else str(day))


def _beyond_the_month(folded: str, order: DateOrder | None, today: date) -> str:
    """How many days the month has, of a text such as 31 feb."""
    late = LATE.search(folded)
    begun = LATE.sub("1", folded, count=1)
    first = _found(begun, begun, order, today) if late else None
    if late is None or not isinstance(first, date):
        return ""
    days = ((first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day
    return say("{month} has {n} days.", month=month_and_year(first), n=days) if int(late.group()) > days else ""


def _days_ahead(folded: str) -> int | None:
    counted = COUNTED.fullmatch(folded)
    return int(counted.group(1)) if counted else WORDED.get(folded)


def _found(text: str, folded: str, order: DateOrder | None, today: date) -> date | Refusal:
    """The day of a text; where no year stands in it, the next such day."""
    found = day_of(text.strip(), order)
    if isinstance(found, date):
        return found
    mark = FIGURES.fullmatch(folded)
    after = (
        f"{folded}{mark.group(1)}{year}" if mark else f"{folded} {year}" for year in range(today.year, today.year + 9)
    )
    readings = [day_of(one, order) for one in after]
    return next((day for day in readings if isinstance(day, date) and day >= today), readings[0] if mark else found)


def _full(folded: str) -> bool:
    """Whether a text has as many parts as a date, so that it will not become one."""
    return len([part for part in re.split(r"[\s/.-]+", folded) if part]) > 2  # noqa: PLR2004
