"""What a workshop leaves behind: a list that only grows, of what was asked, counted and decided (method.md 2.3).

Who voted what is not in it. Single votes and the people who cast them are kept apart, for as long as the workshop lasts
(2.4); an entry carries counts. State is a fold over entries (`room`), so that a crash, undo, the decision log and the
report all come from the same list. Nothing here reads a clock: whoever adds an entry says when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from hustings.answers.events import Answer, Event
from hustings.answers.workshop.ballots import Ballots, Pick, ballots
from hustings.messages import english


class EntryKind(StrEnum):
    """What happened. `resumed`: the program was started again; `fetch`: evidence that somebody will bring.

    `cancelled`: the vote that was open, or not shown yet, never was; `hidden`, `unhidden`: a note from the room.
    """

    BEGAN = "began"
    RESUMED = "resumed"
    OPENED = "opened"
    COUNTED = "counted"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    REVEALED = "revealed"
    DISCUSSING = "discussing"
    DECIDED = "decided"
    UNDONE = "undone"
    PARKED = "parked"
    NOTED = "noted"
    HIDDEN = "hidden"
    UNHIDDEN = "unhidden"
    FETCH = "fetch"
    TIMER = "timer"
    FINISHED = "finished"
    REOPENED = "reopened"


class DecisionKind(StrEnum):
    """What kind of decision it was (method.md 2.3). `recorded`: the facilitator wrote down what was said.

    `otherwise`: the room had voted, and something else was decided. It follows from the counts and the decision, and is
    worked out from them wherever it is told (`hustings.scoring.workshop.decisions`).
    """

    UNANIMOUS = "unanimous"
    AGREED = "agreed"
    CONSENT = "consent"
    OTHERWISE = "otherwise"
    RECORDED = "recorded"
    UNRESOLVED = "unresolved"


SETTLED = MappingProxyType(
    {
        DecisionKind.UNANIMOUS: english("unanimous"),
        DecisionKind.AGREED: english("agreed"),
        DecisionKind.CONSENT: english("agreed, with dissent"),
        DecisionKind.OTHERWISE: english("decided otherwise than voted"),
        DecisionKind.RECORDED: english("written down without a vote"),
        DecisionKind.UNRESOLVED: english("left open"),
    }
)
"""The kinds of decision in words."""


class VoteKind(StrEnum):
    """What a vote says: one of the options, or one of three things that are none. `abstain`: not my area."""

    OPTION = "option"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    ABSTAIN = "abstain"


SAID = MappingProxyType(
    {
        VoteKind.DONT_KNOW: english("We don't know"),
        VoteKind.NOT_APPLICABLE: english("Does not apply to us"),
        VoteKind.ABSTAIN: english("Not my area"),
    }
)
"""What a vote can say besides the choices, in words."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's vote in one round. `note` is a reason that its writer wants the room to know, without a name."""

    said: VoteKind
    pick: Pick | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CastVote:
    """A vote on its way: whose, in which round of which question. A `tap` that comes twice counts once.

    `opening`: for which opening of the question it was meant, counted from 1; 0 if whoever sends it does not say.
    """

    seat: int
    question: str
    round: int
    vote: Vote
    tap: str = ""
    opening: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What the room made of a question. `answer` entered the assessment as the event with the number `event`.

    `proposed` is what the votes amounted to; where the two differ there is a rationale. `dissent` counts who objected,
    `dissent_text` is what they wanted written down. `owner` brings the evidence by `due`.
    """

    settled: DecisionKind
    answer: Answer
    proposed: Answer | None = None
    rationale: str = ""
    dissent: int = 0
    dissent_text: str = ""
    owner: str = ""
    due: date | None = None
    event: int = 0


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a workshop's log. Which fields are filled goes with `kind`.

    OPENED, CLOSED, CANCELLED, REVEALED: `question`, `round` (1 or 2); CLOSED also `ballots`, `notes` in alphabetical
    order, and `languages`: how many votes came in each. COUNTED: `ballots` of a show of cards or of paper (`text` says
    which), added to the open round; no ballots at all start the count over. DECIDED: `decision`. PARKED, NOTED: `text`,
    or `notes` from somebody in the room. HIDDEN, UNHIDDEN: in `notes` the one that is meant. FETCH: `text`, `owner`,
    `due`. TIMER: `seconds`, 0 to stop it. BEGAN: `text` is the edition. `at` is timezone-aware.
    """

    number: int
    at: datetime
    by: str
    kind: EntryKind
    question: str = ""
    round: int = 0
    ballots: Ballots | None = None
    notes: tuple[str, ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    decision: Decision | None = None
    text: str = ""
    owner: str = ""
    due: date | None = None
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in the room, until the workshop ends. `name` and `role` are optional.

    `token` and `link` are SHA-256 of secrets: of the seat's own cookie, and of a personal link for pre-work.
    An observer does not vote.
    """

    number: int
    name: str = ""
    role: str = ""
    language: str = "en"
    observer: bool = False
    token: str = ""
    link: str = ""


PREWORK = 0
"""The round of a vote that was given before the workshop, or on a worksheet: it pre-fills round 1."""
ROUNDS = 2
"""At most so many: a private vote, and one more after the room has talked."""

AnswerTo = tuple[str, Answer | None]
"""A question and its answer; None withdraws what was said."""


class Journal(Protocol):
    """Where one workshop is kept. Whatever returns is on disk. `InputError` if it could not be written."""

    def entries(self) -> tuple[LogEntry, ...]:
        """The log, in order of number."""
        ...

    def events(self) -> tuple[Event, ...]:
        """The assessment's own events."""
        ...

    def add(self, entries: Sequence[LogEntry], answers: Sequence[AnswerTo] = ()) -> tuple[LogEntry, ...]:
        """Add entries, and answers to the assessment: all or none. Numbers and `by` are given by the journal.

        A decision among the entries gets the number of the last of the answers. With the entry that cancels a round its
        votes are gone, with the one that ends the workshop seats, votes and keys; `erase` then sees to what is left of
        them in the file.
        """
        ...

    def seats(self) -> tuple[Seat, ...]:
        """Who is in the room, in order of number."""
        ...

    def sit(self, seat: Seat) -> Seat:
        """Keep a seat; one with the number 0 is new and gets its number."""
        ...

    def rise(self, number: int) -> None:
        """Take a seat away, with its votes."""
        ...

    def votes(self, question: str, round_: int) -> dict[int, Vote]:
        """The votes of one round by number of seat."""
        ...

    def cast(self, *casts: CastVote) -> tuple[bool, ...]:
        """Keep votes, all or none; the last of a seat counts. False for one whose `tap` was here before."""
        ...

    def key(self, name: str) -> str:
        """A secret, or its hash, by name; empty if there is none."""
        ...

    def keep_key(self, name: str, text: str) -> None:
        """Keep a secret, or its hash, until the workshop ends."""
        ...

    def erase(self) -> None:
        """Take seats, votes and keys out of the file, so that no byte of them is left."""
        ...


def tallied(votes: Iterable[Vote]) -> Ballots:
    """Votes as counts, in an order that says nothing about who cast them."""
    given = list(votes)
    how_many = {said: sum(vote.said is said for vote in given) for said in VoteKind}
    return ballots(
        (vote.pick for vote in given if vote.pick is not None),
        dont_know=how_many[VoteKind.DONT_KNOW],
        not_applicable=how_many[VoteKind.NOT_APPLICABLE],
        abstained=how_many[VoteKind.ABSTAIN],
    )
