"""Characters that nobody sees in a YAML file and that change what it means: no-break and zero-width spaces.

They come along when text is copied from a web page or a word processor. In a sentence they do no harm and are left
alone. In a key, in an id, at the edge of a value or after a colon they make a word that looks right another one.
"""

from __future__ import annotations

import re
from typing import Any
from unicodedata import name

from hustings.messages import say
from hustings.problems import Place, Problem

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ZERO_WIDTH = "\u00ad\u180e\u200b-\u200d\u2060\ufeff"
INVISIBLE = re.compile(f"[{SPACES}{ZERO_WIDTH}]")
_UNSEEN = re.compile(f"[{ZERO_WIDTH}]")
_WORD = re.compile(r"[A-Za-z0-9_.:/+-]+")
_AT_AN_EDGE = re.compile(f"^[{SPACES}{ZERO_WIDTH}]|[{SPACES}{ZERO_WIDTH}]$")
_AFTER_A_MARK = re.compile(f"^(?:-|[\\w-]+:)[{SPACES}{ZERO_WIDTH}]")
_IN_THE_FRAME = re.compile(f"^[\\s-]*(?:[\\w-]+:)?[{SPACES}{ZERO_WIDTH}]")
"""Where a line's indent, dash, key and colon stand."""
LINES_BEFORE = 3  # a stray character is often noticed by the parser a few lines later


def in_key(key: str, place: Place, lines: tuple[str, ...]) -> Problem | None:
    """The problem of a key that holds such a character; None if it holds none."""
    return _at(INVISIBLE.search(key), place, lines)


def in_value(event: Any, place: Place, lines: tuple[str, ...]) -> Problem | None:
    """The problem of a scalar (a parser's event) that such a character turns into something else; None if none does.

    Sentences may hold them; words of an id, and the edges of what is written without quotes, may not. Written as
    escapes, they are seen.
    """
    text = event.value
    if text.isascii() or event.style in ("|", ">"):
        return None
    if looks_like_another_word(text):
        return _at(_UNSEEN.search(text), place, lines) if _UNSEEN.search(_source(event, lines)) else None
    unquoted = not event.style
    return _at(_AT_AN_EDGE.search(text) or _AFTER_A_MARK.search(text), place, lines) if unquoted else None


def looks_like_another_word(text: str) -> bool:
    """Whether a text is one word that holds such a character: it is read only if that is written as an escape."""
    return not text.isascii() and bool(_UNSEEN.search(text) and _WORD.fullmatch(_UNSEEN.sub("", text)))


def escaped(text: str) -> str:
    """The text with such characters as YAML and JSON escape them."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _source(event: Any, lines: tuple[str, ...]) -> str:
    """A scalar as it is written in its file."""
    start, end = event.start_mark, event.end_mark
    first, *others = lines[start.line : end.line + 1]
    if not others:
        return first[start.column : end.column]
    return "\n".join((first[start.column :], *others[:-1], others[-1][: end.column]))


def near_mistake(place: Place, lines: tuple[str, ...]) -> Problem | None:
    """The problem behind what a parser could not read at `place`, if such a character stands there or just above."""
    for number in range(place.line, max(place.line - LINES_BEFORE, 0), -1):
        line = lines[number - 1] if number <= len(lines) else ""
        if _IN_THE_FRAME.search(line):
            return _problem(Place(place.file, number), line, INVISIBLE.search(line))
    return None


def said(character: str) -> tuple[str, str]:
    """What stands there, and what to do about it."""
    code, called = f"{ord(character):04X}", name(character).lower()
    if _UNSEEN.match(character):
        what = say("the character U+{code} ({name}) stands here, which nobody sees", code=code, name=called)
        return what, say("Take it out.")
    what = say("the character U+{code} ({name}) stands here, which only looks like a space", code=code, name=called)
    return what, say("Type a plain space instead.")


def _at(match: re.Match[str] | None, place: Place, lines: tuple[str, ...]) -> Problem | None:
    """The problem at the first such character from `place` on, or at `place` if it is written as an escape."""
    if match is None:
        return None
    wanted = INVISIBLE.search(match[0])
    assert wanted is not None
    numbered = enumerate(lines[place.line - 1 :], place.line)
    seen = ((n, line, line.find(wanted[0], place.column - 1 if n == place.line else 0)) for n, line in numbered)
    own = lines[place.line - 1] if place.line <= len(lines) else ""
    escaped = (place.line, own, place.column - 1)
    number, line, at = next((one for one in seen if one[2] >= 0), escaped)
    return _told(Place(place.file, number, at + 1), line, wanted[0])


def _problem(place: Place, line: str, match: re.Match[str] | None) -> Problem:
    assert match is not None
    return _told(Place(place.file, place.line, match.start() + 1), line, match[0])


def _told(place: Place, line: str, character: str) -> Problem:
    what, hint = said(character)
    return Problem(place, what, hint, line)
