"""The end of a workshop under kill -9: it has ended and nobody's name or vote is left, or it has not ended.

The program that ends it is killed after so many steps of the database, from the first step to the last; then the file
is opened as the next program would open it. What is on disk is read byte by byte.
"""

from __future__ import annotations

import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.workshop.workshop_log import CastVote, EntryKind, LogEntry, Seat, Vote, VoteKind
from hustings.casefile import CaseJournal, open_case
from support.casefile import AT, fresh, not_root, pack
from support.warm import run

SECRET = "zebra-crossing"
PEOPLE = 40
ENDS = """
import os, signal, sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import CaseJournal, open_case

path, steps = Path(sys.argv[1]), int(sys.argv[2])
case = open_case(path)
journal = CaseJournal(case, "a1", "Ann")
die = lambda: os.kill(os.getpid(), signal.SIGKILL)
taken = count(1)
if steps:
    case.write(lambda db: db.set_progress_handler(lambda: die() if next(taken) == steps else 0, 1), "")
journal.add([LogEntry(0, datetime.now(UTC), "", EntryKind.FINISHED)])
if not steps:
    die()
journal.erase()
print(next(taken))
"""
"""Ends the workshop, and is killed after so many steps of the database; 0: once the end is on disk."""


def held(folder: Path) -> Path:
    """A case file with a workshop that goes on: people sit in it and have voted, with reasons."""
    path = fresh(folder)
    with open_case(path) as case:
        journal = CaseJournal(case, "a1", "Ann")
        journal.add([LogEntry(0, AT, "", EntryKind.BEGAN)])
        journal.keep_key("code", f"{SECRET}-code")
        for number in range(1, PEOPLE + 1):
            journal.sit(Seat(0, f"{SECRET} {number}", token=f"{SECRET}-{number}"))
            journal.cast(CastVote(number, "plan", 1, Vote(VoteKind.OPTION, "yes", SECRET * 20), f"{SECRET}-{number}"))
    return path


def ended(path: Path, steps: int) -> int:
    return run([sys.executable, "-c", ENDS, path, str(steps)]).returncode


def secrets(path: Path) -> list[str]:
    """The files of a folder in which a name or a vote can still be read."""
    return sorted(
        file.name for file in path.parent.iterdir() if file.is_file() and SECRET.encode() in file.read_bytes()
    )


def finished(path: Path, *, write: bool) -> bool:
    with open_case(path, write=write) as case:
        return EntryKind.FINISHED in [entry.kind for entry in case.entries("a1")]


def seats(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("select count(*) from workshop_seat").fetchone()[0])


@pytest.mark.slow
@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_killed_once_the_end_is_on_disk_the_next_opening_leaves_nothing(tmp_path: Path, *, write: bool) -> None:
    path = held(tmp_path)
    assert -signal.SIGKILL == ended(path, 0)
    assert [] != secrets(path)
    assert finished(path, write=write)
    assert ([], 0) == (secrets(path), seats(path))
    assert ["rivera.hustings"] == [file.name for file in tmp_path.iterdir()]


@pytest.mark.slow
def test_killed_at_any_step_it_has_ended_without_a_trace_or_has_not_ended(tmp_path: Path) -> None:
    outcomes = set()
    before = held(tmp_path)
    for steps in (3, 400, 1200, 1600, 1800, 2000, 2200, 2400, 2600, 2800, 3000, 3200, 3400, 100_000):
        folder = tmp_path / str(steps)
        folder.mkdir()
        path = Path(shutil.copy(before, folder))
        code = ended(path, steps)
        assert code in (0, -signal.SIGKILL)
        outcomes.add((code, finished(path, write=steps % 3 == 0)))
        left = (0, []) if finished(path, write=False) else (PEOPLE, ["rivera.hustings"])
        assert left == (seats(path), secrets(path)), steps
    assert {(-signal.SIGKILL, False), (-signal.SIGKILL, True), (0, True)} == outcomes


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_file_in_which_an_older_program_was_cut_off_is_cleaned_too(tmp_path: Path, *, write: bool) -> None:
    """It wrote the end first and took the rows away in a step of its own."""
    path = held(tmp_path)
    with open_case(path) as case:
        case.add_to_workshop("a1", [lambda number: LogEntry(number, AT, "Ann", EntryKind.FINISHED)], [])
    assert (PEOPLE, ["rivera.hustings"]) == (seats(path), secrets(path))
    assert finished(path, write=write)
    assert (0, []) == (seats(path), secrets(path))


def test_another_assessment_keeps_its_people(tmp_path: Path) -> None:
    """A follow-up's workshop may go on in a file in which the first one's was cut off at its end."""
    path = held(tmp_path)
    with open_case(path) as case:
        case.add_assessment(pack=pack(), title="after", by="Ann", at=AT)
        CaseJournal(case, "a2", "Ann").sit(Seat(0, "Kim"))
    assert -signal.SIGKILL == ended(path, 0)
    with open_case(path) as case:
        assert ("Kim",) == tuple(seat.name for seat in CaseJournal(case, "a2", "Ann").seats())
    assert [] == secrets(path)


def test_where_nothing_may_be_written_it_is_known_that_something_is_left(common: Path) -> None:
    path = held(common)
    with open_case(path) as case:
        case.add_to_workshop("a1", [lambda number: LogEntry(number, AT, "Ann", EntryKind.FINISHED)], [])
    path.chmod(0o444)
    common.chmod(0o555)
    with not_root(), open_case(path, write=False) as case:
        assert not case.erased
    common.chmod(0o755)
    path.chmod(0o644)
    with open_case(path, write=False) as case:
        assert case.erased
    assert [] == secrets(path)


def test_while_another_window_writes_the_reader_leaves_it_to_that_one(tmp_path: Path) -> None:
    """A correction round keeps keys while it runs."""
    path = held(tmp_path)
    with open_case(path) as case:
        journal = CaseJournal(case, "a1", "Ann")
        journal.add([LogEntry(0, AT, "", EntryKind.FINISHED)])
        journal.erase()
        journal.keep_key("console", "kept while it runs")
        with open_case(path, write=False) as reading:
            assert reading.erased
        assert "kept while it runs" == journal.key("console")
    assert finished(path, write=False)
    assert b"kept while it runs" not in path.read_bytes()
