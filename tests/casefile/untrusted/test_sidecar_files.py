"""Files beside a case file that SQLite would read or write: looked at before it does."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hustings.casefile import open_case
from support.casefile import answered, linked, refused_as_it_is, second_name

NOT_OURS = "did not come from Hustings"


MOVE = "  Move it to another folder, then try again."


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
    assert said == refused_as_it_is(path, write=write)
    assert "mine" == victim.read_text()


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
    assert f"rivera.hustings{ending} lies beside rivera.hustings and {NOT_OURS}" in refused_as_it_is(path, write=write)
    assert b"mine" * 9000 == victim.read_bytes()


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
    ) == refused_as_it_is(path)
    (tmp_path / "rivera.hustings-wal").unlink()
    (tmp_path / "rivera.hustings-shm").unlink(missing_ok=True)
    with open_case(path) as case:
        assert 60 == len(case.events("a1"))
