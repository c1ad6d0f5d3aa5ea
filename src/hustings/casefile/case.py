"""An open case file: its assessments, and a log for the answers of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from hustings.answers.events import CLOSED, FOLLOWS, Answer, Event, State
from hustings.answers.replay import closing, pack_in_use
from hustings.answers.versions.pack_upgrade import events_that_stand
from hustings.answers.workshop.workshop_log import LogEntry
from hustings.casefile import connection
from hustings.casefile.case_log import CaseLog, Clock
from hustings.casefile.case_writer import Writer
from hustings.casefile.closed_assessments import check_open
from hustings.casefile.erasure import erase_on_reading, erased
from hustings.casefile.history_head import HistoryMarks, head
from hustings.casefile.kept_packs import KeptPack, KeptPacks
from hustings.casefile.lock import Lock, lock
from hustings.casefile.paths import free, in_words, there
from hustings.casefile.tables import event_rows, workshop_rows
from hustings.casefile.tables.event_rows import Assessment
from hustings.casefile.tables.sql_schema import MIGRATIONS, Migration
from hustings.casefile.untrusted.integrity import Contents, contents
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.problems import InputError, did_you_mean

Kept = TypeVar("Kept")
NOT_OPENED = english("It was not opened.")
NOT_MADE = english("No case file was made.")
NOT_SAVED = english("This answer was not saved.")
NONE_SAVED = english("None of these answers were saved.")
NOTHING_CHANGED = english("This step was not saved.")
NOT_BEGUN = english("The assessment was not begun.")
NOT_KEPT = english("The pack was not kept in it.")


def now() -> datetime:
    """The current time, with its time zone."""
    return datetime.now(UTC)


def create(path: Path, *, pack: Pack, title: str = "baseline", by: str, at: datetime) -> CaseFile:
    """Make a case file with its first assessment, and open it for writing. `InputError` if the name is taken."""
    path = free(path)
    held = _locked(path, NOT_MADE)
    try:
        with in_words(path, NOT_MADE):
            first = event_rows.assessment_row(_assessment("a1", pack, title, by, at))
            connection.begin(free(path), MIGRATIONS, first, KeptPacks([]).new(pack))
        return _writing(path, MIGRATIONS, held, large=False)
    except BaseException:
        held.release()
        raise


def open_case(
    path: Path, *, write: bool = True, large: bool = False, steps: Sequence[Migration] = MIGRATIONS
) -> CaseFile:
    """Open a case file. Raises `InputError`, and leaves the file as it is, if it cannot be used.

    With `write`, it is locked until it is closed, and a file of an older version is migrated. Without, its state at
    this moment is read. `steps` are the migrations up to the current version. In both cases names and votes that a
    power cut at the end of a workshop left behind are removed first, if possible. `large` allows a file of any size.
    """
    path = there(path, write=write)
    if not write:
        checked = contents(path, steps, large=large)
        return CaseFile(path, checked, None, erased=not checked.ended or erase_on_reading(path))
    held = _locked(path, NOT_OPENED)
    try:
        return _writing(path, steps, held, large=large)
    except BaseException:
        held.release()
        raise


def _locked(path: Path, otherwise: str) -> Lock:
    with in_words(path, otherwise):
        return lock(path)


def _writing(path: Path, steps: Sequence[Migration], held: Lock, *, large: bool) -> CaseFile:
    checked = contents(path, steps, large=large)
    with in_words(path, NOT_OPENED):
        if checked.version < len(steps):
            connection.upgrade(path, steps, checked.version)
        db = connection.writer(path)
        return CaseFile(path, checked, Writer(path, db, held), erased=erased(db, path, checked.ended))


def _assessment(id: str, pack: Pack, title: str, by: str, at: datetime) -> Assessment:  # noqa: A002 - its name
    return Assessment(id, title, pack.id, pack.version, pack.digest, pack.language, by, at)


class CaseFile:
    """An open case file: its content in memory and, if open for writing, a `Writer`. Close it, or use `with`.

    `since`: the ISO time from which the loss of the end of its history is detected; empty if it is not. Not `erased`:
    it still holds names and votes of a workshop that has ended, which could not be removed now.
    """

    def __init__(self, path: Path, checked: Contents, pen: Writer | None, *, erased: bool = True) -> None:
        self.path, self.erased = path, erased
        self._assessments = list(checked.assessments)
        self._events = {name: list(events) for name, events in checked.events.items()}
        self._marks, self._anchor = dict(checked.marks), checked.anchor
        self._entries = {name: list(entries) for name, entries in checked.entries.items()}
        self._entry_marks = dict(checked.entry_marks)
        self._trails, self.since = checked.trails, checked.since
        self._packs = checked.packs
        self._pen = pen
        self._turn = RLock()  # a workshop's votes arrive on several threads

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write everything into the one file and release the lock. May be called twice."""
        pen, self._pen = self._pen, None
        if pen is not None:
            pen.put_down()

    def discard(self) -> None:
        """Close a new file without answers and delete it. A file with answers is never deleted."""
        pen, self._pen = self._pen, None
        if pen is not None:
            pen.put_down(discard=self._untouched())

    def _untouched(self) -> bool:
        """Whether it has no answers yet; a workshop that was only begun does not count."""
        return not any(self._events.values()) and all(len(entries) <= 1 for entries in self._entries.values())

    def assessments(self) -> tuple[Assessment, ...]:
        """All assessments, oldest first."""
        return tuple(map(self._as_upgraded, self._assessments))

    def latest(self) -> Assessment:
        """The newest assessment."""
        return self._as_upgraded(self._assessments[-1])

    def _as_upgraded(self, one: Assessment) -> Assessment:
        """The assessment with the pack that its answers are to since the last upgrade."""
        kept = self._packs.of(pack_in_use(self._events[one.id]))
        return one if kept is None else replace(one, digest=kept.digest, version=kept.version)

    def add_assessment(self, *, pack: Pack, title: str, by: str, at: datetime, follows: str = "") -> Assessment:
        """Begin another assessment of the same campaign, such as a follow-up of an earlier one.

        Its pack is kept. `InputError` if its title is taken, or there is no assessment `follows`.
        """
        with self._turn:
            if any(one.title == title for one in self._assessments):
                what = say("{file} already has an assessment “{title}”.", file=self.path.name, title=title)
                raise InputError(what, say("Give it another title."))
            one = _assessment(f"a{len(self._assessments) + 1}", pack, title, by, at)
            events = [event_rows.event_row(self._following(one, follows))] if follows else []
            row, new = event_rows.assessment_row(one), self._packs.new(pack)
            marks = self.write(lambda db: connection.add_assessment(db, row, self._anchor, new, events), NOT_BEGUN)
            self._anchor, self._marks[one.id] = marks
            self._packs.add(new)
            self._assessments.append(event_rows.assessment_from_row(row))
            self._events[one.id] = [event_rows.event_of(event) for event in events]
            self._entries[one.id], self._entry_marks[one.id] = [], self._anchor
            return self.latest()

    def _following(self, one: Assessment, earlier: str) -> Event:
        self._known(earlier)
        return Event(one.id, 1, one.created, one.by, FOLLOWS, Answer(State.ANSWERED, earlier), "follow-up")

    def kept_pack(self, digest: str) -> KeptPack | None:
        """The pack that is kept under a digest; None if it is not in this file."""
        return self._packs.of(digest)

    def keep(self, pack: Pack) -> None:
        """Keep a pack, unless it is kept already."""
        with self._turn:
            new = self._packs.new(pack)
            if new is not None:
                self.write(lambda db: connection.keep_pack(db, new), NOT_KEPT)
                self._packs.add(new)

    def events(self, assessment: str) -> tuple[Event, ...]:
        """The events of an assessment, in order of number. `InputError` if there is no such assessment."""
        return tuple(self._known(assessment))

    def head(self, assessment: str) -> str:
        """The head of an assessment's history as it is now: a short code for a report.

        After an upgrade of the pack that was taken back, it is the one from before.
        """
        events, marks = self._known(assessment), self._trails[assessment].events if assessment in self._trails else ()
        standing = events_that_stand(events)
        mark = marks[standing] if standing < min(len(events), len(marks)) else self._marks[assessment]
        return head(mark, self._entry_marks[assessment])

    def closed_head(self, assessment: str) -> str:
        """The head for a report: that with which an assessment was closed, otherwise the current one."""
        closed = self.closing(assessment)
        return self.head(assessment) if closed is None or closed.answer is None else str(closed.answer.value)

    def trail(self, assessment: str) -> HistoryMarks:
        """The marks of an assessment's history, as they were when the file was opened."""
        self._known(assessment)
        return self._trails[assessment]

    def closing(self, assessment: str) -> Event | None:
        """The event that closed an assessment; None while it is open."""
        return closing(self._known(assessment))

    def check_open(self, assessment: str) -> None:
        """Raise `InputError` if an assessment is closed."""
        title = next((one.title for one in self._assessments if one.id == assessment), "")
        check_open(self.path.name, title, self._known(assessment))

    def close_assessment(self, assessment: str, by: str, at: datetime) -> Event:
        """Make an assessment read-only, and record its head. `InputError` if it is closed already."""
        self._known(assessment)
        answer = Answer(State.ANSWERED, head(self._marks[assessment], self._entry_marks[assessment]))
        return self.record(assessment, lambda number: Event(assessment, number, at, by, CLOSED, answer, "close"))

    def reopen_assessment(self, assessment: str, by: str, at: datetime) -> Event:
        """Open a closed assessment again, which its history tells. It must be closed."""
        number = len(self._known(assessment)) + 1
        return self._record(assessment, (Event(assessment, number, at, by, CLOSED, None, "close"),), NOT_SAVED)[0]

    def log(self, assessment: str, by: str, clock: Clock = now) -> CaseLog:
        """A log for one person's answers to an assessment. `InputError` if there is no such assessment."""
        self._known(assessment)
        return CaseLog(self, assessment, by, clock)

    def record(self, assessment: str, event: Callable[[int], Event]) -> Event:
        """Add the event that `event` returns for the next number. It is on disk when this returns."""
        return self.record_all(assessment, (event,), NOT_SAVED)[0]

    def record_all(
        self,
        assessment: str,
        events: Sequence[Callable[[int], Event]],
        otherwise: str = NONE_SAVED,
        *,
        pack: Pack | None = None,
    ) -> tuple[Event, ...]:
        """Add several events: all of them or, if one cannot be written, none. They are on disk when this returns.

        A `pack` is kept with them.
        """
        with self._turn:
            self.check_open(assessment)
            first = len(self._known(assessment)) + 1
            return self._record(assessment, [event(n) for n, event in enumerate(events, first)], otherwise, pack)

    def _record(
        self, assessment: str, events: Sequence[Event], otherwise: str, pack: Pack | None = None
    ) -> tuple[Event, ...]:
        with self._turn:
            known, new_pack = self._known(assessment), self._packs.new(pack) if pack is not None else None
            added, mark = [event_rows.event_row(event) for event in events], self._marks[assessment]
            self._marks[assessment] = self.write(lambda db: connection.add_events(db, added, mark, new_pack), otherwise)
            self._packs.add(new_pack)
            new = tuple(event_rows.event_of(row) for row in added)
            known.extend(new)
            return new

    def entries(self, assessment: str) -> tuple[LogEntry, ...]:
        """The log of an assessment's workshop, in order of number; empty if there was none."""
        self._known(assessment)
        return tuple(self._entries[assessment])

    def add_to_workshop(
        self,
        assessment: str,
        entries: Sequence[Callable[[int], LogEntry]],
        events: Sequence[Callable[[int], Event]],
        also: connection.Also = lambda _: None,
    ) -> tuple[tuple[LogEntry, ...], tuple[Event, ...]]:
        """Add entries to a workshop's log and answers to its assessment, all or none.

        `also` makes more changes in the same transaction.
        """
        with self._turn:
            self.check_open(assessment)
            known, logged = self._known(assessment), self._entries[assessment]
            new = tuple(event(number) for number, event in enumerate(events, len(known) + 1))
            lines = tuple(entry(number) for number, entry in enumerate(entries, len(logged) + 1))
            rows_ = [workshop_rows.entry_row(assessment, line) for line in lines]
            added, marks = [event_rows.event_row(event) for event in new], (self._entry_marks, self._marks)
            before = [mark[assessment] for mark in marks]
            after = self.write(
                lambda db: connection.add_to_workshop(db, rows_, before[0], added, before[1], also=also),
                NOTHING_CHANGED,
            )
            self._entry_marks[assessment], self._marks[assessment] = after
            logged.extend(lines)
            known.extend(new)
            return lines, new

    def write(self, record: Callable[[sqlite3.Connection], Kept], otherwise: str) -> Kept:
        """Record something; when this returns it is on disk."""
        if self._pen is None:
            raise ValueError(f"{self.path.name} is not open for writing")
        return self._pen.write(record, otherwise)

    def _known(self, assessment: str) -> list[Event]:
        if assessment in self._events:
            return self._events[assessment]
        what = say("{file} has no assessment `{name}`.", file=self.path.name, name=assessment)
        raise InputError(what, did_you_mean(assessment, self._events))
