"""How wide a text is in a chart, so that none outgrows its place: measured, wrapped, or cut."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from hustings.report.charts.primitives.letter_widths import WIDTHS

UNKNOWN, WIDE, EM = 640, 1000, 1000
"""The width of a letter of another script, of a Chinese or Japanese one, and of the unit."""


def text_width(text: str, size: float, weight: int = 400) -> float:
    """The width in points, on the safe side for scripts that the font lacks."""
    known = WIDTHS[weight]
    return sum(known[letter] if letter in known else _other(letter) for letter in text) * size / EM


def _other(letter: str) -> int:
    if combining(letter):
        return 0
    return WIDE if east_asian_width(letter) in "WF" else UNKNOWN


def fitted(text: str, size: float, room: float, weight: int = 400) -> str:
    """The text, cut with an ellipsis if it is wider than there is room."""
    if text_width(text, size, weight) <= room:
        return text
    while text and text_width(f"{text}…", size, weight) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def wrapped(text: str, size: float, room: float, weight: int = 400, most: int = 2) -> tuple[str, ...]:
    """The text in lines of at most this width, `most` of them; the last one is cut if there is more to say."""
    lines, words = [""], text.split()
    for at, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, size, weight) <= room:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join((lines[-1], *words[at:]))
            break
    return tuple(fitted(line, size, room, weight) for line in lines)
