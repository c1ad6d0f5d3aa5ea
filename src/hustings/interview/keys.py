"""The keys of the interview: one table for what is bound, what is hinted at and what the plain prompts understand.

Each key comes twice, because some keyboards have no function keys and some terminals keep Ctrl keys for themselves.
Letters work in lists, where nothing is typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hustings.messages import english, say

Key = Literal["back", "forward", "skip", "dont_know", "na", "note", "proof", "help", "sections", "review", "quit"]


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """One key: its function key, its Ctrl key, its letter in lists, and what it does. Empty: not bound."""

    key: Key
    function: str
    control: str
    letter: str
    does: str

    def marks(self, *, lists: bool) -> tuple[str, str]:
        """How it is written: the function key, and the letter or Ctrl key."""
        return self.function.upper(), self.letter if lists else f"^{self.control.removeprefix('c-').upper()}"


STROKES = (
    KeyBinding("back", "f7", "c-b", "b", english("back")),
    KeyBinding("forward", "f9", "c-f", "f", english("next")),
    KeyBinding("skip", "f8", "c-k", "s", english("skip")),
    KeyBinding("dont_know", "f4", "c-y", "d", english("don't know")),
    KeyBinding("help", "f1", "c-g", "?", english("help")),
    KeyBinding("quit", "f10", "c-x", "q", english("save and quit")),
    KeyBinding("note", "f2", "c-o", "n", english("note")),
    KeyBinding("proof", "f3", "c-t", "p", english("proof")),
    KeyBinding("sections", "f5", "c-l", "j", english("sections")),
    KeyBinding("review", "f6", "c-r", "r", english("review")),
)
"""In the order of need: where the line is short, the last are left to the help page."""
GAP = "  "
WORDS: dict[Key, str] = {
    "back": english("back"),
    "forward": english("next"),
    "skip": english("skip"),
    "dont_know": english("dont-know"),
    "na": english("na"),
    "note": english("note"),
    "proof": english("proof"),
    "help": english("help"),
    "sections": english("sections"),
    "review": english("review"),
    "quit": english("quit"),
}
"""The words for the plain prompts. The English ones are understood in every language."""


def command(key: Key) -> str:
    """The word for a key in the language that is spoken."""
    return say(WORDS[key])


def hints(keys: Sequence[Key], width: int, *, lists: bool, lines: int = 2) -> tuple[str, ...]:
    """The key hints that fit into so many lines: both sets of keys, or one, or only the most needed ones."""
    strokes = [stroke for stroke in STROKES if stroke.key in keys]
    forms = (tuple(_packed(words, width)) for words in _forms(strokes, lists=lists))
    return next((form for form in forms if len(form) <= lines), ())


def _forms(strokes: Sequence[KeyBinding], *, lists: bool) -> Iterator[list[str]]:
    yield ["/".join(stroke.marks(lists=lists)) + f" {say(stroke.does)}" for stroke in strokes]
    one = [f"{stroke.marks(lists=lists)[lists]} {say(stroke.does)}" for stroke in strokes]
    yield one
    for most in range(len(strokes) - 1, 0, -1):
        yield one[:most]


def _packed(words: Sequence[str], width: int) -> Iterator[str]:
    """Hints on as few lines as they need; a hint is never broken."""
    line = ""
    for word in words:
        longer = f"{line}{GAP}{word}" if line else word
        if line and len(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def key_lines(keys: Sequence[Key]) -> tuple[str, ...]:
    """Every key with what it does, for the help page."""
    strokes = [stroke for stroke in STROKES if stroke.key in keys]
    return tuple(f"{', '.join(_all_marks(stroke))}: {say(stroke.does)}" for stroke in strokes)


def _all_marks(stroke: KeyBinding) -> tuple[str, str, str]:
    """The function key, the Ctrl key, and the letter that works in lists."""
    return *stroke.marks(lists=False), say("{letter} in lists", letter=stroke.letter)


def key_named(word: str, keys: Sequence[Key]) -> Key | None:
    """The key that a typed word means, such as `b`, `back` or `ba`; None if it is none of these, or several."""
    word = word.lower()
    letters = {stroke.letter: stroke.key for stroke in STROKES if stroke.key in keys}
    begun = [key for key in keys if word and (command(key).startswith(word) or WORDS[key].startswith(word))]
    return letters.get(word) or (begun[0] if len(begun) == 1 else None)
