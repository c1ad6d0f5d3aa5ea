"""A workshop as it goes on: what the facilitator and the room may do, and what each step writes (method.md 2.3).

Nothing here knows of pages or addresses. The web, the terminal and the rehearsal all lead the same session, so that a
room without a network can do all that a room with phones can. Every step is in the case file when it returns; what is
kept here besides is only what can be read again from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from hustings.answers.accept import Refusal
from hustings.answers.compatibility import fitting, fitting_entries
from hustings.answers.events import Answer, Answers, State
from hustings.answers.parse import given
from hustings.answers.replay import replay
from hustings.answers.typed_dates import date_order
from hustings.answers.workshop.ballots import Ballots, together
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.records import (
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
from hustings.answers.workshop.state import QuestionPhase, QuestionState, WorkshopState
from hustings.answers.workshop.transitions import may
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.rules import DateOrder
from hustings.problems import InputError, did_you_mean
from hustings.scoring.gates import Judged
from hustings.scoring.workshop.consequence import worst
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.vote_outcome import VoteOutcome, group, votable
from hustings.workshop.session.derived import Derived
from hustings.workshop.session.free_text import note, notes_of, short
from hustings.workshop.session.seats import check_seat, languages, prepared, present
from hustings.workshop.session.state_text import REFUSED
from hustings.workshop.session.vote_rules import check_pick, check_time, last_decided, stood_before, wants_reason

COUNT = 999
"""A show of cards has at most so many of a kind."""


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
    practice: Session | None = None  # a vote to practise with, while it is before the room (`practice`)

    def question(self, name: str) -> Question:
        """A question by its id. `InputError` if there is none."""
        found = self.pack.questions.get(name)
        if found is None:
            raise InputError(
                say("No question is called `{question}`.", question=name), did_you_mean(name, self.pack.questions)
            )
        return found

    @property
    def date_order(self) -> DateOrder | None:
        """How the place of the election writes a date in figures, if that is known."""
        return date_order(self.pack, self.answers)

    def topic(self, name: str) -> QuestionState:
        """The state of a question by its id; a question without entries is a draft."""
        return self.room.topic(name)

    def group(self, name: str, said: Ballots) -> VoteOutcome:
        """What votes on a question amount to, with all other answers as they stand."""
        return group(self.pack, self.question(name), said, self.worst)

    def amounts_to(self, topic: QuestionState) -> VoteOutcome | None:
        """What the last round that was seen amounts to; None before."""
        return self.group(topic.question, topic.voted) if topic.voted else None

    def seat(self, number: int) -> Seat:
        """A seat by its number. `InputError` if nobody has it."""
        if (found := self.seats.get(number)) is None:
            raise InputError(say("There is no seat {number}.", number=number))
        return found

    def voters(self) -> tuple[Seat, ...]:
        """Who is in the room and may vote."""
        return present(self.seats.values())

    def votes(self, topic: QuestionState) -> dict[int, Vote]:
        """The votes of the round that is open or was last, by seat."""
        return self.journal.votes(topic.question, topic.round)

    def begin(self) -> None:
        """Take up where the log ends; a new workshop begins."""
        self.room = room(fitting_entries(self.pack, self.journal.entries()))
        self.seats = {seat.number: seat for seat in self.journal.seats()}
        self._read()
        if self.room.began is None:
            self._add(LogEntry(0, self.clock(), "", EntryKind.BEGAN, text=self.pack.edition))
        elif not self.room.finished:
            self._add(LogEntry(0, self.clock(), "", EntryKind.RESUMED))

    def finish(self) -> None:
        """End it: single votes, seats and keys leave the file. A second time only does what is left to do."""
        if any(topic.phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED) for topic in self.room.topics.values()):
            raise InputError(
                say("A vote is still open."), say("Close it and show it, or cancel it, then end the workshop.")
            )
        if not self.room.finished:
            self._add(self._entry(EntryKind.FINISHED))
        self.journal.erase()
        self.seats.clear()

    def sit(self, seat: Seat) -> Seat:
        """Somebody comes in, or changes name, role or language. `InputError` once the workshop has ended."""
        if self.room.finished:
            raise InputError(say("The workshop has ended."))
        kept = self.journal.sit(replace(seat, name=short(seat.name), role=short(seat.role)))
        self.seats = dict(sorted({**self.seats, kept.number: kept}.items()))
        return kept

    def rise(self, number: int) -> None:
        """Take a seat away, with its votes in rounds that are not closed; counts of closed ones stay."""
        self.journal.rise(number)
        self.seats.pop(number, None)

    def open(self, name: str) -> None:
        """Open the first round, or after it was seen the second. What people prepared counts in the first."""
        question = self.question(name)
        if not votable(question):
            raise InputError(
                say("This is not voted on: somebody says it, and it is written down."),
                say("Write down the answer and decide."),
            )
        self._must(EntryKind.OPENED, name)
        round_ = len(self.topic(name).rounds) + 1
        if round_ == 1:
            self.journal.cast(*prepared(self.seats.values(), name, self.journal.votes(name, PREWORK)))
        self._add(self._entry(EntryKind.OPENED, name, round=round_))

    def count(self, name: str, said: Ballots, source: str) -> None:
        """Add a show of cards, or votes on paper, to the open round."""
        self._must(EntryKind.COUNTED, name)
        if not 0 < said.cast <= COUNT:
            raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
        self._add(self._entry(EntryKind.COUNTED, name, ballots=said, text=source))

    def count_again(self, name: str) -> None:
        """Forget the cards and papers of the open round: somebody miscounted. Votes from phones stay."""
        self.step(EntryKind.COUNTED, name, ballots=Ballots())

    def cast(self, *casts: CastVote) -> tuple[bool, ...]:
        """Votes, all or none; False for a tap that was here before. `InputError` if one cannot be taken."""
        for cast in casts:
            self.check(cast)
        return self.journal.cast(*casts)

    def check(self, cast: CastVote) -> None:
        """`InputError` if this vote cannot be taken."""
        question = self.question(cast.question)
        check_time(cast, self.topic(question.id), finished=self.room.finished)
        check_seat(self.seats.get(cast.seat))
        self.check_pick(cast.question, cast.vote)

    def check_pick(self, name: str, vote: Vote) -> None:
        """`InputError` if the question has no such choice."""
        check_pick(self.pack, self.question(name), vote)

    def close(self) -> None:
        """Close the open round: from here on no vote changes."""
        name = self.room.current
        self._must(EntryKind.CLOSED, name)
        topic, votes = self.topic(name), self.votes(self.topic(name))
        said, notes = together(tallied(votes.values()), topic.entered), notes_of(votes)
        spoken = languages(self.seats.values(), votes)
        self._add(self._entry(EntryKind.CLOSED, name, round=topic.round, ballots=said, notes=notes, languages=spoken))

    def cancel(self, name: str) -> None:
        """Take an open vote back, or one that was not shown yet: no round is used up, and its votes are gone."""
        self.step(EntryKind.CANCELLED, name, round=self.topic(name).round)

    def reveal(self) -> None:
        """Show the counts of the closed round."""
        name = self.room.current
        self.step(EntryKind.REVEALED, name, round=self.topic(name).round)

    def discuss(self, name: str) -> None:
        """Hear the lowest and the highest positions."""
        self.step(EntryKind.DISCUSSING, name)

    def decide(self, name: str, raw: object, made: Decision | None = None) -> None:
        """Record an answer, given as in an answers file. `made` brings rationale, dissent, owner and due date."""
        self._must(EntryKind.DECIDED, name)
        answer = given(self.pack, name, raw, self.date_order)
        if isinstance(answer, Refusal):
            raise InputError(answer.why, answer.hint)
        self._settle(name, answer, made)

    def leave_open(self, name: str, made: Decision | None = None) -> None:
        """Record that the room did not agree: its votes stand, and widen the interval."""
        self._must(EntryKind.DECIDED, name)
        voted = self.topic(name).voted
        if not (votes := voted.votes if voted else ()):
            raise InputError(
                say("Nobody voted for one of the choices, so there is nothing to leave open."),
                say("Decide for “we don't know”, or park the question."),
            )
        self._settle(name, Answer(State.UNRESOLVED, votes=votes), made)

    def _settle(self, name: str, answer: Answer, made: Decision | None) -> None:
        topic, question = self.topic(name), self.question(name)
        asked = replace(made or Decision(DecisionKind.RECORDED, answer), answer=answer)
        decision = by_counts(self.pack, question, topic.seen, asked)
        why = wants_reason(question, topic, answer, decision.proposed, said=name in self.answers)
        if why and not asked.rationale:
            raise InputError(why, say("Write down in one sentence why the room decides so."))
        self._add(self._entry(EntryKind.DECIDED, name, decision=decision), answers=[(name, answer)])

    def undo(self) -> str:
        """Take the last decision back; the answer from before stands again. Returns its question."""
        name = self.last_decided()
        self._must(EntryKind.UNDONE, name)
        restored = stood_before(self.topic(name).decision, self.journal.events(), name)
        self._add(self._entry(EntryKind.UNDONE, name), answers=restored)
        return name

    def last_decided(self) -> str:
        """The question of the last decision that stands."""
        return last_decided(self.room, self.journal.entries())

    def reopen(self, name: str, why: str) -> None:
        """The correction round: a decision is opened again, and its history is kept."""
        self._must(EntryKind.REOPENED, name)
        if not why.strip():
            raise InputError(say("Write down in one sentence why it is opened again."))
        self._add(self._entry(EntryKind.REOPENED, name, text=note(why)))

    def time(self, seconds: int) -> None:
        """Start a countdown; 0 stops it."""
        if not 0 <= seconds <= 60 * 60:
            raise InputError(say("A timer runs for at most an hour."))
        self.step(EntryKind.TIMER, "", seconds=seconds)

    def _must(self, kind: EntryKind, name: str) -> None:
        """`InputError`, in words, if this cannot happen now."""
        if not may(self.room, kind, name):
            if self.room.finished:
                raise InputError(say("The workshop has ended."), say("A decision can still be corrected."))
            raise InputError(say(REFUSED[kind]))

    def step(self, kind: EntryKind, name: str, **fields: object) -> None:
        """Write one entry of this kind. `InputError` if it may not happen now."""
        self._must(kind, name)
        self.record(kind, name, **fields)

    def record(self, kind: EntryKind, name: str, **fields: object) -> None:
        """Write one entry of this kind, in any phase."""
        self._add(self._entry(kind, name, **fields))

    def _entry(self, kind: EntryKind, name: str = "", **fields: object) -> LogEntry:
        return LogEntry(0, self.clock(), "", kind, name, **fields)  # type: ignore[arg-type]

    def _add(self, *entries: LogEntry, answers: Sequence[tuple[str, Answer | None]] = ()) -> None:
        for line in self.journal.add(entries, answers):
            self.room = after(self.room, line)
        if any(entry.question or entry.kind is EntryKind.FINISHED for entry in entries):
            self.practice = None
        if answers:
            self._read()

    def _read(self) -> None:
        self.derived = Derived()
        self.answers = fitting(self.pack, replay(self.journal.events()))[0]
        self.worst = worst(self.pack, self.answers)
