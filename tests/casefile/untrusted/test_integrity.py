"""What somebody put into a case file or took out of it is noticed before it counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hustings.casefile import open_case
from hustings.casefile.tables.sql_schema import MIGRATIONS
from support.casefile import answered, as_of_version, edited, refused_as_it_is

pytestmark = pytest.mark.slow

NOT_OURS = "did not come from Hustings"


CLEAN = "  Ask whoever sent it for a clean copy, or go back to your last one."


DAMAGED = "  Nothing was changed. Go back to your last copy of this file."


@pytest.mark.parametrize(
    ("planted", "named"),
    [
        ("create table extra(x)", "table `extra`"),
        ("create view answers as select * from event", "view `answers`"),
        ("create index quick on event(question)", "index `quick`"),
        ("create trigger keep after insert on event begin delete from workshop_key; end", "trigger `keep`"),
        ("create trigger kept before delete on workshop_vote begin select raise(ignore); end", "trigger `kept`"),
        ("create table t(x check(json_valid(x)))", "table `t`"),
        ("create table g(x, y generated always as (abs(-9223372036854775808)))", "table `g`"),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_what_somebody_put_into_it_is_named(tmp_path: Path, planted: str, named: str, write: bool) -> None:
    path = edited(answered(tmp_path), planted)
    assert f"rivera.hustings holds something that {NOT_OURS}: {named}. It was not opened.\n{CLEAN}" == refused_as_it_is(
        path, write=write
    )


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ("drop trigger event_kept", "event_kept"),
        ("drop table workshop_vote", "workshop_vote"),
        ("drop table head", "head"),
    ],
)
def test_what_somebody_took_out_of_it_is_named(tmp_path: Path, changed: str, named: str) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(changed)
    assert f"rivera.hustings is damaged: `{named}` is missing in it.\n{DAMAGED}" == refused_as_it_is(path)


def test_a_definition_that_only_looks_like_ours(tmp_path: Path) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma writable_schema = on")
        db.execute(
            "update sqlite_schema set sql = replace(sql, 'a case file only grows', 'ok') where name = 'event_kept'"
        )
        db.commit()
    assert f"{NOT_OURS}: trigger `event_kept`" in refused_as_it_is(path)


@pytest.mark.parametrize(
    "edits",
    [
        ("delete from event where number = 60",),
        ("delete from event where number > 10",),
        ("delete from event",),
        ("delete from event", "delete from head", "delete from assessment"),
        ("update head set count = 59 where history = 'event:a1'",),
        ("delete from head where history = 'workshop_entry:a1'",),
        ("insert into head values('event:a9', 0, '', '')",),
    ],
)
def test_a_history_that_was_cut_off_is_noticed(tmp_path: Path, edits: tuple[str, ...]) -> None:
    said = "rivera.hustings is damaged: the end of its history is missing, or was changed outside of Hustings."
    assert f"{said}\n{DAMAGED}" == refused_as_it_is(edited(answered(tmp_path), *edits))


def test_a_file_of_an_older_version_says_since_when_it_is_guarded(tmp_path: Path) -> None:
    path = as_of_version(answered(tmp_path), 2)
    with open_case(path) as case:
        assert 60 == len(case.events("a1"))
    with closing(sqlite3.connect(path)) as db:
        heads = dict(db.execute("select history, count from head"))
        assert {"assessment": 1, "event:a1": 60, "workshop_entry:a1": 0, "kept_pack": 0} == heads
        assert len(MIGRATIONS) == db.execute("pragma user_version").fetchone()[0]
    assert (tmp_path / "rivera.v2.hustings").exists()
    assert "the end of its history is missing" in refused_as_it_is(edited(path, "delete from event where number = 60"))
