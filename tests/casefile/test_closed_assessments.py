"""A closed assessment only opens again: checked before writing, inside the transaction, and when a file is read."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import CLOSED, Answer, Event, State
from hustings.answers.replay import replay
from hustings.answers.workshop.workshop_log import CastVote, EntryKind, LogEntry, Seat, Vote, VoteKind
from hustings.casefile import CaseFile, CaseJournal, open_case
from hustings.casefile.closed_assessments import check_closed, check_open
from hustings.casefile.history_head import HistoryMarks
from hustings.casefile.tables.event_rows import event_row
from hustings.casefile.tables.hash_chain import chained
from hustings.casefile.untrusted.integrity import connect
from hustings.problems import InputError
from support.casefile import AT, as_of_version, edited, fresh, pack, refused_as_it_is
from support.deep import DEEP
from support.kill import killed

YES = Answer(State.ANSWERED, "yes")
NO = Answer(State.ANSWERED, "no")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case file with one answer, closed by Cleo."""
    path = fresh(tmp_path)
    with open_case(path) as file:
        file.log("a1", "Ann").append("plan", YES)
        file.close_assessment("a1", "Cleo", AT)
    return path


def said(use: Callable[[], object]) -> str:
    with pytest.raises(InputError) as wrong:
        use()
    return str(wrong.value)


def test_nothing_is_added_to_it(case: Path) -> None:
    before = case.read_bytes()
    with open_case(case) as file:
        log, journal = file.log("a1", "Ann"), CaseJournal(file, "a1", "Ann")
        vote = CastVote(1, "plan", 1, Vote(VoteKind.DONT_KNOW))
        tries: Sequence[Callable[[], object]] = (
            lambda: log.append("plan", NO),
            lambda: log.append("plan", None),
            lambda: log.append_all([("plan", NO), ("reach", None)], source="file"),
            lambda: journal.add([LogEntry(0, AT, "", EntryKind.BEGAN)]),
            lambda: journal.sit(Seat(0, "Ben", "manager")),
            lambda: journal.cast(vote),
            lambda: journal.keep_key("door", "x"),
            lambda: file.close_assessment("a1", "Ben", AT),
        )
        (told,) = {said(one) for one in tries}
    assert (
        "“baseline” in rivera.hustings was closed on 24 November 2026 by Cleo: nothing can be added to it.\n"
        "  For the next visit: hustings follow-up. To change this one after all: hustings close --reopen."
    ) == told
    assert before == case.read_bytes()


def test_its_head_is_kept_and_its_answers_can_be_read(case: Path) -> None:
    with open_case(case, write=False) as file:
        assert {"plan": YES} == replay(file.events("a1"))
        closed = file.closing("a1")
        assert closed is not None
        assert ("Cleo", AT, "close") == (closed.by, closed.at, closed.source)
        assert file.closed_head("a1") != file.head("a1")


