"""The keys of the interview: one table for key bindings, the line of keys and the commands of line mode.

Most keys have two forms, because some keyboards have no function keys and some terminals reserve Ctrl keys. Letters
work in lists, where nothing is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.messages import english, say

Key = Literal[
    "back", "forward", "skip", "dont_know", "na", "note", "proof", "help", "sections", "review", "edition",
    "find", "people", "team", "quit", "leave", "out",
]  # fmt: skip
"""What a key does. `leave` and `out`: a screen asks before it is left, by a letter or by Esc; they are no commands."""


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """One key: its function key, Ctrl key, and letter in lists."""

    key: Key
    function: str
    control: str
    letter: str


KEY_BINDINGS = (
    KeyBinding("back", "f7", "c-b", "b"),
    KeyBinding("forward", "f9", "c-f", "f"),
    KeyBinding("skip", "f8", "c-k", "s"),
    KeyBinding("dont_know", "f4", "c-y", "d"),
    KeyBinding("help", "f1", "c-g", "?"),
    KeyBinding("quit", "f10", "c-x", "q"),
    KeyBinding("note", "f2", "c-o", "n"),
    KeyBinding("proof", "f3", "c-t", "p"),
    KeyBinding("sections", "f5", "c-l", "j"),
    KeyBinding("review", "f6", "c-r", "r"),
    KeyBinding("edition", "", "", "e"),
    KeyBinding("find", "", "", "/"),
    KeyBinding("people", "", "", "w"),
    KeyBinding("team", "", "", "w"),
)
KEY_WORDS: dict[Key, str] = {
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
    "edition": english("edition"),
    "find": english("find"),
    "people": english("who"),
    "team": english("team"),
    "quit": english("quit"),
}
"""The commands of line mode. The English ones are understood in every language."""


def command_word(key: Key) -> str:
    """The command of a key, in the current language."""
    return say(KEY_WORDS[key])


def key_of_word(word: str, keys: Sequence[Key]) -> Key | None:
    """The key of a typed word such as `b`, `back` or `ba`; None if there is none or several."""
    word = word.lower()
    letters = {binding.letter: binding.key for binding in KEY_BINDINGS if binding.key in keys}
    matching = [key for key in keys if word and (command_word(key).startswith(word) or KEY_WORDS[key].startswith(word))]
    return letters.get(word) or (matching[0] if len(matching) == 1 else None)
