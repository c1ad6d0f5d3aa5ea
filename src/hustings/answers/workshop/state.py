"""Where a workshop stands: the fold over its entries, and what may happen next (method.md 2.3).

    draft -> open (round 1) -> closed -> revealed -> [discussing -> open (round 2) -> closed -> revealed]
          -> decided | unresolved | parked

A vote cannot be changed once its round is closed; round 2 is a new private vote. A question is never lost: what is
parked can be taken up again, a decision taken back, and after the workshop reopened, with its history kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from hustings.answers.events import State
from hustings.answers.workshop.ballots import Ballots, together
from hustings.answers.workshop.records import ROUNDS, Decision, EntryKind, LogEntry


class QuestionPhase(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    DISCUSSING = "discussing"
    DECIDED = "decided"
    UNRESOLVED = "unresolved"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class QuestionState:
    """One question in the room. `rounds` are the counts of closed rounds; `entered` those that wait for the close.

    `written` is what people wanted the room to know, without names; it comes with the counts of its round, and is
    `held_back` until then. What the facilitator has `hidden` of it is nowhere told. `openings` counts how often a vote
    was opened, the `cancelled` ones too, from the phase `before`. `former` are decisions that were reopened. `revealed`
    says how many rounds the room has seen.
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

    @property
    def notes(self) -> tuple[str, ...]:
        """What people wanted the room to know, as far as it may be told."""
        return tuple(note for note in self.written if note not in self.hidden)

    @property
    def round(self) -> int:
        """The round that is open, or was last: 0 before the first."""
        return len(self.rounds) + (self.phase is QuestionPhase.OPEN)

    @property
    def seen(self) -> tuple[Ballots, ...]:
        """The counts that the room may see."""
        return self.rounds[: self.revealed]

    @property
    def voted(self) -> Ballots | None:
        """The last of them in which somebody said something; None if nobody ever did."""
        return last_voted(self.seen)


