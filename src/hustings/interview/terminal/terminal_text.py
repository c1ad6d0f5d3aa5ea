"""Text for a terminal: made harmless, and wrapped by the width that it takes on screen.

What an author or a campaign typed never reaches the terminal raw: an escape character could repaint the page. Width
counts cells, not characters, because CJK and emoji take two.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from hustings.text import BREAK, cells, wrapped

JOINERS = "\u200c\u200d"
"""Without these, emoji fall apart and Persian is misspelt."""


def safe(text: str) -> str:
    """The text without control and direction characters; every kind of space is a plain one, line breaks stay."""
    if text.isprintable():  # as nearly all are
        return text
    return "".join(_harmless(mark) for mark in BREAK.sub("\n", text))


def _harmless(mark: str) -> str:
    if mark.isprintable() or mark in JOINERS or mark == "\n":
        return mark
    return " " if mark == "\t" or category(mark) == "Zs" else ""


def paragraphs(text: str, width: int, indent: str = "", lead: str = "") -> tuple[str, ...]:
    """Safe lines of at most `width` cells, broken between words where possible; a line break stays one.

    The first line starts with `lead`, later ones with `indent`.
    """
    lines = list[str]()
    for paragraph in safe(text).split("\n"):
        lines += wrapped(" ".join(paragraph.split()), max(width, 8), indent if lines else lead, indent)
    return tuple(lines)


def fitting(forms: Sequence[str], width: int) -> str:
    """The first of these forms, longest first, that fits on a line; the last one if none does."""
    return next((form for form in forms if cells(form) <= width), forms[-1])
