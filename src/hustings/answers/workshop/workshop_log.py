"""The records of a workshop: an append-only log of what was asked, counted and decided (method.md 2.3).

It does not hold who voted what. Single votes and seats are stored apart, until the workshop ends (2.4); an entry holds
counts. State is a fold over entries (`room`), so that a crash, undo, the decision log and the report all come from the
same list. Nothing here reads a clock: the caller passes the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from hustings.answers.events import Answer, Event
from hustings.answers.workshop.ballots import Ballots, Pick, ballots
from hustings.frozen_records import dataclass
from hustings.messages import english


class EntryKind(StrEnum):
    """The kind of an entry. `resumed`: the program was started again; `fetch`: evidence that somebody will bring.

    `cancelled`: a vote that was open or not revealed yet is deleted; `hidden`, `unhidden`: a note from the room. The
    five from `skipped` on change the agenda only: `presented` is a question that is shown to be read before its vote.
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
    SKIPPED = "skipped"
    UNSKIPPED = "unskipped"
    ARRANGED = "arranged"
    BUDGETED = "budgeted"
    PRESENTED = "presented"
    WARM_UP = "warm_up"
    FEEDBACK = "feedback"


class DecisionKind(StrEnum):
    """The kind of a decision (method.md 2.3). `recorded`: the facilitator recorded an answer without a vote.

    `otherwise`: the decision differs from the votes. It is derived from counts and decision wherever it is shown
    (`hustings.scoring.workshop.decisions`).
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
    """The kind of a vote: for an option, or one of three others. `abstain`: not my area."""

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
"""The kinds of vote besides options, in words."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's vote in one round. `note` is a reason that is shown to the room without a name."""

    said: VoteKind
    pick: Pick | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CastVote:
    """A vote as it arrives, with its seat, question and round. A `tap` that arrives twice counts once.

    `opening`: the opening of the question that it is for, from 1; 0 if the sender does not say.
    """

    seat: int
    question: str
    round: int
    vote: Vote
    tap: str = ""
    opening: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision on a question. `answer` is in the assessment, as the event with the number `event`.

    `proposed` is the provisional answer of the votes; where the two differ there is a rationale. `dissent` is the
    number of objections, `dissent_text` their words. `owner` brings the evidence by `due`.
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
    """One line of a workshop's log. `kind` decides which fields are filled.

    OPENED, CLOSED, CANCELLED, REVEALED: `question`, `round` (1 or 2); REVEALED may have the counts of
    `groups`, which are roles in which nobody can be guessed; CLOSED also `ballots`, `notes` in alphabetical
    order, and `languages`: the number of votes in each. COUNTED: `ballots` from cards or paper (`text` names which),
    added to the open round; empty ballots restart the count. DECIDED: `decision`. PARKED, NOTED: `text`, or `notes`
    from a phone. HIDDEN, UNHIDDEN: the note concerned, in `notes`. FETCH: `text`, `owner`, `due`. TIMER: `seconds`, 0
    to stop it. BEGAN: `text` is the edition. ARRANGED: the ids of the questions of the section `text` in their `order`,
    none for the suggested one; those of the sections if `text` is empty. BUDGETED: `seconds` for the `question`, for
    the section `text`, or until the room must be left if both are empty; 0 for no limit. WARM_UP: `text` says how far
    it is, `notes` hold the facilitator's own question, if there is one; nothing of what was written.
    FEEDBACK: the counts of the form at the end, by question in `groups`; `text` says whether the report may have them.
    `at` is timezone-aware.
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
    order: tuple[str, ...] = ()
    groups: tuple[tuple[str, Ballots], ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant, until the workshop ends. `name` and `role` are optional.

    `token` and `link` are SHA-256 of secrets: of the seat's own cookie, and of a personal link for pre-work. An
    observer does not vote.
    """

    number: int
    name: str = ""
    role: str = ""
    language: str = "en"
    observer: bool = False
    token: str = ""
    link: str = ""


PREWORK = 0
"""The round of votes cast before the workshop or on a worksheet; they pre-fill round 1."""
ROUNDS = 2
"""The most rounds of a question: a private vote, and one more after discussion."""

AnswerTo = tuple[str, Answer | None]
"""A question id and its answer; None withdraws the answer."""


class Journal(Protocol):
    """Storage of one workshop. When a method returns, its data is on disk; it raises `InputError` if that failed."""

    def entries(self) -> tuple[LogEntry, ...]:
        """The log, in order of number."""
        ...

    def events(self) -> tuple[Event, ...]:
        """The assessment's own events."""
        ...

    def add(self, entries: Sequence[LogEntry], answers: Sequence[AnswerTo] = ()) -> tuple[LogEntry, ...]:
        """Add entries, and answers to the assessment: all or none. Numbers and `by` are given by the journal.

        A decision among the entries gets the number of the last of the answers. The entry that cancels a round deletes
        its votes; the one that ends the workshop deletes seats, votes and keys, whose bytes `erase` then removes from
        the file.
        """
        ...

    def seats(self) -> tuple[Seat, ...]:
        """All seats, in order of number."""
        ...

    def sit(self, seat: Seat) -> Seat:
        """Store a seat; one with the number 0 is new and gets a number."""
        ...

    def rise(self, number: int) -> None:
        """Delete a seat and its votes."""
        ...

    def votes(self, question: str, round_: int) -> dict[int, Vote]:
        """The votes of one round by number of seat."""
        ...

    def cast(self, *casts: CastVote) -> tuple[bool, ...]:
        """Store votes, all or none; the last of a seat counts. False for each whose `tap` was stored before."""
        ...

    def key(self, name: str) -> str:
        """A secret, or its hash, by name; empty if there is none."""
        ...

    def keep_key(self, name: str, text: str) -> None:
        """Store a secret, or its hash, until the workshop ends."""
        ...

    def erase(self) -> None:
        """Remove seats, votes and keys from the file, so that no byte of them is left."""
        ...


def tallied(votes: Iterable[Vote]) -> Ballots:
    """The counts of votes, sorted, so that their order tells nothing about who cast them."""
    cast = list(votes)
    how_many = {kind: sum(vote.said is kind for vote in cast) for kind in VoteKind}
    return ballots(
        (vote.pick for vote in cast if vote.pick is not None),
        dont_know=how_many[VoteKind.DONT_KNOW],
        not_applicable=how_many[VoteKind.NOT_APPLICABLE],
        abstained=how_many[VoteKind.ABSTAIN],
    )
