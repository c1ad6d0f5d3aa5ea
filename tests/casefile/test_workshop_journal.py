"""A workshop in the case file: its log stays, and of seats, votes and keys not a byte is left when it ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import (
    CastVote,
    Decision,
    DecisionKind,
    EntryKind,
    LogEntry,
    Seat,
    Vote,
    VoteKind,
)
from hustings.casefile import CaseJournal, open_case
from hustings.problems import InputError
from support.casefile import AT, fresh, unguarded

YES = Answer(State.ANSWERED, "yes", grade=2, reference="the folder")
DECIDED = Decision(
    DecisionKind.CONSENT, YES, Answer(State.ANSWERED, "no"), "We have one.", 1, "It is old.", "Lee", AT.date()
)
OPENED = LogEntry(0, AT, "", EntryKind.OPENED, "plan", 1)
SECRET = "zebra-crossing"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fresh(tmp_path)


@pytest.fixture
def journal(path: Path) -> Iterator[CaseJournal]:
    with open_case(path) as case:
        yield CaseJournal(case, "a1", "Ann", lambda: AT)


def again(path: Path) -> tuple[LogEntry, ...]:
    with open_case(path, write=False) as case:
        return case.entries("a1")


def test_the_log_is_there_when_the_file_is_opened_again(path: Path) -> None:
    with open_case(path) as case:
        CaseJournal(case, "a1", "Ann").add([OPENED, replace(OPENED, kind=EntryKind.CLOSED, ballots=ballots(["yes"]))])
    first, second = again(path)
    assert first == replace(OPENED, number=1, by="Ann")
    assert (second.number, second.ballots) == (2, ballots(["yes"]))


def test_a_decision_and_its_answer_are_one_step(journal: CaseJournal) -> None:
    (line,) = journal.add([replace(OPENED, kind=EntryKind.DECIDED, decision=DECIDED)], [("plan", YES)])
    (event,) = journal.events()
    assert line.decision == replace(DECIDED, event=event.number)
    assert (event.source, replay(journal.events())) == ("workshop", {"plan": YES})


def test_a_step_that_cannot_be_written_changes_nothing(path: Path, journal: CaseJournal) -> None:
    path.rename(path.with_name("gone.hustings"))
    with pytest.raises(InputError, match="was moved or deleted"):
        journal.add([OPENED], [("plan", YES)])
    assert (journal.entries(), journal.events()) == ((), ())
    path.with_name("gone.hustings").rename(path)
    journal.add([OPENED])
    assert len(journal.entries()) == 1


def test_the_log_only_grows(path: Path, journal: CaseJournal) -> None:
    journal.add([OPENED])
    for statement in ("update workshop_entry set at = ''", "delete from workshop_entry"):
        with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError, match="only grows"):
            db.execute(statement)


def test_a_log_that_was_edited_is_noticed(path: Path) -> None:
    with open_case(path) as case:
        CaseJournal(case, "a1", "Ann").add([OPENED])
    with closing(sqlite3.connect(path)) as db:
        unguarded(db, "update workshop_entry set by = 'Eve'")
    with pytest.raises(InputError, match="changed outside of Hustings"):
        again(path)


def test_the_last_vote_of_a_seat_counts_and_a_tap_counts_once(journal: CaseJournal) -> None:
    seat = journal.sit(Seat(0, "Lee", "data"))
    yes, no = Vote(VoteKind.OPTION, "yes"), Vote(VoteKind.OPTION, "no", "no time")
    first, second = CastVote(seat.number, "plan", 1, yes, "tap-1"), CastVote(seat.number, "plan", 1, no, "tap-2")
    assert journal.cast(first, second) == (True, True)
    assert journal.cast(first) == (False,)
    assert journal.votes("plan", 1) == {seat.number: no}
    assert journal.votes("plan", 2) == {}


def test_a_seat_that_goes_takes_its_votes_with_it(journal: CaseJournal) -> None:
    seats = [journal.sit(Seat(0, name)) for name in ("Lee", "Kim")]
    for seat in seats:
        journal.cast(CastVote(seat.number, "plan", 1, Vote(VoteKind.ABSTAIN)))
    journal.sit(replace(seats[1], language="es"))
    journal.rise(seats[0].number)
    assert journal.seats() == (Seat(2, "Kim", language="es"),)
    assert list(journal.votes("plan", 1)) == [2]


def test_the_number_of_a_seat_is_given_once(journal: CaseJournal) -> None:
    """A worksheet is known by it, and so is a window that is still open."""
    for name in ("Lee", "Kim"):
        journal.sit(Seat(0, name))
    journal.rise(2)
    assert journal.sit(Seat(0, "Ana")).number == 3
    journal.rise(1)
    journal.rise(3)
    assert journal.next_seat() == 4


def test_votes_are_there_after_a_crash_and_gone_after_the_end(path: Path, journal: CaseJournal) -> None:
    seat = journal.sit(Seat(0, SECRET, token=SECRET))
    journal.keep_key("join", SECRET)
    journal.keep_key("join", f"{SECRET}-2")
    journal.cast(CastVote(seat.number, "plan", 1, Vote(VoteKind.OPTION, "yes", SECRET), SECRET))
    assert journal.key("join") == f"{SECRET}-2"
    assert any(SECRET in text for text in every_byte(path))
    journal.add([replace(OPENED, kind=EntryKind.FINISHED)])
    journal.erase()
    assert [name for name in every_byte(path) if SECRET in name] == []
    assert (journal.seats(), journal.votes("plan", 1), journal.key("join")) == ((), {}, "")
    assert [entry.kind for entry in journal.entries()] == [EntryKind.FINISHED]


def every_byte(path: Path) -> list[str]:
    """The file, and what SQLite keeps beside it."""
    return [file.read_bytes().decode("latin-1") for file in path.parent.iterdir() if file.is_file()]


def test_votes_that_another_program_still_reads_are_not_said_to_be_gone(path: Path, journal: CaseJournal) -> None:
    journal.sit(Seat(0, SECRET))
    with closing(sqlite3.connect(path)) as other:
        other.execute("begin")
        other.execute("select * from workshop_seat").fetchone()
        with pytest.raises(InputError, match=r"Another program is reading rivera\.hustings"):
            journal.erase()
    journal.erase()
    assert [name for name in every_byte(path) if SECRET in name] == []


# --- there and back ----------------------------------------------------------------------------------------


def test_a_file_in_which_a_workshop_went_on_is_not_discarded(path: Path) -> None:
    with open_case(path) as case:
        journal = CaseJournal(case, "a1", "Ann")
        journal.add([LogEntry(0, AT, "", EntryKind.BEGAN)])
        journal.add([OPENED])
        case.discard()
    assert path.exists()
    began = fresh(path.parent, "begun.hustings")
    with open_case(began) as case:
        CaseJournal(case, "a1", "Ann").add([LogEntry(0, AT, "", EntryKind.BEGAN)])
        case.discard()
    assert not began.exists()
