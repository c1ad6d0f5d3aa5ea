"""The tables: they refuse to change history, and older ones are brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import Assessment, CaseJournal, open_case
from hustings.casefile.tables.event_rows import EVENT, assessment_row
from hustings.casefile.tables.hash_chain import chained
from hustings.casefile.tables.sql_schema import (
    APPLICATION,
    MIGRATIONS,
    closed_assessments,
    first_tables,
    heads_of_histories,
    kept_packs,
    migrate,
    workshop_tables,
)
from support.casefile import AT, fresh, modes_in, names_in, pack

YES, NO = Answer(State.ANSWERED, "yes"), Answer(State.ANSWERED, "no")


BASELINE = Assessment("a1", "baseline", "small", "1.0.0", pack().digest, "en", "Ann", AT)


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
        step.__name__ for step in (first_tables, workshop_tables, heads_of_histories, kept_packs, closed_assessments)
    ]


def test_an_older_file_is_brought_up_to_date_beside_a_copy_of_what_it_was(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        case.log("a1", "Ann").append("plan", YES)
    with open_case(path, steps=NEXT) as case:
        case.log("a1", "Ann").append("plan", NO)
    assert names_in(tmp_path) == ["rivera.hustings", "rivera.v5.hustings"]
    assert migrations(path) == [
        "first_tables",
        "workshop_tables",
        "heads_of_histories",
        "kept_packs",
        "closed_assessments",
        "add_mood",
    ]
    assert modes_in(tmp_path)["rivera.v5.hustings"] == "0o600"
    with open_case(tmp_path / "rivera.v5.hustings") as old:
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
    assert names_in(tmp_path) == ["old.hustings", "old.v1.hustings"]


def test_an_older_file_can_be_read_as_it_is(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    before = path.read_bytes()
    with open_case(path, write=False, steps=NEXT) as case:
        assert case.latest() == BASELINE
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["rivera.hustings"]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no such table: nowhere"):
        open_case(path, steps=(*MIGRATIONS, add_nonsense))
    assert path.read_bytes() == before
    assert migrations(path) == [
        "first_tables",
        "workshop_tables",
        "heads_of_histories",
        "kept_packs",
        "closed_assessments",
    ]
    assert names_in(tmp_path) == ["rivera.hustings"]


def test_a_copy_from_an_earlier_try_is_kept(tmp_path: Path) -> None:
    path, copy = fresh(tmp_path), tmp_path / "rivera.v5.hustings"
    copy.write_bytes(path.read_bytes())
    kept = copy.stat().st_ino
    open_case(path, steps=NEXT).close()
    assert copy.stat().st_ino == kept