def test_the_head_is_that_of_a_report_made_just_before(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as file:
        file.log("a1", "Ann").append("plan", YES)
        before = file.closed_head("a1")
        file.close_assessment("a1", "", AT)
        assert (before, before) == (file.closed_head("a1"), str(file.closing("a1").answer.value))  # type: ignore[union-attr]


def test_opening_it_again_is_an_event(case: Path) -> None:
    with open_case(case) as file:
        file.reopen_assessment("a1", "Dan", AT)
        assert file.closing("a1") is None
        file.log("a1", "Ann").append("plan", NO)
        assert [("Ann", "plan"), ("Cleo", CLOSED), ("Dan", CLOSED), ("Ann", "plan")] == [
            (event.by, event.question) for event in file.events("a1")
        ]
    with open_case(case, write=False) as file:
        assert {"plan": NO} == replay(file.events("a1"))


def test_what_is_open_is_not_opened(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as file, pytest.raises(InputError, match="the assessment is open"):
        file.reopen_assessment("a1", "Dan", AT)


def test_another_assessment_can_begin(case: Path) -> None:
    with open_case(case) as file:
        file.add_assessment(pack=pack(), title="follow-up", by="Ann", at=AT, follows="a1")
        file.log("a2", "Ann").append("plan", NO)
        assert file.closing("a2") is None


def test_without_a_name(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as file:
        file.close_assessment("a1", "", AT)
        assert "was closed on 24 November 2026: nothing" in said(lambda: file.check_open("a1"))
    check_open("rivera.hustings", "baseline", ())


# --- whoever does not ask ---------------------------------------------------------------------------------


def row_after(path: Path, event: Event) -> tuple[str, tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        (previous,) = db.execute("select hash from event order by number desc limit 1").fetchone()
    row = event_row(event)
    return f"insert into event values({', '.join('?' * (len(row) + 1))})", (*row, chained(previous, row))


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (Event("a1", 3, AT, "Ann", "plan", NO), "the assessment is closed"),
        (Event("a1", 3, AT, "Ann", CLOSED, Answer(State.ANSWERED, "3f2a-91c0-77aa-0b1c")), "the assessment is closed"),
    ],
)
def test_the_database_refuses_what_another_program_adds(case: Path, event: Event, why: str) -> None:
    with closing(connect(case, "mode=rw")) as db, pytest.raises(sqlite3.IntegrityError, match=why):
        db.execute(*row_after(case, event))


def test_the_database_refuses_steps_of_a_workshop(case: Path) -> None:
    with closing(connect(case, "mode=rw")) as db, pytest.raises(sqlite3.IntegrityError, match="is closed"):
        db.execute("insert into workshop_entry values('a1', 1, ?, 'Ann', 'began', '{}', 'x')", (AT.isoformat(),))


def test_a_program_that_opened_it_before_cannot_go_on(case: Path) -> None:
    """There is one writer at a time; without its lock, the transaction refuses what an open program still adds."""
    with open_case(case) as file:
        file.reopen_assessment("a1", "Dan", AT)
        os.unlink(f"{case}-lock")  # noqa: PTH108 - as if the lock had failed
        with open_case(case) as other:
            other.close_assessment("a1", "Cleo", AT)
        told = said(lambda: file.log("a1", "Ann").append("plan", NO))
    assert "This answer was not saved." in told
    with open_case(case, write=False) as file:
        assert (4, {"plan": YES}) == (len(file.events("a1")), replay(file.events("a1")))


def test_a_file_in_which_something_was_added_is_damaged(case: Path) -> None:
    statement, cells = row_after(case, Event("a1", 3, AT, "Ann", "plan", NO))
    with closing(sqlite3.connect(as_of_version(case, 4))) as db:
        db.execute(statement, cells)
        db.execute("update head set count = 3, hash = ? where history = 'event:a1'", (cells[-1],))
        db.commit()
    assert "is damaged: it holds a value that makes no sense" in refused_as_it_is(case)


def test_a_file_that_is_not_what_was_closed_is_damaged(case: Path) -> None:
    with closing(sqlite3.connect(case)) as db:
        (anchor,) = db.execute("select hash from assessment").fetchone()
    row = ("a1", 1, AT.isoformat(), "Ann", "began", "{}")
    mark = chained(anchor, row)
    cells = ", ".join(f"'{cell}'" for cell in (*row, mark))
    path = edited(
        as_of_version(case, 4),
        f"insert into workshop_entry values({cells})",
        f"update head set count = 1, hash = '{mark}' where history = 'workshop_entry:a1'",  # noqa: S608 - a file of ours
    )
    assert "is damaged" in refused_as_it_is(path)


# --- whatever the order -----------------------------------------------------------------------------------

ACTS = st.lists(st.sampled_from(["answer", "withdraw", "close", "reopen", "workshop"]), max_size=8)


def done(file: CaseFile, act: str, number: int) -> None:
    log = file.log("a1", "Ann")
    match act:
        case "answer":
            log.append("plan", Answer(State.ANSWERED, "yes", note=str(number)))
        case "withdraw":
            log.append("plan", None)
        case "close":
            file.close_assessment("a1", "Cleo", AT)
        case "reopen":
            file.reopen_assessment("a1", "Dan", AT)
        case _:
            CaseJournal(file, "a1", "Ann").add([LogEntry(0, AT, "", EntryKind.PARKED, text=str(number))])


@given(ACTS)
@settings(max_examples=25)
def test_between_closing_and_opening_nothing_changes(acts: list[str]) -> None:
    with TemporaryDirectory() as folder, open_case(fresh(Path(folder))) as file:
        closed = False
        for number, act in enumerate(acts):
            before = (file.events("a1"), file.entries("a1"), file.head("a1"))
            with suppress(InputError):
                done(file, act, number)
            after = (file.events("a1"), file.entries("a1"), file.head("a1"))
            assert (before != after) == ((act == "reopen") is closed)
            closed = file.closing("a1") is not None
            assert closed == (act == "close" or (closed and act != "reopen"))
        kept = (file.events("a1"), file.entries("a1"), file.head("a1"))
        file.close()
        with open_case(file.path, write=False) as again:
            assert kept == (again.events("a1"), again.entries("a1"), again.head("a1"))


def test_a_history_is_checked_as_a_whole() -> None:
    head = "3f2a-91c0-77aa-0b1c"
    closes, opens = (Event("a1", 1, AT, "", CLOSED, answer) for answer in (Answer(State.ANSWERED, head), None))
    answer, trail = Event("a1", 1, AT, "", "plan", YES), HistoryMarks(("", "x"), ("",))
    check_closed((), trail)
    check_closed((answer, closes, opens, answer), trail)
    for wrong in ((closes, answer), (closes, closes), (opens,), (answer, opens), (closes, opens, opens), (closes,)):
        with pytest.raises(ValueError, match="not what"):
            check_closed(wrong, trail)


# --- a kill -----------------------------------------------------------------------------------------------

KILLS = 8 if DEEP else 4
CLOSER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.casefile import open_case
case = open_case(Path(sys.argv[1]))
while True:
    for act in (case.reopen_assessment, case.close_assessment):
        act("a1", "Cleo", datetime.now(UTC))
        print(len(case.events("a1")), flush=True)
"""


@pytest.mark.slow
def test_a_kill_leaves_it_open_or_closed_and_nothing_between(case: Path) -> None:
    chance, stored = Random(11), 0  # noqa: S311 - no secret
    for _ in range(KILLS):
        with open_case(case) as file:
            if file.closing("a1") is None:
                file.close_assessment("a1", "Ann", AT)
        acknowledged = killed([sys.executable, "-c", CLOSER, str(case)], _last, after=chance.uniform(0, 0.03))
        with open_case(case, write=False) as file:
            events = file.events("a1")
        assert len(events) >= max(acknowledged, stored)
        assert {"plan": YES} == replay(events)
        stored = len(events)
    assert stored > KILLS


def _last(out: bytes) -> int:
    lines = out.split(b"\n")[:-1]
    return int(lines[-1]) if lines else 0