def last_voted(seen: Sequence[Ballots]) -> Ballots | None:
    """The last round that says something: whoever only abstains says nothing."""
    return next((said for said in reversed(seen) if said.heard), None)


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
    """The workshop as it stands. `current` is the question before the room, empty between questions.

    `log` has the notes, what was parked and the evidence to fetch, as they were entered. `cancelled`: the question
    whose vote was cancelled, until the room goes on.
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

    def topic(self, question: str) -> QuestionState:
        """Where a question stands."""
        return self.topics.get(question) or QuestionState(question)

    @property
    def told(self) -> tuple[LogEntry, ...]:
        """The log without the notes that are hidden."""
        shown = ((line, self._shown(line)) for line in self.log)
        return tuple(replace(line, notes=notes) for line, notes in shown if notes or not line.notes)

    def _shown(self, line: LogEntry) -> tuple[str, ...]:
        hidden = self.topic(line.question).hidden
        return tuple(note for note in line.notes if note not in hidden)


def room(entries: Iterable[LogEntry]) -> WorkshopState:
    """Fold the log, in its order, into how the workshop stands."""
    found = WorkshopState()
    for entry in entries:
        found = after(found, entry)
    return found


def after(before: WorkshopState, entry: LogEntry) -> WorkshopState:
    """The room once one more thing has happened."""
    cancelled = before.cancelled if entry.kind in BESIDE else ""
    found = replace(_whole(before, entry), last=entry.at, count=before.count + 1)
    found = replace(found, cancelled=entry.question if entry.kind is EntryKind.CANCELLED else cancelled)
    if not entry.question:
        return found
    topic = _topic(before.topic(entry.question), entry)
    return replace(found, topics=MappingProxyType({**before.topics, entry.question: topic}))


ON_SCREEN = (EntryKind.OPENED, EntryKind.CLOSED, EntryKind.REVEALED, EntryKind.DISCUSSING)
WRITTEN = (EntryKind.NOTED, EntryKind.PARKED, EntryKind.FETCH)
BESIDE = (EntryKind.RESUMED, EntryKind.TIMER, EntryKind.NOTED, EntryKind.HIDDEN, EntryKind.UNHIDDEN, EntryKind.FETCH)
"""After these the room is where it was before."""


def _whole(before: WorkshopState, entry: LogEntry) -> WorkshopState:
    """What an entry means for the room as a whole."""
    match entry.kind:
        case EntryKind.BEGAN:
            return replace(before, edition=entry.text, began=entry.at)
        case EntryKind.RESUMED:
            return replace(before, timer=_paused(before))
        case EntryKind.TIMER:
            return replace(before, timer=Timer(entry.seconds, entry.at) if entry.seconds else None)
        case EntryKind.FINISHED:
            return replace(before, finished=True, current="", timer=None)
        case kind if kind in ON_SCREEN:
            return replace(before, current=entry.question)
        case EntryKind.CANCELLED:
            seen = before.topic(entry.question).before in (QuestionPhase.REVEALED, QuestionPhase.DISCUSSING)
            return replace(before, timer=None, current=entry.question if seen else "")
        case EntryKind.DECIDED | EntryKind.UNDONE:
            return replace(before, timer=None, current=_on_screen(before, entry.question))
        case kind if kind in WRITTEN:
            current = "" if kind is EntryKind.PARKED and entry.question == before.current else before.current
            return replace(before, log=(*before.log, entry), current=current)
        case _:
            return before


def _on_screen(before: WorkshopState, question: str) -> str:
    """What is done with leaves the screen when the room has gone on to something else, such as a name said aloud."""
    done = before.topic(before.current).phase in (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)
    return "" if done and question != before.current else before.current


def _paused(before: WorkshopState) -> Timer | None:
    """A timer stops with the program: what was left when the last thing happened is left now."""
    if before.timer is None or before.last is None:
        return None
    return Timer(before.timer.at(before.last))


def _topic(topic: QuestionState, entry: LogEntry) -> QuestionState:
    """What an entry means for its question."""
    match entry.kind:
        case kind if kind in VOTES:
            return _vote(topic, entry)
        case kind if kind in NOTES:
            return _notes(topic, entry)
        case EntryKind.DISCUSSING:
            return replace(topic, phase=QuestionPhase.DISCUSSING)
        case EntryKind.DECIDED if entry.decision is not None:
            open_ = entry.decision.answer.state is State.UNRESOLVED
            return replace(
                topic, phase=QuestionPhase.UNRESOLVED if open_ else QuestionPhase.DECIDED, decision=entry.decision
            )
        case EntryKind.UNDONE | EntryKind.REOPENED:
            return _taken_back(topic, kept=entry.kind is EntryKind.REOPENED)
        case EntryKind.PARKED:
            return replace(topic, phase=QuestionPhase.PARKED)
        case _:
            return topic


VOTES = (EntryKind.OPENED, EntryKind.COUNTED, EntryKind.CLOSED, EntryKind.CANCELLED, EntryKind.REVEALED)
NOTES = (EntryKind.NOTED, EntryKind.HIDDEN, EntryKind.UNHIDDEN)


def _vote(topic: QuestionState, entry: LogEntry) -> QuestionState:
    match entry.kind:
        case EntryKind.OPENED:
            return replace(
                topic, phase=QuestionPhase.OPEN, entered=Ballots(), openings=topic.openings + 1, before=topic.phase
            )
        case EntryKind.COUNTED if entry.ballots is not None:
            return replace(topic, entered=together(topic.entered, entry.ballots) if entry.ballots.cast else Ballots())
        case EntryKind.CLOSED if entry.ballots is not None:
            rounds = (*topic.rounds, entry.ballots)
            return replace(topic, phase=QuestionPhase.CLOSED, rounds=rounds, held_back=entry.notes, entered=Ballots())
        case EntryKind.CANCELLED:
            return _never_opened(topic)
        case EntryKind.REVEALED:
            written = (*topic.written, *topic.held_back)
            return replace(
                topic, phase=QuestionPhase.REVEALED, revealed=len(topic.rounds), written=written, held_back=()
            )
        case _:
            return topic


def _notes(topic: QuestionState, entry: LogEntry) -> QuestionState:
    match entry.kind:
        case EntryKind.HIDDEN:
            return replace(topic, hidden=(*topic.hidden, *entry.notes))
        case EntryKind.UNHIDDEN:
            return replace(topic, hidden=tuple(note for note in topic.hidden if note not in entry.notes))
        case _:
            return replace(topic, written=(*topic.written, *entry.notes))


def _never_opened(topic: QuestionState) -> QuestionState:
    """Where the question was before its vote was opened. What was counted or written since is gone."""
    return replace(
        topic,
        phase=topic.before,
        rounds=topic.seen,
        entered=Ballots(),
        held_back=(),
        cancelled=(*topic.cancelled, topic.openings),
    )


def _taken_back(topic: QuestionState, *, kept: bool) -> QuestionState:
    former = (*topic.former, topic.decision) if kept and topic.decision else topic.former
    return replace(topic, phase=_resting(topic), decision=None, former=former)


def _resting(topic: QuestionState) -> QuestionPhase:
    """Where a question waits without a decision: before its first vote, or with its votes on the table."""
    return QuestionPhase.REVEALED if topic.rounds else QuestionPhase.DRAFT


FROM: Mapping[EntryKind, tuple[QuestionPhase, ...]] = MappingProxyType(
    {
        EntryKind.OPENED: (QuestionPhase.DRAFT, QuestionPhase.REVEALED, QuestionPhase.DISCUSSING, QuestionPhase.PARKED),
        EntryKind.COUNTED: (QuestionPhase.OPEN,),
        EntryKind.CLOSED: (QuestionPhase.OPEN,),
        EntryKind.CANCELLED: (QuestionPhase.OPEN, QuestionPhase.CLOSED),
        EntryKind.REVEALED: (QuestionPhase.CLOSED,),
        EntryKind.DISCUSSING: (QuestionPhase.REVEALED,),
        EntryKind.DECIDED: (
            QuestionPhase.DRAFT,
            QuestionPhase.REVEALED,
            QuestionPhase.DISCUSSING,
            QuestionPhase.PARKED,
        ),
        EntryKind.UNDONE: (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED),
        EntryKind.REOPENED: (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED),
        EntryKind.PARKED: (QuestionPhase.DRAFT, QuestionPhase.REVEALED, QuestionPhase.DISCUSSING),
    }
)
"""From which phases a step is possible; a kind that is not named is always possible."""
TAKES_THE_SCREEN = (EntryKind.OPENED, EntryKind.DISCUSSING)
"""These put their question before the room, so that a vote that is open could no longer be closed."""
AFTERWARDS = (
    EntryKind.DECIDED,
    EntryKind.UNDONE,
    EntryKind.REOPENED,
    EntryKind.NOTED,
    EntryKind.HIDDEN,
    EntryKind.UNHIDDEN,
    EntryKind.FETCH,
)
"""What may still happen when the workshop has ended: the correction round."""


def may(found: WorkshopState, kind: EntryKind, question: str = "") -> bool:
    """Whether this can happen now."""
    topic = found.topic(question)
    if found.finished and kind not in AFTERWARDS:
        return False
    if kind in TAKES_THE_SCREEN and _busy(found, question):
        return False
    if kind is EntryKind.OPENED and len(topic.rounds) >= ROUNDS:
        return False
    return topic.phase in FROM.get(kind, (topic.phase,))


def _busy(found: WorkshopState, question: str) -> bool:
    """Whether another question is being voted on, or waits to be revealed: one at a time."""
    return any(
        topic.phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED)
        for name, topic in found.topics.items()
        if name != question
    )
