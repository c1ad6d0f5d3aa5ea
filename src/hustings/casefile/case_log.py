"""One person's log of the answers to an assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from hustings.answers.events import Answer, Event
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack

Clock = Callable[[], datetime]


class Recording(Protocol):
    """What a log needs of a case file."""

    def events(self, assessment: str) -> tuple[Event, ...]:
        """The events of an assessment, in order of number."""
        ...

    def record(self, assessment: str, event: Callable[[int], Event]) -> Event:
        """Add the event for the next number."""
        ...

    def record_all(
        self, assessment: str, events: Sequence[Callable[[int], Event]], *, pack: Pack | None = None
    ) -> tuple[Event, ...]:
        """Add several events, all or none, and keep a pack with them."""
        ...


@dataclass(frozen=True, slots=True)
class CaseLog:
    """The events of one assessment; implements `hustings.answers.events.Log`."""

    case: Recording
    assessment: str
    by: str
    clock: Clock

    def events(self) -> tuple[Event, ...]:
        """All events so far, in order of number."""
        return self.case.events(self.assessment)

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        """Record an answer, or with None its withdrawal. When this returns, the event is on disk."""
        return self.case.record(self.assessment, self._event(question, answer, source))

    def append_all(
        self, answers: Sequence[tuple[str, Answer | None]], *, source: str, pack: Pack | None = None
    ) -> tuple[Event, ...]:
        """Record several answers: all of them are on disk when this returns, or none is if it raises.

        The `pack` that they are to, if they are to another one from now on, is kept with them.
        """
        return self.case.record_all(self.assessment, [self._event(*one, source) for one in answers], pack=pack)

    def _event(self, question: str, answer: Answer | None, source: str) -> Callable[[int], Event]:
        at = self.clock()
        return lambda number: Event(self.assessment, number, at, self.by, question, answer, source)
