"""The head of an assessment's history: a short code that belongs to one state of it, to be written down elsewhere.

A history that only grows, and whose rows hang on each other, has one mark at its end. Whoever rewrites a whole file can
make all of it fit together again, but not to the code that stands in a report which somebody else already has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

LETTERS, GROUP = 16, 4
"""Hexadecimal digits of a head, and of each of its groups: 2 to the power of 64 cannot be tried."""
MOST_STATES = 1_000_000
"""So many states are compared, the newest first: more than a campaign ever has, and a second."""


@dataclass(frozen=True, slots=True)
class HistoryMarks:
    """The marks of an assessment's history, from where it began: of its answers, and of its workshop's steps."""

    events: Sequence[str]
    entries: Sequence[str]


@dataclass(frozen=True, slots=True)
class HistoryState:
    """A state of a history: after so many answers and so many steps of its workshop."""

    answers: int
    steps: int


def head(mark: str, entry_mark: str) -> str:
    """The head that belongs to the last marks of both parts, such as `3f2a-91c0-77aa-0b1c`."""
    return _grouped(sha256(f"{mark}\n{entry_mark}".encode()).hexdigest()[:LETTERS])


def _grouped(code: str) -> str:
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def typed(text: str) -> str:
    """A head as somebody may have typed it: capitals, spaces and lines between the groups do not count."""
    return _grouped("".join(letter for letter in text.lower() if letter.isalnum()))


def state(wanted: str, trail: HistoryMarks) -> HistoryState | None:
    """The state to which a head belongs, the newest there is; None if it is of no state of this history."""
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
