"""The scalars of a pack: how the text an author typed becomes a number, a switch, an id.

Every scalar arrives as text. What an editor's schema allows is given beside each, in the types that YAML gives
it there: `0.5` is a number to an editor, `1/3` and `yes` are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from hustings.messages import english, say
from hustings.text import STEERING

ID = r"[a-z][a-z0-9_]*"
NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,12})?(/\d{1,12})?")  # no exponents: 1e999999999 would never end
NUMBER_TEXT = r"^[+-]?[0-9]{1,12}(\.[0-9]{1,12})?(/[0-9]{1,12})?$"

EMPTY = english("{part} is empty")
STEERED = english("{part} holds the character U+{code}, which nobody sees and which steers what is shown")


class UnfitError(ValueError):
    """A value is not what its key asks for. The sentence names the key as `{part}`, and has the values given."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def of(self, part: str) -> str:
        """The sentence about a part of a file, in the language that is spoken."""
        return say(self.sentence, part=part, **self.values)


def _text(raw: Any) -> str:
    if raw is None or raw == "":
        raise UnfitError(EMPTY)
    if not isinstance(raw, str):
        raise UnfitError(english("{part} must be one value, not a list or a mapping"))
    return raw


def number(raw: Any) -> Fraction:
    """An exact number: 3, -0.25, 1/3. Raises `UnfitError`."""
    text = _text(raw).strip()
    if not (text.isascii() and NUMBER.fullmatch(text)):
        raise UnfitError(english("{part}: `{raw}` is not a number"), raw=raw)
    whole, _, divisor = text.partition("/")
    if divisor and not int(divisor):
        raise UnfitError(english("{part}: `{raw}` divides by 0"), raw=raw)
    return Fraction(whole) / int(divisor or 1)


def _bounded(low: int, high: int) -> Callable[[Any], Fraction]:
    def read(raw: Any) -> Fraction:
        value = number(raw)
        if not low <= value <= high:
            raise UnfitError(english("{part}: `{raw}` is out of range: {low} to {high}"), raw=raw, low=low, high=high)
        return value

    return read


def _positive(raw: Any) -> Fraction:
    value = number(raw)
    if value <= 0:
        raise UnfitError(english("{part}: `{raw}` is out of range: more than 0"), raw=raw)
    return value


def _switch(raw: Any) -> bool:
    words = {"yes": True, "true": True, "no": False, "false": False}
    if _text(raw).lower() in words:
        return words[raw.lower()]
    raise UnfitError(english("{part}: `{raw}` is neither yes nor no"), raw=raw)


def _days(raw: Any) -> int:
    if _text(raw).isascii() and raw.isdigit() and len(raw) <= 4:  # noqa: PLR2004 - 27 years will do
        return int(raw)
    raise UnfitError(english("{part}: `{raw}` is not a whole number of days"), raw=raw)


def _seen(text: str) -> str:
    match = STEERING.search(text)
    if match:
        raise UnfitError(STEERED, code=f"{ord(match[0]):04X}")
    return text


def _numeric(**bounds: int) -> WithJsonSchema:
    return WithJsonSchema({"type": ["number", "string"], "pattern": NUMBER_TEXT, **bounds})


Number = Annotated[Fraction, BeforeValidator(number), _numeric()]
Weight = Annotated[Fraction, BeforeValidator(_positive), _numeric(exclusiveMinimum=0)]
Unit = Annotated[Fraction, BeforeValidator(_bounded(0, 1)), _numeric(minimum=0, maximum=1)]
Percent = Annotated[Fraction, BeforeValidator(_bounded(0, 100)), _numeric(minimum=0, maximum=100)]
Hours = Annotated[Fraction, BeforeValidator(_bounded(0, 1000)), _numeric(minimum=0, maximum=1000)]
Days = Annotated[int, BeforeValidator(_days), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 9999})]
Switch = Annotated[bool, BeforeValidator(_switch), WithJsonSchema({"enum": ["yes", "no", True, False]})]
Id = Annotated[str, Field(pattern=f"^{ID}$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(_seen)]
Short = Annotated[
    str,
    Field(min_length=1, max_length=200),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1, "maxLength": 200}),
]
"""A word or a number: a level, a version."""
Brief = Annotated[str, Field(min_length=1, max_length=44), AfterValidator(_seen)]
"""A few words, for a chart or a narrow column."""
DateText = Annotated[str, Field(max_length=40), WithJsonSchema({"type": ["string", "integer"], "maxLength": 40})]
"""A day as it is written, or as much of it as is known: 2026-11-03, 2025, n.d."""
