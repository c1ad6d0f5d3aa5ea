"""Storage of one workshop in a case file: its log, and apart from it seats and single votes.

Seats, votes and keys are deleted when the workshop ends: their pages are overwritten, the file is vacuumed, and the
-wal file is emptied (method.md 2.4).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from functools import partial
from typing import Any

from hustings.answers.events import Answer, Event
from hustings.answers.workshop.workshop_log import AnswerTo, CastVote, Decision, EntryKind, LogEntry, Seat, Vote
from hustings.casefile import connection
from hustings.casefile.case import CaseFile, now
from hustings.casefile.case_log import Clock
from hustings.casefile.erasure import erase, take_rows
from hustings.casefile.tables.workshop_rows import LAST_SEAT, SEAT, seat_of, seat_row, taps_of, vote_of, vote_text
from hustings.frozen_records import dataclass
from hustings.messages import say

TAPS = 20
"""The most taps of one vote that are remembered, so that none counts twice."""


@dataclass(frozen=True, slots=True)
class CaseJournal:
    """The workshop of one assessment; implements `hustings.answers.workshop.workshop_log.Journal`.

    While it is open nobody else writes to the file, so the votes of a round are cached in `held` until they change:
    each of three hundred phones asks for its own.
    """

    case: CaseFile
    assessment: str
    by: str
    clock: Clock = now
    held: dict[tuple[str, int], dict[int, Vote]] = field(default_factory=dict, compare=False, repr=False)

    def entries(self) -> tuple[LogEntry, ...]:
        """The log of the workshop, in order of number."""
        return self.case.entries(self.assessment)

    def events(self) -> tuple[Event, ...]:
        """The events of the assessment, in order of number."""
        return self.case.events(self.assessment)

    def add(self, entries: Sequence[LogEntry], answers: Sequence[AnswerTo] = ()) -> tuple[LogEntry, ...]:
        """Add entries and answers in one transaction. Raises `InputError` if they could not be written."""
        last = len(self.events()) + len(answers)
        drafts = [self._entry(entry, last if answers else 0) for entry in entries]
        events, also = [self._event(*one) for one in answers], partial(self._forget, entries)
        lines, _ = self.case.add_to_workshop(self.assessment, drafts, events, also)
        return lines

    def _forget(self, entries: Sequence[LogEntry], db: sqlite3.Connection) -> None:
        """Delete what these entries end: the votes of a cancelled round; at the end of the workshop everything."""
        for entry in entries:
            if entry.kind is EntryKind.CANCELLED:
                self.held.clear()
                key = (self.assessment, entry.question, entry.round)
                db.execute("delete from workshop_vote where assessment = ? and question = ? and round = ?", key)
            elif entry.kind is EntryKind.FINISHED:
                self.held.clear()
                take_rows(db, self.assessment)

    def _entry(self, draft: LogEntry, event: int) -> Callable[[int], LogEntry]:
        decision = draft.decision and _numbered(draft.decision, event)
        return lambda number: replace(draft, number=number, by=self.by, decision=decision)

    def _event(self, question: str, answer: Answer | None) -> Callable[[int], Event]:
        at = self.clock()
        return lambda number: Event(self.assessment, number, at, self.by, question, answer, "workshop")

    # --- until the workshop ends ---------------------------------------------------------------------------

    def seats(self) -> tuple[Seat, ...]:
        """Everybody who has a seat, in order of number."""
        listed = f"select {', '.join(SEAT)} from workshop_seat where assessment = ? order by number"  # noqa: S608
        return tuple(seat_of(row) for row in self._read(listed))

    def sit(self, seat: Seat) -> Seat:
        """Store a seat; one with the number 0 gets the next free number. Numbers are never used again."""
        kept = seat if seat.number else replace(seat, number=self.next_seat())
        marks = ", ".join("?" * (len(SEAT) + 1))
        changes = ", ".join(f"{name} = excluded.{name}" for name in SEAT[1:])
        insert = f"insert into workshop_seat(assessment, {', '.join(SEAT)}) values({marks})"
        self._do(f"{insert} on conflict do update set {changes}", *seat_row(kept))
        return kept

    def next_seat(self) -> int:
        """The number of the next seat. Numbers are never used again: sheets and open pages identify people by them."""
        return 1 + max((int(self.key(LAST_SEAT) or 0), *(seat.number for seat in self.seats())))

    def rise(self, number: int) -> None:
        """Delete a seat, its votes with it."""
        self.held.clear()
        self.keep_key(LAST_SEAT, str(self.next_seat() - 1))
        self._do("delete from workshop_seat where assessment = ? and number = ?", number)

    def votes(self, question: str, round_: int) -> dict[int, Vote]:
        """The votes of one round by number of seat. The caller may change the copy."""
        if (question, round_) not in self.held:
            self.held[question, round_] = self._votes(question, round_)
        return dict(self.held[question, round_])

    def _votes(self, question: str, round_: int) -> dict[int, Vote]:
        listed = (
            "select seat, vote from workshop_vote where assessment = ? and question = ? and round = ? order by seat"
        )
        return {int(seat): vote_of(vote) for seat, vote in self._read(listed, question, round_)}

    def cast(self, *casts: CastVote) -> tuple[bool, ...]:
        """Store votes in one transaction; for each, whether its `tap` was new.

        Raises `InputError` if they were not saved.
        """
        self.case.check_open(self.assessment)
        try:
            return self.case.write(lambda db: self._kept(db, casts), say("This vote was not saved."))
        finally:
            for cast in casts:
                self.held.pop((cast.question, cast.round), None)

    def _kept(self, db: sqlite3.Connection, casts: Sequence[CastVote]) -> tuple[bool, ...]:
        with connection.transaction(db):
            return tuple(self._keep(db, cast) for cast in casts)

    def _keep(self, db: sqlite3.Connection, cast: CastVote) -> bool:
        key = (self.assessment, cast.question, cast.round, cast.seat)
        known = "select taps from workshop_vote where assessment = ? and question = ? and round = ? and seat = ?"
        stored = db.execute(known, key).fetchone()
        taps = taps_of(stored[0]) if stored else []
        if cast.tap and cast.tap in taps:
            return False
        insert = "insert into workshop_vote(assessment, question, round, seat, vote, taps) values(?, ?, ?, ?, ?, ?)"
        change = "on conflict do update set vote = excluded.vote, taps = excluded.taps"
        row = (vote_text(cast.vote), json.dumps([*taps, cast.tap][-TAPS:]))
        db.execute(f"{insert} {change}", (*key, *row))
        if db.execute(known.replace("select taps", "select vote, taps"), key).fetchone() != row:
            raise sqlite3.OperationalError(connection.NOT_AS_WRITTEN)
        return True

    def key(self, name: str) -> str:
        """A stored secret or hash by name; empty if there is none."""
        rows = self._read("select text from workshop_key where assessment = ? and name = ?", name)
        return str(rows[0][0]) if rows else ""

    def keep_key(self, name: str, text: str) -> None:
        """Store a secret or hash under a name, in place of the one before."""
        insert = "insert into workshop_key(assessment, name, text) values(?, ?, ?)"
        self._do(f"{insert} on conflict do update set text = excluded.text", name, text)

    def erase(self) -> None:
        """Delete seats, votes and keys, and overwrite their bytes in the file."""
        self.held.clear()
        self.case.write(
            lambda db: erase(db, self.case.path, (self.assessment,)), say("The votes could not be removed from it.")
        )

    def _read(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        def read(db: sqlite3.Connection) -> list[tuple[Any, ...]]:
            return db.execute(statement, (self.assessment, *values)).fetchall()

        return self.case.write(read, say("It could not be read."))

    def _do(self, statement: str, *values: object) -> None:
        self.case.check_open(self.assessment)
        self.case.write(lambda db: db.execute(statement, (self.assessment, *values)), say("This was not saved."))


def _numbered(decision: Decision, event: int) -> Decision:
    return replace(decision, event=event) if event else decision
