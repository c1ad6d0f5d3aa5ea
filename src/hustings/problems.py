"""Mistakes in the input of users, in their words.

Mistakes of authors are values (`Problem`), gathered and shown all at once; one `PackError` carries them.
Everything else a user can get wrong is one `InputError` with a sentence and a hint. The command line turns both
into text and exit code 1, so no other package prints or exits. All texts of users are escaped before they are
shown, because a terminal obeys control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hustings.messages import english, say
from hustings.text import cells

MOST_SHOWN = 100
MOST_COMPARED = 500  # words that a misspelt one is compared with: a hint is not worth a wait
WIDTH = 100  # of a quoted line
Severity = Literal["error", "warning"]


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
    """One mistake: where, what (in the author's words), and what to do about it. Sorts by place.

    An error means that the pack cannot be used; a warning is worth a look.
    """

    place: Place
    what: str
    hint: str = ""
    source: str = field(default="", compare=False)
    severity: Severity = "error"

    def __str__(self) -> str:
        word = say("warning: ") if self.severity == "warning" else ""
        lines = [escaped(f"{self.place}: {word}{self.what}" if self.place != NOWHERE else f"{word}{self.what}")]
        if self.source and self.place.column:
            lines += [f"    {line}" for line in pointed(self.source, self.place.column)]
        if self.hint:
            lines.append(f"  {escaped(self.hint)}")
        return "\n".join(lines)


def as_record(problem: Problem) -> dict[str, str | int | None]:
    """A problem for editors and machines; line and column count from 1, None where they are not known."""
    return {
        "file": problem.place.file,
        "line": problem.place.line or None,
        "column": problem.place.column or None,
        "severity": problem.severity,
        "what": problem.what,
        "hint": problem.hint,
    }


def as_problem(sentence: str) -> str:
    """A sentence in the form of a problem, which follows a place: without capital and full stop."""
    return (sentence[:1].lower() + sentence[1:]).removesuffix(".")


def escaped(text: str, keep: str = "") -> str:
    """The text with unprintable characters written as escapes."""
    return "".join(c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in text)


def pointed(source: str, column: int) -> tuple[str, str]:
    """A line of a file and a caret under `column` (from 1); a long line is cut around it."""
    before = escaped(source[max(column - 1 - WIDTH, 0) : column - 1].replace("\t", "  "))
    after = escaped(source[column - 1 : column - 1 + WIDTH].replace("\t", "  "))
    if column - 1 > WIDTH or len(before) > WIDTH // 2:
        before = "…" + before[-(WIDTH // 2) :]
    if len(before + after) > WIDTH or len(source) > column - 1 + WIDTH:
        after = after[: WIDTH - len(before)] + "…"
    return before + after, " " * cells(before) + "^"


def listed(problems: Sequence[Problem]) -> str:
    """Problems as a text, in the order given: the first hundred, and how many more there are."""
    shown = [str(problem) for problem in problems[:MOST_SHOWN]]
    more = len(problems) - len(shown)
    return "\n\n".join(shown + ([say("… and {more} more. Mend these first.", more=more)] if more else []))


SYSTEM = (
    english("Permission denied"),
    english("Operation not permitted"),
    english("No such file or directory"),
    english("File exists"),
    english("Is a directory"),
    english("Not a directory"),
    english("Directory not empty"),
    english("File name too long"),
    english("File too large"),
    english("No space left on device"),
    english("Disk quota exceeded"),
    english("Read-only file system"),
    english("Input/output error"),
    english("Too many open files"),
    english("Too many levels of symbolic links"),
    english("Device or resource busy"),
    english("Text file busy"),
    english("Stale file handle"),
    english("No such device or address"),
    english("Invalid argument"),
    english("Invalid cross-device link"),
    english("Broken pipe"),
    english("Connection timed out"),
    english("embedded null byte"),
)
"""Reasons of the operating system for refusing a file, in its own words."""


def reason(wrong: OSError | ValueError) -> str:
    """The reason of the operating system in the current language; untranslated if it is a rare one."""
    message = (wrong.strerror if isinstance(wrong, OSError) else "") or str(wrong)
    return say(message) if message in SYSTEM else message


class InputError(Exception):
    """The input of a user is not valid. `hint` says what to do; nothing was changed."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return escaped(f"{self.what}\n  {self.hint}" if self.hint else self.what, keep="\n")


class PackError(InputError):
    """A pack, or an answers file, with mistakes: all of them, warnings too, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(listed(self.problems))


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """A hint for a misspelt word: the nearest one, or the short list of what is allowed, or nothing."""
    words = sorted(set(allowed))
    if nearest := near(word, words):
        return say("Did you mean `{name}`?", name=nearest)
    if words and len(words) <= 8:  # noqa: PLR2004 - a list that is read at a glance
        return say("Allowed here: {names}.", names=", ".join(f"`{name}`" for name in words))
    return ""


def near(word: str, known: Sequence[str]) -> str:
    """The known word most similar to a misspelt one; empty if there is none."""
    if len(known) > MOST_COMPARED or len(word) > WIDTH:
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms, for mistakes only

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")
