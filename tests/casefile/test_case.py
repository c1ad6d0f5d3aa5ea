"""A case file that is well: assessments, answers, two windows, an older version."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from hustings.answers.events import Answer, Event, Log, State
from hustings.answers.replay import replay
from hustings.answers.workshop.records import EntryKind, LogEntry
from hustings.casefile import Assessment, CaseFile, CaseJournal, create, open_case
from hustings.casefile.event_rows import EVENT, assessment_row, chained
from hustings.casefile.sql_schema import (
    APPLICATION,
    MIGRATIONS,
    first_tables,
    heads_of_histories,
    migrate,
    workshop_tables,
)
from hustings.problems import InputError
from support.casefile import AT, fresh, pack
from support.warm import Popen

YES, NO = Answer(State.ANSWERED, "yes"), Answer(State.ANSWERED, "no")
BASELINE = Assessment("a1", "baseline", "small", "1.0.0", pack().digest, "en", "Ann", AT)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def modes(folder: Path) -> dict[str, str]:
    return {one.name: oct(stat.S_IMODE(one.stat().st_mode)) for one in sorted(folder.iterdir())}


def test_a_new_case_file_holds_its_first_assessment(tmp_path: Path) -> None:
    with create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT) as case:
        assert case.assessments() == (BASELINE,)
        assert case.latest() == BASELINE
        assert case.events("a1") == ()
    assert names(tmp_path) == ["rivera.hustings"]


def test_answers_are_there_when_it_is_opened_again(tmp_path: Path) -> None:
    clock = iter(AT + timedelta(minutes=minute) for minute in range(9))
    with create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT) as case:
        log: Log = case.log("a1", "Ann", lambda: next(clock))
        log.append("plan", YES)
        log.append("plan", None)
        last = log.append("plan", NO, source="paper")
        written = log.events()
    assert last == Event("a1", 3, AT + timedelta(minutes=2), "Ann", "plan", NO, "paper")
    with open_case(tmp_path / "rivera.hustings") as case:
        assert case.log("a1", "Ben").events() == written
        assert replay(case.events("a1")) == {"plan": NO}


def test_a_follow_up_has_its_own_answers(tmp_path: Path) -> None:
    later = AT + timedelta(days=30)
    with open_case(fresh(tmp_path)) as case:
        case.log("a1", "Ann").append("plan", NO)
        second = case.add_assessment(pack=pack(), title="follow-up", by="Ben", at=later)
        case.log(second.id, "Ben").append("plan", YES)
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert case.latest() == Assessment("a2", "follow-up", "small", "1.0.0", pack().digest, "en", "Ben", later)
        assert replay(case.events("a1")) == {"plan": NO}
        assert replay(case.events("a2")) == {"plan": YES}


def test_a_title_is_taken_once(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        with pytest.raises(InputError) as wrong:
            case.add_assessment(pack=pack(), title="baseline", by="Ann", at=AT)
        assert str(wrong.value) == ("rivera.hustings already has an assessment “baseline”.\n  Give it another title.")
        assert case.assessments() == (BASELINE,)


def test_an_unknown_assessment_is_named(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case, pytest.raises(InputError) as wrong:
        case.log("a11", "Ann")
    assert str(wrong.value) == "rivera.hustings has no assessment `a11`.\n  Did you mean `a1`?"


def test_a_case_that_is_only_read_takes_no_answers(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path), write=False) as case, pytest.raises(ValueError, match="not open for writing"):
        case.log("a1", "Ann").append("plan", YES)


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    case = open_case(fresh(tmp_path))
    case.close()
    case.close()
    assert names(tmp_path) == ["rivera.hustings"]


def test_answers_from_several_threads_are_numbered_without_gaps(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        log = case.log("a1", "Ann")
        threads = [Thread(target=lambda: [log.append("plan", YES) for _ in range(20)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert [event.number for event in case.events("a1")] == list(range(1, 81))


# --- who may read it ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o277])
def test_only_its_owner_can_read_it_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        with create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT) as case:
            case.log("a1", "Ann").append("plan", YES)
            found = modes(tmp_path)
    finally:
        os.umask(before)
    lock = found.pop("rivera.hustings-lock")
    assert int(lock, 8) & 0o077 == 0
    assert found == dict.fromkeys(("rivera.hustings", "rivera.hustings-shm", "rivera.hustings-wal"), "0o600")


# --- two windows -------------------------------------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.casefile import open_case
with open_case(Path(sys.argv[1])) as case:
    case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "yes"))
    print("open", flush=True)
    sys.stdin.read()
"""


def other_window(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(path)]
    window = Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    assert window.stdout.readline() == "open\n"
    return window


