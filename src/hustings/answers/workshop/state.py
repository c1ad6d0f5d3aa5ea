"""The state of a workshop: each question with its phase, rounds and decision (method.md 2.3).

    draft -> open (round 1) -> closed -> revealed -> [discussing -> open (round 2) -> closed -> revealed]
          -> decided | unresolved | parked

A vote cannot be changed once its round is closed; round 2 is a new private vote. A parked question can be taken up
again, a decision undone, or reopened after the workshop, with its history kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from hustings.answers.workshop.agenda_plan import AgendaPlan
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.workshop_log import Decision, LogEntry
from hustings.frozen_records import dataclass


class QuestionPhase(StrEnum):
    """Where a question is on its way to a decision (the picture at the top of this module).

    UNRESOLVED: decided to leave it open. PARKED: put aside; it can be taken up again.
    """

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    DISCUSSING = "discussing"
    DECIDED = "decided"
    UNRESOLVED = "unresolved"
    PARKED = "parked"


class WarmUp(StrEnum):
    """How far the warm-up is: its words can be written, are shown to the room, or it is not there."""

    OPEN = "open"
    SHOWN = "shown"
    OVER = ""


@dataclass(frozen=True, slots=True)
class QuestionState:
    """The state of one question. `rounds` are the counts of closed rounds; `entered` those of the open one.

    `written` are notes without names; they are revealed with the counts of their round, and are `held_back` until then.
    Those that the facilitator has `hidden` are shown nowhere. `openings` counts how often a vote was opened, including
    `cancelled` ones, from the phase `before`. `former` are decisions that were reopened. `revealed` is the number of
    rounds that the room has seen. `roles`: the counts of the first round that could be shown by role.
    """

    question: str
    phase: QuestionPhase = QuestionPhase.DRAFT
    rounds: tuple[Ballots, ...] = ()
    revealed: int = 0
    entered: Ballots = field(default_factory=Ballots)
    written: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    decision: Decision | None = None
    former: tuple[Decision, ...] = ()
    openings: int = 0
    cancelled: tuple[int, ...] = ()
    before: QuestionPhase = QuestionPhase.DRAFT
    roles: tuple[tuple[str, Ballots], ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that may be shown."""
        return tuple(note for note in self.written if note not in self.hidden)

    @property
    def round(self) -> int:
        """The number of the open or last round; 0 before the first."""
        return len(self.rounds) + (self.phase is QuestionPhase.OPEN)

    @property
    def seen(self) -> tuple[Ballots, ...]:
        """The counts of the revealed rounds."""
        return self.rounds[: self.revealed]

    @property
    def voted(self) -> Ballots | None:
        """The last of them with a vote that counts; None if there is none."""
        return last_voted(self.seen)


def last_voted(seen: Sequence[Ballots]) -> Ballots | None:
    """The last round with a vote that is not an abstention; None if there is none."""
    return next((votes for votes in reversed(seen) if votes.heard), None)


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown: `left` seconds at `since`; `since` is None while it is paused."""

    left: int
    since: datetime | None = None

    def at(self, now: datetime) -> int:
        """Seconds left. A clock that was set back does not add time."""
        gone = int((now - self.since).total_seconds()) if self.since else 0
        return min(self.left, max(0, self.left - gone))


@dataclass(frozen=True, slots=True)
class WorkshopState:
    """The state of the workshop. `current` is the question before the room, empty between questions.

    `log` holds notes, parked questions and evidence to fetch, in order. `cancelled`: the question whose vote was just
    cancelled, until the next step. `plan`: what the facilitator decided about the agenda. `warm_up_question` is the
    facilitator's own, empty for the usual one. `feedback`: the counts of the form at the end, by question.
    """

    topics: Mapping[str, QuestionState] = field(default_factory=lambda: MappingProxyType({}))
    current: str = ""
    timer: Timer | None = None
    log: tuple[LogEntry, ...] = ()
    edition: str = ""
    began: datetime | None = None
    last: datetime | None = None
    finished: bool = False
    count: int = 0
    cancelled: str = ""
    plan: AgendaPlan = field(default_factory=AgendaPlan)
    warm_up: WarmUp = WarmUp.OVER
    warm_up_question: str = ""
    feedback: tuple[tuple[str, Ballots], ...] = ()
    feedback_in_report: bool = False

    @property
    def at_hand(self) -> str:
        """The question that takes the room's time: the one that is read or on the screen, until it is decided."""
        settled = self.topic(self.current).phase in (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)
        return self.plan.presented or ("" if settled else self.current)

    def topic(self, question: str) -> QuestionState:
        """The state of a question; a draft if it has no entries."""
        return self.topics.get(question) or QuestionState(question)

    @property
    def told(self) -> tuple[LogEntry, ...]:
        """The log without the notes that are hidden."""
        shown = ((line, self._shown(line)) for line in self.log)
        return tuple(replace(line, notes=notes) for line, notes in shown if notes or not line.notes)

    def _shown(self, line: LogEntry) -> tuple[str, ...]:
        hidden = self.topic(line.question).hidden
        return tuple(note for note in line.notes if note not in hidden)
