"""A running workshop: what the facilitator and the participants may do, and what each step writes (method.md 2.3).

Nothing here knows of pages or addresses. The web, the terminal and the rehearsal all use the same session, so a room
without a network can do everything that a room with phones can. Every step is in the case file when it returns; the
session holds nothing that cannot be read from there again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, Answers, State
from hustings.answers.parse import given
from hustings.answers.replay import replay
from hustings.answers.typed_dates import date_order
from hustings.answers.versions.compatibility import fitting, fitting_entries
from hustings.answers.workshop.ballots import Ballots, together
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.state import QuestionPhase, QuestionState, WorkshopState
from hustings.answers.workshop.transitions import may
from hustings.answers.workshop.workshop_log import (
    PREWORK,
    CastVote,
    Decision,
    DecisionKind,
    EntryKind,
    Journal,
    LogEntry,
    Seat,
    Vote,
    tallied,
)
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.rules import DateOrder
from hustings.problems import InputError, did_you_mean
from hustings.scoring.gates import Judged
from hustings.scoring.workshop.consequence import worst
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.role_breakdown import role_breakdown
from hustings.scoring.workshop.vote_outcome import VoteOutcome, group, votable
from hustings.workshop.session.derived import Derived
from hustings.workshop.session.input.free_text import note, notes_of, short
from hustings.workshop.session.people.seats import check_seat, languages, prepared, present, votes_with_roles
from hustings.workshop.session.projection import Projection, after_entry
from hustings.workshop.session.state_text import REFUSED
from hustings.workshop.session.vote_rules import answer_before, check_pick, check_time, last_decided, reason_needed

COUNT = 999
"""The largest number of cards of one kind in a show of cards."""


@dataclass(slots=True)
class Session:
    """One workshop. `pack` is in its edition and in the facilitator's language; votes are ids, never words."""

    pack: Pack
    journal: Journal
    clock: Callable[[], datetime]
    room: WorkshopState = field(default_factory=WorkshopState)
    answers: Answers = field(default_factory=lambda: MappingProxyType({}))
    seats: dict[int, Seat] = field(default_factory=dict)
    worst: Judged = field(default_factory=dict)
    derived: Derived = field(default_factory=Derived)
    practice: Session | None = None  # the practice vote, while there is one
    projection: Projection = field(default_factory=Projection)

    def question(self, name: str) -> Question:
        """A question by its id. Raises `InputError` if there is none."""
        question = self.pack.questions.get(name)
        if question is None:
            raise InputError(
                say("No question is called `{question}`.", question=name), did_you_mean(name, self.pack.questions)
            )
        return question

    @property
    def date_order(self) -> DateOrder | None:
        """How the place of the election writes a date in figures, if that is known."""
        return date_order(self.pack, self.answers)

    def topic(self, name: str) -> QuestionState:
        """The state of a question by its id; a question without entries is a draft."""
        return self.room.topic(name)

    def outcome_of(self, name: str, votes: Ballots) -> VoteOutcome:
        """The outcome of votes on a question, given all other answers."""
        return group(self.pack, self.question(name), votes, self.worst)

    def latest_outcome(self, topic: QuestionState) -> VoteOutcome | None:
        """The outcome of the last round that was shown; None before the first."""
        return self.outcome_of(topic.question, topic.voted) if topic.voted else None

    def seat(self, number: int) -> Seat:
        """A seat by its number. Raises `InputError` if there is none."""
        if (seat := self.seats.get(number)) is None:
            raise InputError(say("There is no seat {number}.", number=number))
        return seat

    def voters(self) -> tuple[Seat, ...]:
        """The seats of participants who are present and may vote."""
        return present(self.seats.values())

    def votes(self, topic: QuestionState) -> dict[int, Vote]:
        """The votes of the current or last round, by seat."""
        return self.journal.votes(topic.question, topic.round)

    def begin(self) -> None:
        """Restore the state from the log, and record that the workshop begins or is resumed."""
        self.read_again()
        if self.room.began is None:
            self._write(LogEntry(0, self.clock(), "", EntryKind.BEGAN, text=self.pack.edition))
        elif not self.room.finished:
            self._write(LogEntry(0, self.clock(), "", EntryKind.RESUMED))
        if presented := self.room.plan.presented:
            self.projection = Projection("question", presented)

    def read_again(self) -> None:
        """Read log, seats and answers again, after something else has written to the journal."""
        self.room = room(fitting_entries(self.pack, self.journal.entries()))
        self.seats = {seat.number: seat for seat in self.journal.seats()}
        self._reload()

    def finish(self) -> None:
        """End the workshop and delete single votes, seats and keys from the file. It may be called again."""
        if any(topic.phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED) for topic in self.room.topics.values()):
            raise InputError(
                say("A vote is still open."), say("Close it and show it, or cancel it, then end the workshop.")
            )
        if not self.room.finished:
            self._write(self._entry(EntryKind.FINISHED))
        self.journal.erase()
        self.seats.clear()

    def sit(self, seat: Seat) -> Seat:
        """Add a seat, or change its name, role or language. Raises `InputError` once the workshop has ended."""
        if self.room.finished:
            raise InputError(say("The workshop has ended."))
        saved = self.journal.sit(replace(seat, name=short(seat.name), role=short(seat.role)))
        self.seats = dict(sorted({**self.seats, saved.number: saved}.items()))
        return saved

    def rise(self, number: int) -> None:
        """Remove a seat and its votes in rounds that are not closed; the counts of closed rounds stay."""
        self.journal.rise(number)
        self.seats.pop(number, None)

    def open(self, name: str) -> None:
        """Open the first round, or the second once the first was shown. Prepared votes count in the first."""
        question = self.question(name)
        if not votable(question):
            raise InputError(
                say("This is not voted on: somebody says it, and it is written down."),
                say("Write down the answer and decide."),
            )
        self._require(EntryKind.OPENED, name)
        round_ = len(self.topic(name).rounds) + 1
        if round_ == 1:
            self.journal.cast(*prepared(self.seats.values(), name, self.journal.votes(name, PREWORK)))
        self._write(self._entry(EntryKind.OPENED, name, round=round_))

    def count(self, name: str, votes: Ballots, source: str) -> None:
        """Add a show of cards, or votes on paper, to the open round."""
        self._require(EntryKind.COUNTED, name)
        if not 0 < votes.cast <= COUNT:
            raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
        self._write(self._entry(EntryKind.COUNTED, name, ballots=votes, text=source))

    def count_again(self, name: str) -> None:
        """Discard the cards and papers of the open round, after a miscount. Votes from phones stay."""
        self.step(EntryKind.COUNTED, name, ballots=Ballots())

    def cast(self, *casts: CastVote) -> tuple[bool, ...]:
        """Save votes, all or none. For each, whether it is new. Raises `InputError` if one is not valid now."""
        for cast in casts:
            self.check(cast)
        return self.journal.cast(*casts)

    def check(self, cast: CastVote) -> None:
        """Raise `InputError` if this vote is not valid now."""
        question = self.question(cast.question)
        check_time(cast, self.topic(question.id), finished=self.room.finished)
        check_seat(self.seats.get(cast.seat))
        self.check_pick(cast.question, cast.vote)

    def check_pick(self, name: str, vote: Vote) -> None:
        """Raise `InputError` if the question has no such choice."""
        check_pick(self.pack, self.question(name), vote)

    def close(self) -> None:
        """Close the open round: its votes can no longer be changed."""
        name = self.room.current
        self._require(EntryKind.CLOSED, name)
        topic, votes_by_seat = self.topic(name), self.votes(self.topic(name))
        counts, notes = together(tallied(votes_by_seat.values()), topic.entered), notes_of(votes_by_seat)
        spoken_languages = languages(self.seats.values(), votes_by_seat)
        self.record(EntryKind.CLOSED, name, round=topic.round, ballots=counts, notes=notes, languages=spoken_languages)

    def cancel(self, name: str) -> None:
        """Cancel a vote that was not shown yet: its votes are deleted and it does not count as a round."""
        self.step(EntryKind.CANCELLED, name, round=self.topic(name).round)

    def reveal(self) -> None:
        """Show the counts of the closed round."""
        name = self.room.current
        self._require(EntryKind.REVEALED, name)
        topic = self.topic(name)
        roles = role_breakdown(votes_with_roles(self.seats, self.votes(topic)), topic.rounds[-1])
        self.record(EntryKind.REVEALED, name, round=topic.round, groups=() if topic.roles else roles)

    def discuss(self, name: str) -> None:
        """Begin the discussion of the lowest and the highest positions."""
        self.step(EntryKind.DISCUSSING, name)

    def decide(self, name: str, raw: object, details: Decision | None = None) -> None:
        """Record an answer, written as in an answers file. `details`: rationale, dissent, owner and due date."""
        self._require(EntryKind.DECIDED, name)
        self._record_decision(name, self._accepted(name, raw), details)

    def record_fact(self, name: str, raw: object) -> None:
        """Record a fact that nobody votes on; it needs no rationale."""
        self._require(EntryKind.DECIDED, name)
        answer = self._accepted(name, raw)
        self._write(
            self._entry(EntryKind.DECIDED, name, decision=Decision(DecisionKind.RECORDED, answer)),
            answers=[(name, answer)],
        )

    def _accepted(self, name: str, raw: object) -> Answer:
        answer = given(self.pack, name, raw, self.date_order)
        if isinstance(answer, Refusal):
            raise InputError(answer.why, answer.hint)
        return answer

    def leave_open(self, name: str, details: Decision | None = None) -> None:
        """Record that the participants did not agree: the votes stand, and widen the interval."""
        self._require(EntryKind.DECIDED, name)
        voted = self.topic(name).voted
        if not (votes := voted.votes if voted else ()):
            raise InputError(
                say("Nobody voted for one of the choices, so there is nothing to leave open."),
                say("Decide for “we don't know”, or park the question."),
            )
        self._record_decision(name, Answer(State.UNRESOLVED, votes=votes), details)

    def _record_decision(self, name: str, answer: Answer, details: Decision | None) -> None:
        topic, question = self.topic(name), self.question(name)
        requested = replace(details or Decision(DecisionKind.RECORDED, answer), answer=answer)
        decision = by_counts(self.pack, question, topic.seen, requested)
        missing = reason_needed(question, topic, answer, decision.proposed, answered=name in self.answers)
        if missing and not requested.rationale:
            raise InputError(missing, say("Write down in one sentence why the room decides so."))
        self._write(self._entry(EntryKind.DECIDED, name, decision=decision), answers=[(name, answer)])

    def undo(self, name: str = "") -> str:
        """Revoke the decision on a question, otherwise the last one, and restore the answer before it.

        Returns the id of its question.
        """
        name = name or self.last_decided()
        self._require(EntryKind.UNDONE, name)
        restored = answer_before(self.topic(name).decision, self.journal.events(), name)
        self._write(self._entry(EntryKind.UNDONE, name), answers=restored)
        return name

    def last_decided(self) -> str:
        """The id of the question of the last decision that was not revoked."""
        return last_decided(self.room, self.journal.entries())

    def reopen(self, name: str, reason: str) -> None:
        """Open a decision again to correct it; its history is kept."""
        self._require(EntryKind.REOPENED, name)
        if not reason.strip():
            raise InputError(say("Write down in one sentence why it is opened again."))
        self._write(self._entry(EntryKind.REOPENED, name, text=note(reason)))

    def start_timer(self, seconds: int) -> None:
        """Start a countdown; 0 stops it."""
        if not 0 <= seconds <= 60 * 60:
            raise InputError(say("A timer runs for at most an hour."))
        self.step(EntryKind.TIMER, "", seconds=seconds)

    def _require(self, kind: EntryKind, name: str) -> None:
        """Raise `InputError` if an entry of this kind is not possible now."""
        if not may(self.room, kind, name):
            if self.room.finished:
                raise InputError(say("The workshop has ended."), say("A decision can still be corrected."))
            raise InputError(say(REFUSED[kind]))

    def step(self, kind: EntryKind, name: str, **fields: object) -> None:
        """Write one entry of this kind. Raises `InputError` if it is not possible now."""
        self._require(kind, name)
        self.record(kind, name, **fields)

    def record(self, kind: EntryKind, name: str, **fields: object) -> None:
        """Write one entry of this kind, in any phase."""
        self._write(self._entry(kind, name, **fields))

    def _entry(self, kind: EntryKind, name: str = "", **fields: object) -> LogEntry:
        return LogEntry(0, self.clock(), "", kind, name, **fields)  # type: ignore[arg-type]

    def _write(self, *entries: LogEntry, answers: Sequence[tuple[str, Answer | None]] = ()) -> None:
        for written in self.journal.add(entries, answers):
            self.room = after(self.room, written)
            self.projection = after_entry(self.projection, written)
        if any(entry.question or entry.kind in (EntryKind.FINISHED, EntryKind.WARM_UP) for entry in entries):
            self.practice = None
        if answers:
            self._reload()

    def _reload(self) -> None:
        self.derived = Derived()
        self.answers = fitting(self.pack, replay(self.journal.events()))[0]
        self.worst = worst(self.pack, self.answers)
