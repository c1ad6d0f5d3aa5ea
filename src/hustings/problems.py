"""What can be wrong with what people give us, in their words.

Mistakes of authors are values (`Problem`), gathered and shown all at once; one `PackError` carries them.
Everything else a user can get wrong is one `InputError` with a sentence and a hint. The door turns both
into text and exit code 1, so no room below ever prints or exits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an author wrote something: file as given, line and column from 1 (column 0: the whole line)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


NOWHERE = Place("")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where, what (in the author's words), and what to do about it. Sorts by place."""

    place: Place
    what: str
    hint: str = ""
    source: str = field(default="", compare=False)

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.what}"]
        if self.source and self.place.column:
            lines += [f"    {self.source}", "    " + caret(self.source, self.place.column)]
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


def caret(source: str, column: int) -> str:
    """A line that points at `column` (from 1) of `source`; tabs are kept so that it lines up."""
    return "".join("\t" if mark == "\t" else " " for mark in source[: column - 1]) + "^"


class InputError(Exception):
    """What a person gave us needs work. `hint` says what to do; nothing was changed."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what}\n  {self.hint}" if self.hint else self.what


class PackError(InputError):
    """A pack, or an answers file, with mistakes: all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """A hint for a misspelt word: the nearest one, or the short list of what is allowed, or nothing."""
    known = sorted(set(allowed))
    if nearest := get_close_matches(word, known, n=1, cutoff=0.6):
        return f"Did you mean `{nearest[0]}`?"
    if known and len(known) <= 8:  # noqa: PLR2004 - a list that is read at a glance
        return "Allowed here: " + ", ".join(f"`{name}`" for name in known) + "."
    return ""
