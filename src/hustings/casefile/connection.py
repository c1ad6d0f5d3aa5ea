"""How a case file is begun and kept open for writing.

A new file is made under another name and appears whole, or not at all. What is written is on disk when a step returns,
and is read back before it counts. Beside each history stands its head, how many there are and the hash of the last,
changed in the same transaction: if the end of a history is cut off, that is noticed.
"""

from __future__ import annotations

import glob
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hustings.casefile import event_rows, sql_schema, workshop_rows
from hustings.casefile.integrity import TABLES, connect
from hustings.casefile.lock import no_locks
from hustings.casefile.sidecar_files import clear_sidecars
from hustings.casefile.sql_schema import Migration
from hustings.file_output import drafted
from hustings.messages import english

BESIDE = ("-wal", "-shm", "-journal")
NOT_AS_WRITTEN = english("what was written could not be read back")


@dataclass(frozen=True, slots=True)
class _History:
    """A table that only grows, its columns, and what the names of its heads begin with."""

    table: str
    columns: tuple[str, ...]
    head: str


EVENT = _History("event", event_rows.EVENT, sql_schema.EVENTS)
ENTRY = _History("workshop_entry", workshop_rows.ENTRY, sql_schema.ENTRIES)


def writer(path: Path) -> sqlite3.Connection:
    """A connection on which a commit is on disk when it returns. Nothing is left beside the file if there is none."""
    db = connect(path, "mode=rw")
    try:
        _prepare(db, path)
    except BaseException:
        db.close()
        clear_sidecars(path)
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    for pragma in ("synchronous = full", "fullfsync = on", "foreign_keys = on", "secure_delete = on"):
        db.execute(f"pragma {pragma}")
    if db.execute("pragma journal_mode = wal").fetchone() != ("wal",):
        raise no_locks(path)
    db.execute("begin immediate")  # what is needed beside the file is made now, or its lack is told now
    db.execute("rollback")


def begin(path: Path, steps: Sequence[Migration], first: event_rows.Row) -> None:
    """Make a case file with its first assessment, readable by its owner only. The caller holds the lock."""
    _sweep(path)
    with drafted(path, beside=BESIDE) as draft, closing(writer(draft)) as db:
        db.execute(f"pragma application_id = {sql_schema.APPLICATION}")
        sql_schema.migrate(db, steps)
        add_assessment(db, first, "")


def _sweep(path: Path) -> None:
    """Take away the drafts of starts that were cut off. Whoever holds the lock is the only one who makes any."""
    drafts = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{16}}\.new(?:-wal|-shm|-journal)?")
    for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
        if drafts.fullmatch(left.name):
            with suppress(OSError):
                left.unlink()


def add_assessment(db: sqlite3.Connection, row: event_rows.Row, previous: str) -> str:
    """Add an assessment; returns the mark that the next one, and its first event, hang on."""
    with transaction(db):
        mark = _insert(db, "assessment", event_rows.ASSESSMENT, row, previous)
        _move_head(db, sql_schema.ASSESSMENTS, 1, previous, mark)
        for history in (f"{sql_schema.EVENTS}{row[0]}", f"{sql_schema.ENTRIES}{row[0]}"):
            sql_schema.add_head(db, history, 0, mark)
        return mark


def add_events(db: sqlite3.Connection, added: Sequence[event_rows.Row], previous: str) -> str:
    """Add events, all of them or none; returns the mark that the next one hangs on."""
    with transaction(db):
        return _chain(db, EVENT, added, previous)


Also = Callable[[sqlite3.Connection], object]
"""What else belongs to a step, in the same transaction."""


def add_to_workshop(
    db: sqlite3.Connection,
    entries: Sequence[event_rows.Row],
    entry_mark: str,
    events: Sequence[event_rows.Row],
    mark: str,
    *,
    also: Also,
) -> tuple[str, str]:
    """Add entries, the answers that go with them and what `also` does, all or none; returns the marks of both."""
    with transaction(db):
        also(db)
        return (
            _chain(db, ENTRY, entries, entry_mark),
            _chain(db, EVENT, events, mark),
        )


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it, or nothing."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.in_transaction:  # on a full disk SQLite takes everything back by itself
            db.execute("rollback")
        raise


def _chain(db: sqlite3.Connection, history: _History, added: Sequence[event_rows.Row], previous: str) -> str:
    """Add rows to a history, each hanging on the one before, and move its head."""
    mark = previous
    for row in added:
        mark = _insert(db, history.table, history.columns, row, mark)
    if added:
        _move_head(db, f"{history.head}{added[0][0]}", len(added), previous, mark)
    return mark


def _insert(db: sqlite3.Connection, table: str, columns: Sequence[str], row: event_rows.Row, previous: str) -> str:
    """Add a row and read it back, within a transaction of the caller's."""
    mark = event_rows.chained(previous, row)
    cells = ", ".join("?" * (len(columns) + 1))
    names = ", ".join((*columns, "hash"))
    db.execute(f"insert into {table}({names}) values({cells})", (*row, mark))
    found = db.execute(f"select {names} from {table} where hash = ?", (mark,)).fetchall()  # noqa: S608 - our names
    if found != [(*row, mark)]:
        raise sqlite3.OperationalError(NOT_AS_WRITTEN)
    return mark


def _move_head(db: sqlite3.Connection, history: str, by: int, previous: str, mark: str) -> None:
    moved = db.execute(
        "update head set count = count + ?, hash = ? where history = ? and hash = ?", (by, mark, history, previous)
    )
    if moved.rowcount != 1:
        raise sqlite3.OperationalError(NOT_AS_WRITTEN)


def upgrade(path: Path, steps: Sequence[Migration], found: int) -> None:
    """Bring a file of the older version `found` up to date, after a copy of it was laid beside it."""
    with closing(writer(path)) as db:
        copy = path.with_name(f"{path.stem}.v{found}{path.suffix}")
        if not copy.exists():
            with drafted(copy, beside=BESIDE) as draft, closing(connect(draft, "mode=rw")) as kept:
                db.backup(kept)
                _forget_people(kept)
        sql_schema.migrate(db, steps)


def _forget_people(db: sqlite3.Connection) -> None:
    """Names and votes of a workshop stay in one place only, so that they are gone when it ends."""
    there = {name for (name,) in db.execute("select name from sqlite_schema where type = 'table'")}
    for table in (name for name in TABLES if name in there):
        db.execute(f"delete from {table}")  # noqa: S608 - our names
    db.execute("vacuum")
