"""What every face writes to. A case file satisfies it; so does a list in a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hustings.answers.events import Answer, Event


class Log(Protocol):
    """The events of one assessment."""

    def events(self) -> Sequence[Event]:
        """All events so far, in order of number."""
        ...

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        """Record an answer, or with None its withdrawal. When this returns, the event is on disk."""
        ...

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str) -> Sequence[Event]:
        """Record several answers: all of them are on disk when this returns, or none is if it raises."""
        ...
