"""A brand as it is printed: texts, a logo that was checked, and colours that can be read."""

from __future__ import annotations

from hustings.frozen_records import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """What a brand may change. Empty texts change nothing.

    `classed`: who the report is for, in the box of the cover. `logo`: a picture as a data: URL, with the words that
    stand for it. `colour`: as it was given, `#rrggbb`.
    """

    name: str
    line: str = ""
    author: str = ""
    address: str = ""
    classed: str = ""
    footer: str = ""
    logo: str = ""
    logo_text: str = ""
    colour: str = ""


TEXTS = {
    "name": 80,
    "line": 120,
    "author": 80,
    "address": 200,
    "classed": 60,
    "footer": 100,
    "logo_text": 160,
    "colour": 7,
}
"""The texts of a brand, each with the most letters that it may have."""
