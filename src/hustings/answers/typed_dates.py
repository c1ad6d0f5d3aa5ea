"""A date as people write it: 2027-01-28, 28 Jan 2027, January 28th, 2027, 28 de enero de 2027, 1/28/27.

Nothing is guessed: the order of day and month is that of the place of the election; if it is unknown, both readings are
returned, so that the person can be asked. Libraries for this (dateutil, Babel, dateparser) guess or fill in what is
missing, or know one order only, so the few forms that people use are read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import compress

from hustings.answers.applicability import standings, truth
from hustings.answers.events import Answers
from hustings.messages import MONTHS, WEEKDAYS, month_names, spoken, weekday_names
from hustings.pack.model import Pack
from hustings.pack.rules import DateOrder
from hustings.text import without_accents

ALWAYS = ("es",)
"""Languages understood besides English and the one in use: an answers file does not name its language."""
SPELLED = re.compile(r"[a-z]{3,}\.?")
LITTLE = ("de", "del", "of", "the", "el")
ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|º|ª|°)(?![a-z\d])")
SEPARATORS = re.compile(r"[\s,/.\-–]+")
NUMERIC = re.compile(r"\d{1,4}([-/.]) ?\d{1,2}\1 ?\d{1,4}", re.ASCII)
LONGEST_DATE = 60
CENTURY = 2000
"""A year of two digits is in this century."""


def date_order(pack: Pack, answers: Answers) -> DateOrder | None:
    """The order of day and month at the place of the election; None if unknown."""
    where = standings(pack, answers)
    orders = {place.dates for place in pack.rules if place.dates and truth(pack, answers, where, place.when)}
    return orders.pop() if len(orders) == 1 else None


def readings(text: str, order: DateOrder | None = None) -> tuple[date, ...]:
    """The dates that a text can mean: none if it is not a date, two if they differ in the order of day and month."""
    words = _words(text) if len(text) <= LONGEST_DATE else []
    weekday = _weekday(words)
    dates = tuple(dict.fromkeys(_dates(words if weekday is None else words[1:], text)))
    return _by_order(dates, order) if weekday is None else tuple(d for d in dates if d.weekday() == weekday) or dates


def wrong_weekday(text: str, day: date) -> bool:
    """Whether the text names a day of the week that is not that of the date."""
    return _weekday(_words(text)) not in (None, day.weekday())


def _by_order(dates: Sequence[date], order: DateOrder | None) -> tuple[date, ...]:
    """Of two readings, day first and month first, the one in this order."""
    both = len(dates) > 1 and order is not None
    return tuple(compress(dates, (order == "day_first", order == "month_first"))) if both else tuple(dates)


def _words(text: str) -> list[str]:
    folded = without_accents(text.strip())
    words = SEPARATORS.split(ORDINAL.sub(r"\1", folded.replace("'", "").replace("’", "")))
    return [word for word in words if word and word not in LITTLE]


def _weekday(words: Sequence[str]) -> int | None:
    """0 for Monday, if the text begins with a day of the week; "mar" alone is March."""
    if len(words) != 4:  # noqa: PLR2004 - a weekday and three parts of a date
        return None
    return _named(words[0], WEEKDAYS, weekday_names)


def _dates(words: Sequence[str], text: str) -> Iterator[date]:
    if len(words) == 1:
        yield from _iso(words[0])
    if len(words) != 3:  # noqa: PLR2004 - day, month, year
        return
    spelled = [_named(word, MONTHS, month_names) for word in words]
    months = [month for month in spelled if month is not None]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    if len(months) == 1 and len(numbers) == 2:  # noqa: PLR2004 - day and year
        yield from _with_month(numbers, months[0] + 1, year_last=spelled[2] is None)
    elif len(numbers) == 3 and any(NUMERIC.fullmatch(part) for part in _figures(text)):  # noqa: PLR2004
        yield from _in_figures(words)


def _figures(text: str) -> Iterator[str]:
    """The text, and the text without its first word (a weekday)."""
    yield from (text.strip(), text.strip().partition(" ")[2].strip())


def _iso(word: str) -> Iterator[date]:
    """20270128."""
    if len(word) == 8 and word.isascii() and word.isdigit():  # noqa: PLR2004
        yield from _valid(int(word[:4]), int(word[4:6]), int(word[6:]))


def _with_month(numbers: Sequence[str], month: int, *, year_last: bool) -> Iterator[date]:
    first, second = numbers
    if len(first) == 4:  # noqa: PLR2004 - a year in full comes first: 2027 Jan 28
        yield from _valid(int(first), month, int(second))
    elif year_last and len(second) in (2, 4) and len(first) <= 2:  # noqa: PLR2004
        yield from _valid(_year(second), month, int(first))


def _in_figures(words: Sequence[str]) -> Iterator[date]:
    """The reading with the year first, or the two with the day first and the month first."""
    one, two, three = words
    if len(one) == 4:  # noqa: PLR2004
        yield from _valid(int(one), int(two), int(three))
    elif len(three) in (2, 4) and len(one) <= 2 and len(two) <= 2:  # noqa: PLR2004
        yield from _valid(_year(three), int(two), int(one))
        yield from _valid(_year(three), int(one), int(two))


def _year(digits: str) -> int:
    return int(digits) + (CENTURY if len(digits) == 2 else 0)  # noqa: PLR2004


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _named(word: str, english: Sequence[str], names_in: Callable[[str], Sequence[str]]) -> int | None:
    """Which month or weekday a word names, in full or by its first three letters or more; None if none, or several."""
    if not SPELLED.fullmatch(word):
        return None
    begun = word.removesuffix(".")
    tables = filter(None, (english, *map(names_in, dict.fromkeys((*ALWAYS, spoken())))))
    names = zip(*tables, strict=True)
    matching = [
        at for at, called in enumerate(names) if any(without_accents(name).startswith(begun) for name in called)
    ]
    return matching[0] if len(matching) == 1 else None
