"""A number as people type it, and as it is written back to them.

Commas and spaces may stand between thousands, so that 2,5 is never read as 25; where a comma is the decimal sign, both
ways of writing are read, and a text with two meanings is given back with both.
"""

from __future__ import annotations

import re
from fractions import Fraction

from hustings.messages import decimal_symbol

_NUMBER = re.compile(r"[+-]?([1-9]\d{0,2}([, ]\d{3})+|\d{1,30})?(\.\d{0,30})?")
"""Commas and spaces only between thousands, so that "2,5" is never read as 25."""


def typed_numbers(given: str, *, written: bool) -> tuple[Fraction, ...]:
    """The numbers that a text can mean. In a language with a decimal comma, 28,9 is one and 1.234 can be two.

    A number of YAML or JSON has one reading.
    """
    swapped = given.translate(str.maketrans(",.", ".,"))
    texts = (given, swapped) if written and decimal_symbol() == "," else (given,)
    return tuple(dict.fromkeys(number for text in texts if (number := _read_number(text)) is not None))


def _read_number(given: str) -> Fraction | None:
    try:
        return Fraction(re.sub("[, ]", "", given)) if _NUMBER.fullmatch(given) else None
    except ValueError:
        return None


def shown(number: Fraction) -> str:
    """A number as people write it: 12, 2.5 (at most six digits)."""
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.6g}"
