"""The keys of the interview: one table for key bindings, key hints and the commands of line mode.

Each key has two forms, because some keyboards have no function keys and some terminals reserve Ctrl keys. Letters work
in lists, where nothing is typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hustings.messages import english, say

Key = Literal[
    "back", "forward", "skip", "dont_know", "na", "note", "proof", "help", "sections", "review", "quit", "leave", "out"
]
"""What a key does. `leave` and `out`: a screen asks before it is left, by a letter or by Esc; they are no commands."""


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """One key: its function key, Ctrl key, letter in lists, and a text on its action. Empty: not bound."""

    key: Key
    function: str
    control: str
    letter: str
    action: str

    def labels(self, *, in_lists: bool) -> tuple[str, str]:
        """The labels of the key: the function key, and the letter or Ctrl key."""
        return self.function.upper(), self.letter if in_lists else f"^{self.control.removeprefix('c-').upper()}"


KEY_BINDINGS = (
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
"""The most needed first: if space is short, the last ones are on the help page only."""
GAP = "  "
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
    "quit": english("quit"),
}
"""The commands of line mode. The English ones are understood in every language."""


def command_word(key: Key) -> str:
    """The command of a key, in the current language."""
    return say(KEY_WORDS[key])


def hints(keys: Sequence[Key], width: int, *, in_lists: bool, lines: int = 2) -> tuple[str, ...]:
    """The key hints that fit into so many lines: with both forms of keys, one form, or only the most needed keys."""
    bindings = [binding for binding in KEY_BINDINGS if binding.key in keys]
    forms = (tuple(_packed_lines(words, width)) for words in _forms(bindings, in_lists=in_lists))
    return next((form for form in forms if len(form) <= lines), ())


def _forms(bindings: Sequence[KeyBinding], *, in_lists: bool) -> Iterator[list[str]]:
    yield ["/".join(binding.labels(in_lists=in_lists)) + f" {say(binding.action)}" for binding in bindings]
    short = [f"{binding.labels(in_lists=in_lists)[in_lists]} {say(binding.action)}" for binding in bindings]
    yield short
    for count in range(len(bindings) - 1, 0, -1):
        yield short[:count]


def _packed_lines(words: Sequence[str], width: int) -> Iterator[str]:
    """Hints on as few lines as possible; a hint is never broken."""
    line = ""
    for word in words:
        extended = f"{line}{GAP}{word}" if line else word
        if line and len(extended) > width:
            yield line
            line = word
        else:
            line = extended
    if line:
        yield line


def key_lines(keys: Sequence[Key]) -> tuple[str, ...]:
    """Every key with its action, for the help page."""
    bindings = [binding for binding in KEY_BINDINGS if binding.key in keys]
    return tuple(f"{', '.join(_all_labels(binding))}: {say(binding.action)}" for binding in bindings)


def _all_labels(binding: KeyBinding) -> tuple[str, str, str]:
    """The labels of all forms of a key: function key, Ctrl key, and letter in lists."""
    return *binding.labels(in_lists=False), say("{letter} in lists", letter=binding.letter)


def key_of_word(word: str, keys: Sequence[Key]) -> Key | None:
    """The key of a typed word such as `b`, `back` or `ba`; None if there is none or several."""
    word = word.lower()
    letters = {binding.letter: binding.key for binding in KEY_BINDINGS if binding.key in keys}
    matching = [key for key in keys if word and (command_word(key).startswith(word) or KEY_WORDS[key].startswith(word))]
    return letters.get(word) or (matching[0] if len(matching) == 1 else None)
