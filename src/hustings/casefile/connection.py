"""Creating a case file, and writing to it.

A new file is made under another name and then renamed. What is written is on disk when a step returns, and is read back
first. The head of each history, its number of rows and the hash of the last, is stored in the same transaction, so that
the loss of the end of a history is detected.
"""

from __future__ import annotations

import glob
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from hustings.casefile.kept_packs import KEPT_PACK, NewPack
from hustings.casefile.lock import no_locks
from hustings.casefile.tables import event_rows, hash_chain, sql_schema, workshop_rows
from hustings.casefile.tables.sql_schema import Migration
from hustings.casefile.untrusted.integrity import TABLES, connect
from hustings.casefile.untrusted.sidecar_files import clear_sidecars
from hustings.file_output import drafted
from hustings.frozen_records import dataclass
from hustings.messages import english

BESIDE = ("-wal", "-shm", "-journal")
NOT_AS_WRITTEN = english("what was written could not be read back")


@dataclass(frozen=True, slots=True)
class _History:
    """An append-only table, its columns, and the prefix of the names of its heads."""

    table: str
    columns: tuple[str, ...]
    head: str


EVENT = _History("event", event_rows.EVENT, sql_schema.EVENTS)
ENTRY = _History("workshop_entry", workshop_rows.ENTRY, sql_schema.ENTRIES)


def writer(path: Path) -> sqlite3.Connection:
    """A connection whose commits are on disk when they return. If it cannot be opened, no file is left behind."""
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
    db.execute("begin immediate")  # creates the files that SQLite needs, so that a failure is reported now
    db.execute("rollback")


def begin(path: Path, steps: Sequence[Migration], first: event_rows.Row, pack: NewPack | None) -> None:
    """Make a case file, readable by its owner only, with its first assessment and its pack. The caller holds a lock."""
    _sweep(path)
    with drafted(path, extra_endings=BESIDE) as draft, closing(writer(draft)) as db:
        db.execute(f"pragma application_id = {sql_schema.APPLICATION}")
        sql_schema.migrate(db, steps)
        add_assessment(db, first, "", pack)


def _sweep(path: Path) -> None:
    """Delete drafts that an interrupted start left behind. Only the holder of the lock makes any."""
    drafts = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{16}}\.new(?:-wal|-shm|-journal)?")
    for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
        if drafts.fullmatch(left.name):
            with suppress(OSError):
                left.unlink()


def add_assessment(
    db: sqlite3.Connection,
    row: event_rows.Row,
    previous: str,
    pack: NewPack | None,
    events: Sequence[event_rows.Row] = (),
) -> tuple[str, str]:
    """Add an assessment with its first events, and its pack if it is new.

    Returns its hash, which the next assessment continues, and that of its last event, which its next event continues.
    """
    with transaction(db):
        _keep(db, pack)
        mark = _insert(db, "assessment", event_rows.ASSESSMENT, row, previous)
        _move_head(db, sql_schema.ASSESSMENTS, 1, previous, mark)
        for history in (f"{sql_schema.EVENTS}{row[0]}", f"{sql_schema.ENTRIES}{row[0]}"):
            sql_schema.add_head(db, history, 0, mark)
        return mark, _chain(db, EVENT, events, mark)


def keep_pack(db: sqlite3.Connection, pack: NewPack) -> None:
    """Keep a pack."""
    with transaction(db):
        _keep(db, pack)


def _keep(db: sqlite3.Connection, new: NewPack | None) -> None:
    if new is not None:
        content = {"content": new.pack.content}
        mark = _insert(db, "kept_pack", KEPT_PACK, new.row, new.previous, content=content)
        _move_head(db, sql_schema.KEPT_PACKS, 1, new.previous, mark)


def add_events(
    db: sqlite3.Connection, added: Sequence[event_rows.Row], previous: str, pack: NewPack | None = None
) -> str:
    """Add events, and their pack if it is new, all or none; returns the hash that the next event continues."""
    with transaction(db):
        _keep(db, pack)
        return _chain(db, EVENT, added, previous)


Also = Callable[[sqlite3.Connection], object]
"""More changes in the same transaction."""


def add_to_workshop(
    db: sqlite3.Connection,
    entries: Sequence[event_rows.Row],
    entry_mark: str,
    events: Sequence[event_rows.Row],
    mark: str,
    *,
    also: Also,
) -> tuple[str, str]:
    """Add entries, their answers and the changes of `also`, all or none; returns the hashes of both histories."""
    with transaction(db):
        also(db)
        return (
            _chain(db, ENTRY, entries, entry_mark),
            _chain(db, EVENT, events, mark),
        )


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """A transaction: committed at the end of the block, rolled back if it raises."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.in_transaction:  # on a full disk SQLite takes everything back by itself
            db.execute("rollback")
        raise


def _chain(db: sqlite3.Connection, history: _History, added: Sequence[event_rows.Row], previous: str) -> str:
    """Add rows to a history, each with the hash of the one before, and update its head."""
    mark = previous
    for row in added:
        mark = _insert(db, history.table, history.columns, row, mark)
    if added:
        _move_head(db, f"{history.head}{added[0][0]}", len(added), previous, mark)
    return mark


def _insert(
    db: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    row: event_rows.Row,
    previous: str,
    *,
    content: Mapping[str, bytes] = MappingProxyType({}),
) -> str:
    """Add a row and read it back, within a transaction of the caller's. `content` has no part in its hash.

    The first two columns name the row; they are how it is found again, since only they have an index.
    """
    mark = hash_chain.chained(previous, row)
    names, cells = ", ".join((*columns, *content, "hash")), (*row, *content.values(), mark)
    db.execute(f"insert into {table}({names}) values({', '.join('?' * len(cells))})", cells)
    query = f"select {names} from {table} where {columns[0]} = ? and {columns[1]} = ?"  # noqa: S608 - our names
    stored = db.execute(query, row[:2]).fetchall()
    if stored != [cells]:
        raise sqlite3.OperationalError(NOT_AS_WRITTEN)
    return mark


def _move_head(db: sqlite3.Connection, history: str, by: int, previous: str, mark: str) -> None:
    moved = db.execute(
        "update head set count = count + ?, hash = ? where history = ? and hash = ?", (by, mark, history, previous)
    )
    if moved.rowcount != 1:
        raise sqlite3.OperationalError(NOT_AS_WRITTEN)


def upgrade(path: Path, steps: Sequence[Migration], version: int) -> None:
    """Migrate a file of an older version, after a copy of it was stored in the same folder."""
    with closing(writer(path)) as db:
        copy = path.with_name(f"{path.stem}.v{version}{path.suffix}")
        if not copy.exists():
            with drafted(copy, extra_endings=BESIDE) as draft, closing(connect(draft, "mode=rw")) as kept:
                db.backup(kept)
                _forget_people(kept)
        sql_schema.migrate(db, steps)


def _forget_people(db: sqlite3.Connection) -> None:
    """Delete names and votes from the copy that a migration keeps.

    They must be in one file only, so that they are gone when the workshop ends.
    """
    there = {name for (name,) in db.execute("select name from sqlite_schema where type = 'table'")}
    for table in (name for name in TABLES if name in there):
        db.execute(f"delete from {table}")  # noqa: S608 - our names
    db.execute("vacuum")
