"""Case files from a stranger: they delete nothing, write over nothing, keep and swallow nothing, and end in words."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, event_rows, open_case, size_limits
from hustings.casefile.sql_schema import MIGRATIONS
from hustings.problems import InputError
from support.casefile import AT, answered, fresh, pack, unguarded

NOT_OURS = "did not come from Hustings"
CLEAN = "  Ask whoever sent it for a clean copy, or go back to your last one."
MOVE = "  Move it to another folder, then try again."
DAMAGED = "  Nothing was changed. Go back to your last copy of this file."


def refused(path: Path, *, write: bool = False) -> str:
    """What is said about a case file that is not opened; the file itself must stay as it is."""
    before = path.read_bytes()
    with pytest.raises(InputError) as wrong:
        open_case(path, write=write)
    assert before == path.read_bytes()
    return str(wrong.value)


def edited(path: Path, *edits: str) -> Path:
    with closing(sqlite3.connect(path)) as db:
        unguarded(db, *edits)
    return path


# --- what was put into it ----------------------------------------------------------------------------------


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
    assert f"rivera.hustings holds something that {NOT_OURS}: {named}. It was not opened.\n{CLEAN}" == refused(
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
    assert f"rivera.hustings is damaged: `{named}` is missing in it.\n{DAMAGED}" == refused(path)


def test_a_definition_that_only_looks_like_ours(tmp_path: Path) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma writable_schema = on")
        db.execute(
            "update sqlite_schema set sql = replace(sql, 'a case file only grows', 'ok') where name = 'event_kept'"
        )
        db.commit()
    assert f"{NOT_OURS}: trigger `event_kept`" in refused(path)


# --- what lies beside it -----------------------------------------------------------------------------------


def journal_that_deletes(path: Path, victim: Path) -> bytes:
    """A rollback journal that names a super-journal: SQLite would delete that file."""
    name = str(victim).encode()
    header = bytes.fromhex("d9d505f920a163d7") + (0).to_bytes(4, "big") + bytes(8)
    header += (path.stat().st_size // 4096).to_bytes(4, "big") + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    total = sum(name) & 0xFFFFFFFF
    tail = name + len(name).to_bytes(4, "big") + total.to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    return header.ljust(512, b"\0") + (0xFFFFFFFF).to_bytes(4, "big") + tail


@pytest.mark.parametrize("write", [False, True])
def test_a_rollback_journal_is_refused_before_sqlite_sees_it(tmp_path: Path, write: bool) -> None:
    path, victim = answered(tmp_path), tmp_path / "letters.txt"
    victim.write_text("mine")
    (tmp_path / "rivera.hustings-journal").write_bytes(journal_that_deletes(path, victim))
    said = f"rivera.hustings-journal lies beside rivera.hustings and {NOT_OURS}. It was not opened.\n{MOVE}"
    assert said == refused(path, write=write)
    assert "mine" == victim.read_text()


def linked(at: Path, to: Path) -> None:
    at.symlink_to(to)


def second_name(at: Path, to: Path) -> None:
    at.hardlink_to(to)


def pipe(at: Path, _to: Path) -> None:
    os.mkfifo(at)


@pytest.mark.parametrize("how", [linked, second_name, pipe])
@pytest.mark.parametrize("ending", ["-wal", "-shm"])
@pytest.mark.parametrize("write", [False, True])
def test_nothing_is_written_through_what_lies_beside_it(
    tmp_path: Path, how: Callable[[Path, Path], None], ending: str, write: bool
) -> None:
    path, victim = answered(tmp_path), tmp_path / "letters.txt"
    victim.write_bytes(b"mine" * 9000)
    how(tmp_path / f"rivera.hustings{ending}", victim)
    assert f"rivera.hustings{ending} lies beside rivera.hustings and {NOT_OURS}" in refused(path, write=write)
    assert b"mine" * 9000 == victim.read_bytes()


@pytest.mark.parametrize("how", [linked, second_name])
def test_the_lock_leaves_the_files_of_others_alone(tmp_path: Path, how: Callable[[Path, Path], None]) -> None:
    path, victim = answered(tmp_path), tmp_path / "letters.txt"
    victim.write_text("1234")
    how(tmp_path / "rivera.hustings-lock", victim)
    mend = "  Move it away and try again. Nothing was changed."
    assert f"rivera.hustings-lock lies here and is not a lock of Hustings.\n{mend}" == refused(path, write=True)
    assert ("1234", True) == (victim.read_text(), (tmp_path / "rivera.hustings-lock").exists())


@pytest.mark.parametrize("what", ["folder", "pipe", "letter"])
def test_what_is_no_lock_is_neither_emptied_nor_removed(tmp_path: Path, what: str) -> None:
    path, there = answered(tmp_path), tmp_path / "rivera.hustings-lock"
    match what:
        case "folder":
            there.mkdir()
        case "pipe":
            os.mkfifo(there)
        case _:
            there.write_text("Dear Ann, 12 o'clock")
    assert refused(path, write=True).startswith("rivera.hustings-lock lies here and is not a lock of Hustings.")
    assert there.exists()
    assert what != "letter" or "Dear Ann, 12 o'clock" == there.read_text()


def test_a_log_of_an_older_copy_is_told_with_what_to_do(tmp_path: Path) -> None:
    path, other = answered(tmp_path), answered(tmp_path / "elsewhere", times=2)
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("pragma wal_autocheckpoint = 0")
        db.execute("insert into workshop_key values('a1', 'door', 'x')")
        log = other.with_name("rivera.hustings-wal").read_bytes()
    (tmp_path / "rivera.hustings-wal").write_bytes(log)
    assert (
        "rivera.hustings-wal lies beside rivera.hustings and does not belong to it.\n"
        "  That happens when an older copy is put back. Move rivera.hustings-wal to another folder, "
        "then open rivera.hustings again. Nothing was changed."
    ) == refused(path)
    (tmp_path / "rivera.hustings-wal").unlink()
    (tmp_path / "rivera.hustings-shm").unlink(missing_ok=True)
    with open_case(path) as case:
        assert 60 == len(case.events("a1"))


# --- what its cells say ------------------------------------------------------------------------------------


def forged(path: Path, number: int, **cells: object) -> Path:
    """Rewrite an event and, as a forger would, every hash after it, and the head."""
    with closing(sqlite3.connect(path)) as db:
        listed = f"select {', '.join(event_rows.EVENT)} from event order by number"  # noqa: S608 - our names
        (mark,) = db.execute("select hash from assessment").fetchone()
        edits = []
        for row in db.execute(listed).fetchall():
            cell = dict(zip(event_rows.EVENT, row, strict=True))
            cell |= cells if cell["number"] == number else {}
            mark = event_rows.chained(mark, tuple(cell.values()))
            edits.append((*cell.values(), mark))
        triggers = db.execute("select name, sql from sqlite_schema where type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"drop trigger {name}")
        db.execute("delete from event")
        db.executemany(f"insert into event values({', '.join('?' * (len(event_rows.EVENT) + 1))})", edits)
        db.execute("update head set hash = ? where history = 'event:a1'", (mark,))
        for _, made in triggers:
            db.execute(made)
        db.commit()
    return path


@pytest.mark.parametrize(
    "cells",
    [
        {"value": json.dumps({"number": "1e1000000000"})},
        {"value": json.dumps({"number": "1/0"})},
        {"value": json.dumps({"number": "9" * 5000 + "/1"})},
        {"value": json.dumps({"number": 5})},
        {"value": json.dumps({"date": "2026-W48-1"})},
        {"value": json.dumps({"date": "9" * 9})},
        {"value": json.dumps({"choices": [1, 2]})},
        {"value": "[" * 100_000},
        {"value": "9" * 100_000},
        {"value": json.dumps({"text": "x" * 300_000})},
        {"votes": json.dumps({"text": "x"})},
        {"votes": "[[]]"},
        {"at": "yesterday"},
        {"at": "2026-11-24T09:30:00"},
        {"at": "2026-11-24T09:30:00+99:99"},
    ],
    ids=lambda cells: str(cells)[:50],
)
def test_a_value_of_the_wrong_shape_is_damage_at_once(tmp_path: Path, cells: dict[str, object]) -> None:
    path = forged(answered(tmp_path), 3, **cells)
    start = time.monotonic()
    assert f"rivera.hustings is damaged: it holds a value that makes no sense.\n{DAMAGED}" == refused(path)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "planted",
    [
        "insert into workshop_seat values('a1', 1, 'Ann', 'data', 'en', 7, '', '')",
        "insert into workshop_seat values('a1', 9223372036854775807, 'Ann', 'data', 'en', 0, '', '')",
        "insert into workshop_vote values('a1', 'plan', 1, 1, '5', '[]')",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "option", "pick": null, "note": ""}', '[]')""",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "abstain", "pick": "{}", "note": ""}', '[]')""",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "abstain", "pick": null, "note": 1}', '[]')""",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "abstain", "pick": null, "note": ""}', '{}')""",
        "insert into workshop_key values('a1', 'seat', 'first')",
        "insert into workshop_key values('a1', 'seat', '99999999')",
        "insert into workshop_key values('a1', 'sheet:0123', '-1')",
    ],
)
def test_people_votes_and_keys_of_the_wrong_shape_are_damage(tmp_path: Path, planted: str) -> None:
    """They hang on nothing: whoever leads the workshop reads them once more."""
    path = edited(answered(tmp_path), planted)
    assert f"rivera.hustings is damaged: it holds a value that makes no sense.\n{DAMAGED}" == refused(path)


