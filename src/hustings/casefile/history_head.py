"""The head of an assessment's history: a short code of one state of it, to be recorded elsewhere.

An append-only history with chained hashes has one hash at its end. A file that was rewritten as a whole is consistent
in itself, but does not match the code in a report that somebody already has.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from hustings.frozen_records import dataclass

LETTERS, GROUP = 16, 4
"""Hexadecimal digits of a head, and of each of its groups; 64 bits cannot be found by trying."""
MOST_STATES = 1_000_000
"""The most states that are compared, the newest first: more than a campaign has, in a second."""


@dataclass(frozen=True, slots=True)
class HistoryMarks:
    """The hashes of an assessment's history from its beginning: of its answers, and of its workshop's entries."""

    events: Sequence[str]
    entries: Sequence[str]


@dataclass(frozen=True, slots=True)
class HistoryState:
    """A state of a history: after so many answers and so many entries of its workshop."""

    answers: int
    steps: int


def head(mark: str, entry_mark: str) -> str:
    """The head for the last hashes of both parts, such as `3f2a-91c0-77aa-0b1c`."""
    return _grouped(sha256(f"{mark}\n{entry_mark}".encode()).hexdigest()[:LETTERS])


def _grouped(code: str) -> str:
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def typed(text: str) -> str:
    """A head from typed text: capitals, spaces and hyphens make no difference."""
    return _grouped("".join(letter for letter in text.lower() if letter.isalnum()))


def state(wanted: str, trail: HistoryMarks) -> HistoryState | None:
    """The newest state with this head; None if this history has none."""
    code = wanted.replace("-", "")
    lines = [(steps, mark.encode()) for steps, mark in enumerate(trail.entries)][::-1]
    for answers in reversed(range(max(0, len(trail.events) - MOST_STATES // len(lines)), len(trail.events))):
        begun = sha256(f"{trail.events[answers]}\n".encode())
        for steps, mark in lines:
            whole = begun.copy()
            whole.update(mark)
            if whole.hexdigest().startswith(code):
                return HistoryState(answers, steps)
    return None
