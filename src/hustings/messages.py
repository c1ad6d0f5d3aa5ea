"""What Hustings itself says, in the language that is spoken: `say("You have {count} open answers.", count=3)`.

The English sentence is the key, so that code is readable, and a sentence without a translation is shown in English.
The translations are gettext catalogs (`locale/CODE/LC_MESSAGES/hustings.po`, compiled to `.mo`), which translators
edit with Poedit or Weblate; `make messages` collects the sentences from the code. Which language is spoken is set once,
by the command line, and holds within a context (`speaking`). Values are inserted unchanged: braces in them mean
nothing, and a translation can use only the values that were passed for its sentence.

Dates and lists of other languages are written by Babel, from the Unicode locale data. It is imported only where one is
shown, because its dates take about 40 ms to import; English, the language of most runs, is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from hustings.frozen_records import dataclass

if TYPE_CHECKING:
    from gettext import NullTranslations

    from babel import Locale

PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


def english(text: str) -> str:
    """Marks an English sentence of a table, which is given to `say` later on."""
    return text


TITLE = english("English")
"""Translators put their language's own name for itself here, such as Español."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language: its code, its own name, and its catalog, the content of a compiled `.mo` file."""

    language: str = "en"
    title: str = TITLE
    catalog: bytes = field(default=b"", repr=False)

    def of(self, english: str) -> str:
        """The sentence in this language; the English one if there is none, or if its placeholders differ."""
        if not self.catalog or not english:  # the empty text is the key of a catalog's head
            return english
        translated = _translations(self.catalog).gettext(english)
        return translated if placeholders(translated) == placeholders(english) else english

    def of_number(self, count: int, one: str, many: str) -> str:
        """The form of a sentence that this language uses with a number, by the plural rule of its catalog."""
        if self.catalog:
            translated = _translations(self.catalog).ngettext(one, many, count)
            if placeholders(translated) in (placeholders(one), placeholders(many)):
                return translated
        return one if count == 1 else many


@lru_cache(maxsize=16)
def _translations(catalog: bytes) -> NullTranslations:
    """A catalog as gettext reads it."""
    from gettext import GNUTranslations  # noqa: PLC0415 - not needed to speak English
    from io import BytesIO  # noqa: PLC0415

    return GNUTranslations(BytesIO(catalog))


ENGLISH = Words()
_SPOKEN: ContextVar[Words] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(words: Words) -> Iterator[None]:
    """A context in which `say` uses a language."""
    token = _SPOKEN.set(words)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> str:
    """The code of the current language, such as `en`."""
    return _SPOKEN.get().language


def words_spoken() -> Words:
    """The current language with its catalog."""
    return _SPOKEN.get()


def say(english: str, /, **values: object) -> str:
    """A sentence in the current language with its `{placeholders}` filled. A missing value is a bug."""
    return filled(_SPOKEN.get().of(english), values)


def several(count: int, one: str, many: str, /, **values: object) -> str:
    """A sentence in the form that goes with a number, which is `{n}`: `several(3, "{n} answer", "{n} answers")`.

    Give `n` to write the number in another way, such as in words.
    """
    return filled(_SPOKEN.get().of_number(count, one, many), {"n": with_thousands(count), **values})


def filled(text: str, values: Mapping[str, object]) -> str:
    """A text with each `{name}` replaced by its value. Nothing else in braces means anything."""
    return PLACEHOLDER.sub(lambda match: str(values[match[1]]), text)


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a sentence."""
    return frozenset(PLACEHOLDER.findall(text))


# --- dates, lists, numbers -----------------------------------------------------------------------------------

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spelled_date(day: date) -> str:
    """Thursday, 28 January 2027: a date read back, so that a mistake is noticed."""
    return _date(day, "full", f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}")


def long_date(day: date) -> str:
    """28 January 2027."""
    return _date(day, "long", f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def short_date(day: date) -> str:
    """28 Jan."""
    return _date(day, "MMMd", f"{day.day} {MONTHS[day.month - 1][:3]}")


def month_and_year(day: date) -> str:
    """January 2027."""
    return _date(day, "yMMMM", f"{MONTHS[day.month - 1]} {day.year}")


def weekday(day: date) -> str:
    """Thursday."""
    return _date(day, "EEEE", WEEKDAYS[day.weekday()])


def _date(day: date, shape: str, english: str) -> str:
    """A date in the language spoken: `full`, `long`, or the parts to be shown, which Babel puts in order."""
    locale = _locale(_SPOKEN.get())
    if locale is None:
        return english
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415

    named_format = shape in ("full", "long", "EEEE")
    return format_date(day, shape, locale) if named_format else format_skeleton(shape, day, locale=locale)


def month_names(language: str) -> tuple[str, ...]:
    """The twelve months of a language, in full; none for a language that Babel does not know."""
    locale = _locale_of(language)
    return tuple(locale.months["format"]["wide"][month] for month in range(1, 13)) if locale else ()


def weekday_names(language: str) -> tuple[str, ...]:
    """The days of the week of a language, Monday first; none for a language that Babel does not know."""
    locale = _locale_of(language)
    return tuple(locale.days["format"]["wide"][day] for day in range(7)) if locale else ()


def listed(parts: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    locale = _locale(_SPOKEN.get())
    if locale is not None:
        from babel.lists import format_list  # noqa: PLC0415

        return format_list(parts, locale=locale)
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _locale(words: Words) -> Locale | None:
    """Babel's data on a language; None for English and for a language in which Hustings has no words of its own."""
    return _locale_of(words.language) if words.catalog else None


@lru_cache(maxsize=16)
def _locale_of(language: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 25 ms, and its dates more

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def decimal_symbol() -> str:
    """The decimal separator of the current language: 28.9 in English, 28,9 in Spanish."""
    locale = _locale(_SPOKEN.get())
    if locale is None:
        return "."
    from babel.numbers import get_decimal_symbol  # noqa: PLC0415

    return get_decimal_symbol(locale)


def with_thousands(number: int) -> str:
    """A whole number with its thousands apart, as the current language writes them: 3,272 in English.

    A space parts them where the language has a point, as in Spanish: our decimals have one (`with_decimal_comma`).
    """
    locale = _locale(_SPOKEN.get())
    if locale is None or abs(number) < THOUSAND:
        return f"{number:,}"
    from babel.numbers import get_group_symbol  # noqa: PLC0415

    symbol = get_group_symbol(locale)
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}" if symbol == "." else symbol)


THOUSAND = 1000
"""Smaller numbers are written alike in every language."""
NUMBER = re.compile(r"(?<![\w.,/:§-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,3})(?![\w/:-]|[.,]\d)")
"""A number as our texts write it, 1,234.5 or 0.8: no version, no section of a law, no address."""
SWAPPED = str.maketrans(",.", ".,")


def with_decimal_comma(text: str) -> str:
    """The text with its numbers as they are written with a decimal comma: 1.234,5 and 0,8."""
    return NUMBER.sub(lambda match: match[0].translate(SWAPPED), text)