def test_a_file_in_which_no_assessment_is_left(tmp_path: Path) -> None:
    gone = ("delete from event", "delete from assessment", "delete from head where history <> 'assessment'")
    path = edited(answered(tmp_path), *gone, "update head set count = 0, hash = ''")
    assert f"rivera.hustings is damaged: it holds no assessment.\n{DAMAGED}" == refused(path)


# --- its history -------------------------------------------------------------------------------------------


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
    assert f"{said}\n{DAMAGED}" == refused(edited(answered(tmp_path), *edits))


def test_a_file_of_an_older_version_says_since_when_it_is_guarded(tmp_path: Path) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("drop table head")
        db.execute("delete from migration where version = 3")
        db.execute("pragma user_version = 2")
        db.commit()
    with open_case(path) as case:
        assert 60 == len(case.events("a1"))
    with closing(sqlite3.connect(path)) as db:
        heads = dict(db.execute("select history, count from head"))
        assert {"assessment": 1, "event:a1": 60, "workshop_entry:a1": 0} == heads
        assert len(MIGRATIONS) == db.execute("pragma user_version").fetchone()[0]
    assert (tmp_path / "rivera.v2.hustings").exists()
    assert "the end of its history is missing" in refused(edited(path, "delete from event where number = 60"))


def test_the_copy_that_is_kept_before_an_upgrade_holds_no_names_and_votes(tmp_path: Path) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("insert into workshop_seat values('a1', 1, 'Ann Arbor', 'data', 'en', 0, '', '')")
        db.execute("insert into workshop_key values('a1', 'door', 'sesame')")
        db.execute("drop table head")
        db.execute("delete from migration where version = 3")
        db.execute("pragma user_version = 2")
        db.commit()
    open_case(path).close()
    copy = (tmp_path / "rivera.v2.hustings").read_bytes()
    assert (False, False) == (b"Ann Arbor" in copy, b"sesame" in copy)
    with open_case(tmp_path / "rivera.v2.hustings", write=False) as case:
        assert 60 == len(case.events("a1"))


