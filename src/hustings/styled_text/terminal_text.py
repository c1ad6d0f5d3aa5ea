"""Text for a terminal: without control characters, and wrapped by its width on screen.

Texts of authors and campaigns are never printed raw, because an escape character could change the screen. Width counts
cells, not characters, because CJK and emoji take two.
"""

from __future__ import annotations

from unicodedata import category

from hustings.text import BREAK, wrapped

JOINERS = "\u200c\u200d"
"""Format characters that emoji and Persian need."""


def safe(text: str) -> str:
    """The text without control and direction characters; spaces of all kinds become plain ones, line breaks stay."""
    if text.isprintable():  # the usual case
        return text
    return "".join(_harmless(character) for character in BREAK.sub("\n", text))


def _harmless(character: str) -> str:
    if character.isprintable() or character in JOINERS or character == "\n":
        return character
    return " " if character == "\t" or category(character) == "Zs" else ""


def paragraphs(text: str, width: int, indent: str = "", prefix: str = "") -> tuple[str, ...]:
    """Safe lines of at most `width` cells, wrapped between words if possible; line breaks stay.

    The first line starts with `prefix`, later ones with `indent`.
    """
    lines = list[str]()
    for paragraph in safe(text).split("\n"):
        lines += wrapped(" ".join(paragraph.split()), max(width, 8), indent if lines else prefix, indent)
    return tuple(lines)
