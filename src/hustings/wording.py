"""What Hustings itself says, in the language that is spoken: `say("You have {count} open answers.", count=3)`.

The English sentence is the key, so that code reads as it speaks, and a sentence without a translation is still said.
Which language is spoken is set once, at the door, and holds for what runs inside (`speaking`). Values are put in as
they stand: braces in them mean nothing, and a translation can reach nothing but the values that its sentence was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """One language: its code, its own name, and the translation of each English sentence."""

    language: str = "en"
    title: str = "English"
    sentences: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, english: str) -> str:
        """The sentence in this language; the English one where there is none, or one with other placeholders."""
        found = self.sentences.get(english, "")
        return found if found and placeholders(found) == placeholders(english) else english


ENGLISH = Words()
_SPOKEN: ContextVar[Words] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(words: Words) -> Iterator[None]:
    """Within this, `say` speaks that language."""
    token = _SPOKEN.set(words)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> str:
    """The code of the language that is spoken, such as `en`."""
    return _SPOKEN.get().language


def words_spoken() -> Words:
    """The language that is spoken, to be handed to another program."""
    found = _SPOKEN.get()
    return Words(found.language, found.title, dict(found.sentences))


def say(english: str, /, **values: object) -> str:
    """An English sentence in the language spoken, its `{placeholders}` filled. A value that is missing is a bug."""
    return filled(_SPOKEN.get().of(english), values)


def english(text: str) -> str:
    """Marks an English sentence of a table, which is given to `say` later on."""
    return text


def several(count: int, one: str, many: str, /, **values: object) -> str:
    """One of two sentences, by number; `{n}` is the number: `several(3, "{n} answer", "{n} answers")`."""
    return say(one if count == 1 else many, n=count, **values)


MONTHS = (
    *(english("January"), english("February"), english("March"), english("April"), english("May"), english("June")),
    *(english("July"), english("August"), english("September")),
    *(english("October"), english("November"), english("December")),
)
"""By hand, because strftime would follow the machine's locale."""


WEEKDAYS = (
    *(english("Monday"), english("Tuesday"), english("Wednesday"), english("Thursday")),
    *(english("Friday"), english("Saturday"), english("Sunday")),
)


def spelled_date(day: date) -> str:
    """A date read back, so that a slip is seen: Thursday, 28 January 2027."""
    return say("{weekday}, {date}", weekday=say(WEEKDAYS[day.weekday()]), date=long_date(day))


def long_date(day: date) -> str:
    return say("{day} {month} {year}", day=day.day, month=say(MONTHS[day.month - 1]), year=day.year)


NUMBER = re.compile(r"(?<![\w.,/:§-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,3})(?![\w/:-]|[.,]\d)")
"""A number as our texts write it, 1,234.5 or 0.8: no version, no section of a law, no address."""
SWAPPED = str.maketrans(",.", ".,")


def with_decimal_comma(text: str) -> str:
    """The text with its numbers as they are written with a decimal comma: 1.234,5 and 0,8."""
    return NUMBER.sub(lambda found: found[0].translate(SWAPPED), text)


def filled(text: str, values: Mapping[str, object]) -> str:
    """A text with each `{name}` replaced by its value. Nothing else in braces means anything."""
    return PLACEHOLDER.sub(lambda found: str(values[found[1]]), text)


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a sentence."""
    return frozenset(PLACEHOLDER.findall(text))