def test_an_answer_is_read_back_before_it_counts(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        with closing(sqlite3.connect(path)) as db:
            db.execute("create trigger swallow after insert on event begin delete from event where 0; end")
            db.execute("drop trigger event_stays")
            db.execute("create trigger other after insert on event begin update event set note = 'x'; end")
            db.commit()
        with pytest.raises(InputError, match="what was written could not be read back"):
            case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "yes"))
        assert () == case.events("a1")
    with closing(sqlite3.connect(path)) as db:
        assert 0 == db.execute("select count(*) from event").fetchone()[0]


# --- how much it asks of the machine -----------------------------------------------------------------------


def test_a_file_that_is_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = answered(tmp_path)
    monkeypatch.setattr(size_limits, "LARGEST", path.stat().st_size - 1)
    assert (
        "rivera.hustings is larger than any case file should be (0 MB). It was not opened.\n"
        "  If you know where it comes from, write `hustings --large` before the rest of the command."
    ) == refused(path)
    with open_case(path, write=False, large=True) as case:
        assert 60 == len(case.events("a1"))


def test_checking_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = answered(tmp_path)
    monkeypatch.setattr(size_limits, "STEPS", 1)
    monkeypatch.setattr(time, "monotonic", iter(range(0, 10**9, 100)).__next__)
    assert f"rivera.hustings is damaged: checking it takes too long.\n{DAMAGED}" == refused(path)


# --- places ------------------------------------------------------------------------------------------------


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "rivera.hustings").symlink_to(tmp_path / "gone" / "x.hustings")
    said = (
        f"rivera.hustings is a link to {tmp_path}/gone/x.hustings, which is not there.\n"
        "  Bring that file back, or take the link away."
    )
    with pytest.raises(InputError) as opening:
        open_case(tmp_path / "rivera.hustings")
    with pytest.raises(InputError) as making:
        create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT)
    assert said == str(opening.value) == str(making.value)
    assert ["rivera.hustings"] == [one.name for one in tmp_path.iterdir()]


NO_ROOM = """\
import resource, sys
from pathlib import Path
from hustings.casefile import open_case
from hustings.problems import InputError
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    open_case(Path(sys.argv[1]))
except InputError as wrong:
    print(wrong)
"""


def test_no_room_to_open_it_leaves_nothing_behind(tmp_path: Path) -> None:
    path = answered(tmp_path)
    ran = subprocess.run([sys.executable, "-c", NO_ROOM, str(path)], capture_output=True, text=True, check=True)
    assert "rivera.hustings: there is no room beside it: the disk may be full. It was not opened.\n" == ran.stdout
    assert ["rivera.hustings"] == [one.name for one in tmp_path.iterdir()]
