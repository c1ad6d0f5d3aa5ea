"""How a case file is read, begun and kept open for writing.

Reading takes one consistent copy into memory and lets go at once: it works beside an interview that goes on, leaves
nothing behind and never changes the file, however damaged it is. Only then does a writer open the file itself.
A new file is made under another name and appears whole, or not at all.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hustings.answers.events import Event
from hustings.answers.workshop import Entry
from hustings.casefile import rows, schema, workshop_rows
from hustings.casefile.places import ALONE, in_words
from hustings.casefile.rows import Assessment
from hustings.casefile.schema import Migration
from hustings.problems import InputError
from hustings.wording import english, say

BESIDE = english("Copy it, together with the files beside it that start with its name, to a folder of yours.")


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a case file holds, checked.

    The next event of an assessment hangs on its mark, the next entry of its workshop on its entry mark, the next
    assessment on the anchor. `version` is the file's own, also if what was read has been brought up to date since.
    `ended`: the assessments of which names and votes are still there although their workshop has ended.
    """

    version: int
    assessments: tuple[Assessment, ...]
    events: Mapping[str, Sequence[Event]]
    marks: Mapping[str, str]
    anchor: str
    entries: Mapping[str, Sequence[Entry]]
    entry_marks: Mapping[str, str]
    ended: tuple[str, ...] = ()


# --- reading -----------------------------------------------------------------------------------------------


