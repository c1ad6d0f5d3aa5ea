"""Styled rows as the escape sequences of a terminal (SGR, ECMA-48 8.3.117), or as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from hustings.styled_text.palette import Depth
from hustings.styled_text.rows import Row, text_of

NAMED = {
    "ansired": 31,
    "ansigreen": 32,
    "ansiblue": 34,
    "ansimagenta": 35,
    "ansicyan": 36,
    "ansiwhite": 37,
    "ansibrightblack": 90,
    "ansibrightred": 91,
    "ansibrightgreen": 92,
    "ansibrightyellow": 93,
    "ansibrightcyan": 96,
}
WEIGHTS = {"bold": "1", "underline": "4", "reverse": "7"}
BEHIND = 10
"""What is added to the code of a colour for the background."""
CUBE = (0, 95, 135, 175, 215, 255)
"""The levels of red, green and blue among 256 colours (xterm)."""


def ansi(row: Row, styles: Mapping[str, str], depth: Depth) -> str:
    """A row with the escape sequences for its roles, each ended after its text; no styles mean plain text."""
    if not styles:
        return text_of(row).rstrip()
    return "".join(_styled(text, sgr(styles.get(role, ""), depth)) for role, text in row)


def _styled(text: str, codes: str) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text


def sgr(style: str, depth: Depth) -> str:
    """The codes of a style, such as `#7db8f0 bold`."""
    return ";".join(_code(word, depth) for word in style.split())


def _code(word: str, depth: Depth) -> str:
    if word in WEIGHTS:
        return WEIGHTS[word]
    behind, colour = word.startswith("bg:"), word.removeprefix("bg:")
    if colour in NAMED:
        return str(NAMED[colour] + (BEHIND if behind else 0))
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    kind = 48 if behind else 38
    return f"{kind};2;{red};{green};{blue}" if depth == "true" else f"{kind};5;{_nearest(red, green, blue)}"


def _nearest(*levels: int) -> int:
    """The number of the nearest of the 216 colours of the cube."""
    red, green, blue = (min(range(len(CUBE)), key=lambda n: abs(CUBE[n] - level)) for level in levels)
    return 16 + 36 * red + 6 * green + blue
