"""Text for a terminal: made harmless, and wrapped by the width that it takes on screen.

What an author or a campaign typed never reaches the terminal raw: an escape character could repaint the page. Width
counts cells, not characters, because CJK and emoji take two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category, combining, normalize

from wcwidth import wcwidth

from hustings.text import BREAK

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


def cells(text: str) -> int:
    """The width of a text on screen, in cells."""
    if text.isascii() and text.isprintable():  # as nearly all are: a page measures thousands of letters
        return len(text)
    return sum(max(wcwidth(mark), 0) for mark in text)


def wrapped(text: str, width: int, indent: str = "", lead: str = "") -> tuple[str, ...]:
    """Lines of at most `width` cells, broken between words where possible.

    The first line starts with `lead`, later ones with `indent`.
    """
    lines = list[str]()
    for paragraph in safe(text).split("\n"):
        lines += _paragraph(paragraph.split(), max(width, 8), indent, indent if lines else lead)
    return tuple(lines)


def _paragraph(words: Sequence[str], width: int, indent: str, lead: str) -> Iterator[str]:
    line, free = lead, True
    for word in words:
        for part in _pieces(word, width - cells(indent)):
            if not free and cells(line) + 1 + cells(part) > width:
                yield line
                line, free = indent, True
            line, free = (line + part if free else f"{line} {part}"), False
    yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word, cut where it is wider than a line."""
    if cells(word) <= width:
        yield word
        return
    piece = ""
    for mark in word:
        if cells(piece) + cells(mark) > width:
            yield piece
            piece = ""
        piece += mark
    yield piece


def fitting(forms: Sequence[str], width: int) -> str:
    """The first of these forms, longest first, that fits on a line; the last one if none does."""
    return next((form for form in forms if cells(form) <= width), forms[-1])


def plain_letters(text: str) -> str:
    """Letters as they are looked for: small, and without accents."""
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))