def contents(path: Path, steps: Sequence[Migration]) -> Contents:
    """Read and check a case file; `InputError` if it is none, of a newer version, or damaged."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        with _damage(path):
            _copy(path, copy)
            found = schema.version(copy)
            if found > len(steps):
                raise _newer(path, found, len(steps))
            if copy.execute("pragma quick_check(1)").fetchone() != ("ok",):
                raise _damaged(path, say("some of its pages do not fit together"))
            copy.execute("select 1 from assessment, event, migration limit 0")  # whether they are there at all
        schema.migrate(copy, steps)
        with _damage(path):
            return _contents(copy, path, found)


def _copy(path: Path, copy: sqlite3.Connection) -> None:
    """Copy the file as it is now.

    A file that is being written to, or was cut short, has a -wal file beside it. Without one nothing needs to be
    locked; should somebody begin to write at this very moment, the copy is taken again.
    """
    before = _stamp(path)
    log = path.with_name(f"{path.name}-wal")
    still = _empty(log)
    with in_words(path, ALONE, BESIDE):
        with closing(_connect(path, "immutable=1")) as file:
            if file.execute("pragma application_id").fetchone()[0] != schema.APPLICATION:
                what = say("{file} is a database of another program, not a case file.", file=path.name)
                raise InputError(what, say(ALONE))
        with closing(_connect(path, "immutable=1" if still else "mode=ro")) as file:
            file.backup(copy)
    if still and before != _stamp(path):
        _copy(path, copy)


def _empty(log: Path) -> bool:
    """Whether nothing waits in a -wal file. It may go at any moment, when whoever wrote it is done."""
    try:
        return log.stat().st_size == 0
    except FileNotFoundError:
        return True


def _stamp(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


def _connect(path: Path, how: str) -> sqlite3.Connection:
    """Names are passed as an address of a plain file, so that `:memory:` or `a?mode=x` are only names."""
    return sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False)


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Whatever cannot be read of a file that is there and may be read is damage."""
    try:
        yield
    except (sqlite3.Error, ValueError, LookupError) as wrong:
        if getattr(wrong, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise InputError(say("{file} is not a case file.", file=path.name), say(ALONE)) from wrong
        raise _damaged(path, str(wrong)) from wrong


def _newer(path: Path, found: int, known: int) -> InputError:
    what = say(
        "{file} was written by a newer Hustings (version {found} of its format; this one knows {known}).",
        file=path.name, found=found, known=known,
    )  # fmt: skip
    return InputError(what, f"{say('Update Hustings and open it again.')} {say(ALONE)}")


def _damaged(path: Path, why: str) -> InputError:
    what = say("{file} is damaged: {why}.", file=path.name, why=why)
    return InputError(what, f"{say(ALONE)} {say('Go back to your last copy of this file.')}")


_ASSESSMENTS = f"select {', '.join(rows.ASSESSMENT)}, hash from assessment order by rowid"  # noqa: S608 - our names


def _all_of(table: str, columns: Sequence[str]) -> str:
    """A history, in order."""
    return f"select {', '.join(columns)}, hash from {table} order by assessment, number"  # noqa: S608 - our names


def _contents(db: sqlite3.Connection, path: Path, version: int) -> Contents:
    starts, anchor = dict[str, str](), ""
    assessments = list[Assessment]()
    for *cells, mark in db.execute(_ASSESSMENTS):
        anchor = _linked(path, anchor, tuple(cells), mark)
        assessments.append(rows.assessment_of(tuple(cells)))
        starts[assessments[-1].id] = anchor
    events, marks = _history(db, path, _all_of("event", rows.EVENT), rows.event_of, starts)
    listed = _all_of("workshop_entry", workshop_rows.ENTRY)
    entries, entry_marks = _history(db, path, listed, workshop_rows.entry_of, starts)
    return Contents(version, tuple(assessments), events, marks, anchor, entries, entry_marks, unfinished(db))


TABLES = ("workshop_vote", "workshop_seat", "workshop_key")
"""What must be empty for an assessment whose workshop has ended."""


def unfinished(db: sqlite3.Connection) -> tuple[str, ...]:
    """The assessments whose workshop has ended, and of which something is left that must go."""
    left = " union ".join(f"select assessment from {table}" for table in TABLES)  # noqa: S608 - our names
    ended = "select assessment from workshop_entry where kind = 'finished'"
    return tuple(str(name) for (name,) in db.execute(f"select * from ({left}) intersect {ended} order by 1"))  # noqa: S608 - as above


One = TypeVar("One")


def _history(
    db: sqlite3.Connection, path: Path, listed: str, of: Callable[[rows.Row], One], starts: Mapping[str, str]
) -> tuple[dict[str, list[One]], dict[str, str]]:
    """What was added to each assessment, and the mark of the last, each row checked against the one before."""
    found: dict[str, list[One]] = {name: [] for name in starts}
    marks = dict(starts)
    for *cells, mark in db.execute(listed):
        name = cells[0]
        marks[name] = _linked(path, marks[name], tuple(cells), mark)
        found[name].append(of(tuple(cells)))
    return found, marks


def _linked(path: Path, previous: str, row: rows.Row, mark: str) -> str:
    if mark != rows.chained(previous, row):
        raise _damaged(path, say("its history was changed outside of Hustings"))
    return mark


# --- writing -----------------------------------------------------------------------------------------------


def writer(path: Path) -> sqlite3.Connection:
    """A connection on which a commit is on disk when it returns."""
    db = _connect(path, "mode=rw")
    for pragma in (
        "journal_mode = wal",
        "synchronous = full",
        "fullfsync = on",
        "foreign_keys = on",
        "secure_delete = on",
    ):
        db.execute(f"pragma {pragma}")
    return db


def begin(path: Path, steps: Sequence[Migration], first: rows.Row) -> None:
    """Make a case file with its first assessment, readable by its owner only. The caller holds the lock."""
    with _whole(path) as draft, closing(writer(draft)) as db:
        db.execute(f"pragma application_id = {schema.APPLICATION}")
        schema.migrate(db, steps)
        add_assessment(db, first, "")


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A private file to fill; it takes the name of `path` once it is filled, and on disk."""
    draft = path.with_name(f".{path.name}-new")
    try:
        _private(draft)
        yield draft
        _settle(draft)
        draft.rename(path)
        _settle(path.parent)
    finally:
        for ending in ("", "-wal", "-shm"):
            draft.with_name(draft.name + ending).unlink(missing_ok=True)


def add_assessment(db: sqlite3.Connection, row: rows.Row, previous: str) -> str:
    """Add an assessment; returns the mark that the next one, and its first event, hang on."""
    return _insert(db, "assessment", rows.ASSESSMENT, row, previous)


def add_events(db: sqlite3.Connection, added: Sequence[rows.Row], previous: str) -> str:
    """Add events, all of them or none; returns the mark that the next one hangs on."""
    with transaction(db):
        return _chain(db, "event", rows.EVENT, added, previous)


Also = Callable[[sqlite3.Connection], object]
"""What else belongs to a step, in the same transaction."""


def add_to_workshop(
    db: sqlite3.Connection,
    entries: Sequence[rows.Row],
    entry_mark: str,
    events: Sequence[rows.Row],
    mark: str,
    *,
    also: Also,
) -> tuple[str, str]:
    """Add entries, the answers that go with them and what `also` does, all or none; returns the marks of both."""
    with transaction(db):
        also(db)
        return (
            _chain(db, "workshop_entry", workshop_rows.ENTRY, entries, entry_mark),
            _chain(db, "event", rows.EVENT, events, mark),
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


def _chain(db: sqlite3.Connection, table: str, columns: Sequence[str], added: Sequence[rows.Row], previous: str) -> str:
    for row in added:
        previous = _insert(db, table, columns, row, previous)
    return previous


def _insert(db: sqlite3.Connection, table: str, columns: Sequence[str], row: rows.Row, previous: str) -> str:
    mark = rows.chained(previous, row)
    cells = ", ".join("?" * (len(columns) + 1))
    names = ", ".join((*columns, "hash"))
    db.execute(f"insert into {table}({names}) values({cells})", (*row, mark))
    return mark


def _private(path: Path) -> None:
    """An empty file that only its owner can read; what SQLite puts beside it takes its permissions."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    path.chmod(0o600)


def _settle(path: Path) -> None:
    """Make a file, or a folder with a new name in it, survive a power cut (Windows sees to folders itself)."""
    if os.name == "posix" or path.is_file():
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        os.fsync(handle)
        os.close(handle)


def upgrade(path: Path, steps: Sequence[Migration], found: int) -> None:
    """Bring a file of the older version `found` up to date, after a copy of it was laid beside it."""
    with closing(writer(path)) as db:
        copy = path.with_name(f"{path.stem}.v{found}{path.suffix}")
        if not copy.exists():
            with _whole(copy) as draft, closing(_connect(draft, "mode=rw")) as kept:
                db.backup(kept)
        schema.migrate(db, steps)