def test_a_second_window_is_told_so_and_may_read(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with other_window(path) as window:
        with pytest.raises(InputError) as wrong:
            open_case(path)
        with open_case(path, write=False) as case:
            assert replay(case.events("a1")) == {"plan": YES}
        window.communicate("")
    assert str(wrong.value) == (
        f"rivera.hustings is open in another window (process {window.pid}).\n"
        "  Finish there first. You can still look at it from here: score, explain and report only read."
    )
    assert window.returncode == 0
    assert names(tmp_path) == ["rivera.hustings"]


def test_another_name_of_the_same_file_is_the_same_file(tmp_path: Path) -> None:
    path, alias = fresh(tmp_path), tmp_path / "alias.hustings"
    alias.symlink_to(path)
    with open_case(path), pytest.raises(InputError, match="open in another window"):
        open_case(alias)


TAKES_TURNS = """
import sys
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.casefile import open_case
from hustings.problems import InputError
for _ in range(40):
    while True:
        try:
            case = open_case(Path(sys.argv[1]))
            break
        except InputError as wrong:
            assert "open in another window" in wrong.what, wrong
    case.log("a1", sys.argv[2]).append("plan", Answer(State.ANSWERED, "yes"))
    case.close()
"""


def test_windows_that_take_turns_lose_nothing(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    windows = [Popen([sys.executable, "-c", TAKES_TURNS, str(path), name]) for name in ("Ann", "Ben")]
    assert [window.wait(60) for window in windows] == [0, 0]
    with open_case(path, write=False) as case:
        said = [event.by for event in case.events("a1")]
    assert {name: said.count(name) for name in ("Ann", "Ben")} == {"Ann": 40, "Ben": 40}
    assert names(tmp_path) == ["rivera.hustings"]


def test_reading_beside_a_window_that_writes_is_never_torn(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with Popen([sys.executable, "-c", TAKES_TURNS, str(path), "Ann"]) as window:
        found = [0]
        while window.poll() is None:
            with open_case(path, write=False) as case:
                found.append(len(case.events("a1")))
    assert window.returncode == 0
    assert found == sorted(found)


def test_the_lock_of_a_killed_window_is_gone_with_it(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with other_window(path) as window:
        window.kill()
        window.wait()
    with open_case(path) as case:
        assert replay(case.events("a1")) == {"plan": YES}


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    before = path.read_bytes()
    open_case(path, write=False).close()
    assert names(tmp_path) == ["rivera.hustings"]
    assert path.read_bytes() == before


# --- it only grows -----------------------------------------------------------------------------------------

COLUMNS = ", ".join(EVENT[2:])
AHEAD = f"insert into event(assessment, number, {COLUMNS}, hash) select assessment, 9, {COLUMNS}, hash from event"  # noqa: S608


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("update event set note = 'x'", "a case file only grows"),
        ("delete from event", "a case file only grows"),
        ("update assessment set digest = 'x'", "a case file only grows"),
        ("delete from assessment", "a case file only grows"),
        ("insert or replace into event select * from event", "events are numbered without gaps"),
        (AHEAD, "events are numbered without gaps"),
    ],
)
def test_the_database_itself_refuses_to_change_history(tmp_path: Path, statement: str, why: str) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        case.log("a1", "Ann").append("plan", YES)
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError, match=why):
        db.execute(statement)


# --- versions ----------------------------------------------------------------------------------------------


def add_mood(db: sqlite3.Connection) -> None:
    db.execute("alter table assessment add column mood text")


def add_nonsense(db: sqlite3.Connection) -> None:
    add_mood(db)
    db.execute("alter table nowhere add column nothing")


NEXT = (*MIGRATIONS, add_mood)


def migrations(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [name for (name,) in db.execute("select name from migration order by version")]


def test_the_migration_that_made_the_tables_is_recorded(tmp_path: Path) -> None:
    assert migrations(fresh(tmp_path)) == [
        step.__name__ for step in (first_tables, workshop_tables, heads_of_histories)
    ]


def test_an_older_file_is_brought_up_to_date_beside_a_copy_of_what_it_was(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        case.log("a1", "Ann").append("plan", YES)
    with open_case(path, steps=NEXT) as case:
        case.log("a1", "Ann").append("plan", NO)
    assert names(tmp_path) == ["rivera.hustings", "rivera.v3.hustings"]
    assert migrations(path) == ["first_tables", "workshop_tables", "heads_of_histories", "add_mood"]
    assert modes(tmp_path)["rivera.v3.hustings"] == "0o600"
    with open_case(tmp_path / "rivera.v3.hustings") as old:
        assert replay(old.events("a1")) == {"plan": YES}
    with open_case(path, steps=NEXT, write=False) as now:
        assert replay(now.events("a1")) == {"plan": NO}


def test_a_file_from_before_there_were_workshops_takes_one(tmp_path: Path) -> None:
    path = tmp_path / "old.hustings"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"pragma application_id = {APPLICATION}")
        migrate(db, MIGRATIONS[:1])
        row = assessment_row(BASELINE)
        db.execute("insert into assessment values(?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, chained("", row)))
    with open_case(path, write=False) as case:
        assert case.entries("a1") == ()
    with open_case(path) as case:
        CaseJournal(case, "a1", "Ann").add([LogEntry(0, AT, "", EntryKind.BEGAN)])
    with open_case(path, write=False) as case:
        assert case.entries("a1") == (LogEntry(1, AT, "Ann", EntryKind.BEGAN),)
    assert names(tmp_path) == ["old.hustings", "old.v1.hustings"]


def test_an_older_file_can_be_read_as_it_is(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    before = path.read_bytes()
    with open_case(path, write=False, steps=NEXT) as case:
        assert case.latest() == BASELINE
    assert path.read_bytes() == before
    assert names(tmp_path) == ["rivera.hustings"]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no such table: nowhere"):
        open_case(path, steps=(*MIGRATIONS, add_nonsense))
    assert path.read_bytes() == before
    assert migrations(path) == ["first_tables", "workshop_tables", "heads_of_histories"]
    assert names(tmp_path) == ["rivera.hustings"]


def test_a_copy_from_an_earlier_try_is_kept(tmp_path: Path) -> None:
    path, copy = fresh(tmp_path), tmp_path / "rivera.v3.hustings"
    copy.write_bytes(path.read_bytes())
    kept = copy.stat().st_ino
    open_case(path, steps=NEXT).close()
    assert copy.stat().st_ino == kept


def test_a_case_file_is_a_context_that_closes_on_errors(tmp_path: Path) -> None:
    path = fresh(tmp_path)

    def fails(case: CaseFile) -> None:
        with case:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails(open_case(path))
    open_case(path).close()
