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

from hustings.answers.ballots import Ballots, together
from hustings.answers.events import State
from hustings.answers.workshop import ROUNDS, Decision, Entry, Kind


class Phase(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    DISCUSSING = "discussing"
    DECIDED = "decided"
    UNRESOLVED = "unresolved"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Topic:
    """One question in the room. `rounds` are the counts of closed rounds; `entered` those that wait for the close.

    `written` is what people wanted the room to know, without names; it comes with the counts of its round, and is
    `held_back` until then. What the facilitator has `hidden` of it is nowhere told. `openings` counts how often a vote
    was opened, the `cancelled` ones too, from the phase `before`. `former` are decisions that were reopened. `revealed`
    says how many rounds the room has seen.
    """

    question: str
    phase: Phase = Phase.DRAFT
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
    before: Phase = Phase.DRAFT

    @property
    def notes(self) -> tuple[str, ...]:
        """What people wanted the room to know, as far as it may be told."""
        return tuple(note for note in self.written if note not in self.hidden)

    @property
    def round(self) -> int:
        """The round that is open, or was last: 0 before the first."""
        return len(self.rounds) + (self.phase is Phase.OPEN)

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
class Room:
    """The workshop as it stands. `current` is the question before the room, empty between questions.

    `log` has the notes, what was parked and the evidence to fetch, as they were entered. `cancelled`: the question
    whose vote was cancelled, until the room goes on.
    """

    topics: Mapping[str, Topic] = field(default_factory=lambda: MappingProxyType({}))
    current: str = ""
    timer: Timer | None = None
    log: tuple[Entry, ...] = ()
    edition: str = ""
    began: datetime | None = None
    last: datetime | None = None
    finished: bool = False
    count: int = 0
    cancelled: str = ""

    def topic(self, question: str) -> Topic:
        """Where a question stands."""
        return self.topics.get(question) or Topic(question)

    @property
    def told(self) -> tuple[Entry, ...]:
        """The log without the notes that are hidden."""
        shown = ((line, self._shown(line)) for line in self.log)
        return tuple(replace(line, notes=notes) for line, notes in shown if notes or not line.notes)

    def _shown(self, line: Entry) -> tuple[str, ...]:
        hidden = self.topic(line.question).hidden
        return tuple(note for note in line.notes if note not in hidden)


def room(entries: Iterable[Entry]) -> Room:
    """Fold the log, in its order, into how the workshop stands."""
    found = Room()
    for entry in entries:
        found = after(found, entry)
    return found


def after(before: Room, entry: Entry) -> Room:
    """The room once one more thing has happened."""
    cancelled = before.cancelled if entry.kind in BESIDE else ""
    found = replace(_whole(before, entry), last=entry.at, count=before.count + 1)
    found = replace(found, cancelled=entry.question if entry.kind is Kind.CANCELLED else cancelled)
    if not entry.question:
        return found
    topic = _topic(before.topic(entry.question), entry)
    return replace(found, topics=MappingProxyType({**before.topics, entry.question: topic}))


ON_SCREEN = (Kind.OPENED, Kind.CLOSED, Kind.REVEALED, Kind.DISCUSSING)
WRITTEN = (Kind.NOTED, Kind.PARKED, Kind.FETCH)
BESIDE = (Kind.RESUMED, Kind.TIMER, Kind.NOTED, Kind.HIDDEN, Kind.UNHIDDEN, Kind.FETCH)
"""After these the room is where it was before."""


def _whole(before: Room, entry: Entry) -> Room:
    """What an entry means for the room as a whole."""
    match entry.kind:
        case Kind.BEGAN:
            return replace(before, edition=entry.text, began=entry.at)
        case Kind.RESUMED:
            return replace(before, timer=_paused(before))
        case Kind.TIMER:
            return replace(before, timer=Timer(entry.seconds, entry.at) if entry.seconds else None)
        case Kind.FINISHED:
            return replace(before, finished=True, current="", timer=None)
        case kind if kind in ON_SCREEN:
            return replace(before, current=entry.question)
        case Kind.CANCELLED:
            seen = before.topic(entry.question).before in (Phase.REVEALED, Phase.DISCUSSING)
            return replace(before, timer=None, current=entry.question if seen else "")
        case Kind.DECIDED | Kind.UNDONE:
            return replace(before, timer=None, current=_on_screen(before, entry.question))
        case kind if kind in WRITTEN:
            current = "" if kind is Kind.PARKED and entry.question == before.current else before.current
            return replace(before, log=(*before.log, entry), current=current)
        case _:
            return before


def _on_screen(before: Room, question: str) -> str:
    """What is done with leaves the screen when the room has gone on to something else, such as a name said aloud."""
    done = before.topic(before.current).phase in (Phase.DECIDED, Phase.UNRESOLVED)
    return "" if done and question != before.current else before.current


def _paused(before: Room) -> Timer | None:
    """A timer stops with the program: what was left when the last thing happened is left now."""
    if before.timer is None or before.last is None:
        return None
    return Timer(before.timer.at(before.last))


def _topic(topic: Topic, entry: Entry) -> Topic:
    """What an entry means for its question."""
    match entry.kind:
        case kind if kind in VOTES:
            return _vote(topic, entry)
        case kind if kind in NOTES:
            return _notes(topic, entry)
        case Kind.DISCUSSING:
            return replace(topic, phase=Phase.DISCUSSING)
        case Kind.DECIDED if entry.decision is not None:
            open_ = entry.decision.answer.state is State.UNRESOLVED
            return replace(topic, phase=Phase.UNRESOLVED if open_ else Phase.DECIDED, decision=entry.decision)
        case Kind.UNDONE | Kind.REOPENED:
            return _taken_back(topic, kept=entry.kind is Kind.REOPENED)
        case Kind.PARKED:
            return replace(topic, phase=Phase.PARKED)
        case _:
            return topic


VOTES = (Kind.OPENED, Kind.COUNTED, Kind.CLOSED, Kind.CANCELLED, Kind.REVEALED)
NOTES = (Kind.NOTED, Kind.HIDDEN, Kind.UNHIDDEN)


def _vote(topic: Topic, entry: Entry) -> Topic:
    match entry.kind:
        case Kind.OPENED:
            return replace(topic, phase=Phase.OPEN, entered=Ballots(), openings=topic.openings + 1, before=topic.phase)
        case Kind.COUNTED if entry.ballots is not None:
            return replace(topic, entered=together(topic.entered, entry.ballots) if entry.ballots.cast else Ballots())
        case Kind.CLOSED if entry.ballots is not None:
            rounds = (*topic.rounds, entry.ballots)
            return replace(topic, phase=Phase.CLOSED, rounds=rounds, held_back=entry.notes, entered=Ballots())
        case Kind.CANCELLED:
            return _never_opened(topic)
        case Kind.REVEALED:
            written = (*topic.written, *topic.held_back)
            return replace(topic, phase=Phase.REVEALED, revealed=len(topic.rounds), written=written, held_back=())
        case _:
            return topic


def _notes(topic: Topic, entry: Entry) -> Topic:
    match entry.kind:
        case Kind.HIDDEN:
            return replace(topic, hidden=(*topic.hidden, *entry.notes))
        case Kind.UNHIDDEN:
            return replace(topic, hidden=tuple(note for note in topic.hidden if note not in entry.notes))
        case _:
            return replace(topic, written=(*topic.written, *entry.notes))


def _never_opened(topic: Topic) -> Topic:
    """Where the question was before its vote was opened. What was counted or written since is gone."""
    return replace(
        topic,
        phase=topic.before,
        rounds=topic.seen,
        entered=Ballots(),
        held_back=(),
        cancelled=(*topic.cancelled, topic.openings),
    )


def _taken_back(topic: Topic, *, kept: bool) -> Topic:
    former = (*topic.former, topic.decision) if kept and topic.decision else topic.former
    return replace(topic, phase=_resting(topic), decision=None, former=former)


def _resting(topic: Topic) -> Phase:
    """Where a question waits without a decision: before its first vote, or with its votes on the table."""
    return Phase.REVEALED if topic.rounds else Phase.DRAFT


FROM: Mapping[Kind, tuple[Phase, ...]] = MappingProxyType(
    {
        Kind.OPENED: (Phase.DRAFT, Phase.REVEALED, Phase.DISCUSSING, Phase.PARKED),
        Kind.COUNTED: (Phase.OPEN,),
        Kind.CLOSED: (Phase.OPEN,),
        Kind.CANCELLED: (Phase.OPEN, Phase.CLOSED),
        Kind.REVEALED: (Phase.CLOSED,),
        Kind.DISCUSSING: (Phase.REVEALED,),
        Kind.DECIDED: (Phase.DRAFT, Phase.REVEALED, Phase.DISCUSSING, Phase.PARKED),
        Kind.UNDONE: (Phase.DECIDED, Phase.UNRESOLVED),
        Kind.REOPENED: (Phase.DECIDED, Phase.UNRESOLVED),
        Kind.PARKED: (Phase.DRAFT, Phase.REVEALED, Phase.DISCUSSING),
    }
)
"""From which phases a step is possible; a kind that is not named is always possible."""
TAKES_THE_SCREEN = (Kind.OPENED, Kind.DISCUSSING)
"""These put their question before the room, so that a vote that is open could no longer be closed."""
AFTERWARDS = (Kind.DECIDED, Kind.UNDONE, Kind.REOPENED, Kind.NOTED, Kind.HIDDEN, Kind.UNHIDDEN, Kind.FETCH)
"""What may still happen when the workshop has ended: the correction round."""


def may(found: Room, kind: Kind, question: str = "") -> bool:
    """Whether this can happen now."""
    topic = found.topic(question)
    if found.finished and kind not in AFTERWARDS:
        return False
    if kind in TAKES_THE_SCREEN and _busy(found, question):
        return False
    if kind is Kind.OPENED and len(topic.rounds) >= ROUNDS:
        return False
    return topic.phase in FROM.get(kind, (topic.phase,))


def _busy(found: Room, question: str) -> bool:
    """Whether another question is being voted on, or waits to be revealed: one at a time."""
    return any(topic.phase in (Phase.OPEN, Phase.CLOSED) for name, topic in found.topics.items() if name != question)
