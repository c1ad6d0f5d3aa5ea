"""Reading a case file, with all checks before anything in it is used.

Reading takes a consistent copy into memory and closes the file: it works while an interview goes on, leaves no files
behind and never changes the file, however damaged it is. The file may come from anybody: the files beside it are
checked first; its tables, views and triggers must be exactly ours before any of them is queried; and each value is
checked. Only then does a writer open the file itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from hustings.answers.events import Event
from hustings.answers.replay import followed
from hustings.answers.workshop.workshop_log import LogEntry
from hustings.casefile.closed_assessments import check_closed
from hustings.casefile.history_head import HistoryMarks
from hustings.casefile.kept_packs import KEPT_PACK, KeptPack, KeptPacks, kept_of
from hustings.casefile.paths import ALONE, in_words, not_ours
from hustings.casefile.tables import event_rows, hash_chain, sql_schema, workshop_rows
from hustings.casefile.tables.event_rows import Assessment
from hustings.casefile.tables.sql_schema import Migration
from hustings.casefile.untrusted.sidecar_files import check_sidecars, log_of, stale_log, waits
from hustings.casefile.untrusted.size_limits import check_size, limit, stop_in_time, trust_schema
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.problems import InputError

BESIDE = english("Copy it, together with the files beside it that start with its name, to a folder of yours.")
UNREADABLE = (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Contents:
    """The checked content of a case file.

    The next event of an assessment continues its mark (a hash), the next entry of its workshop the entry mark, the next
    assessment the anchor. `version` is that of the file, before migration. `ended`: the assessments with names and
    votes although their workshop has ended. `since`: the ISO time from which the loss of the end of a history is
    detected; empty if it is not. `trails`: every hash of a history. `packs`: what is kept, its content not yet checked.
    """

    version: int
    assessments: tuple[Assessment, ...]
    events: Mapping[str, Sequence[Event]]
    marks: Mapping[str, str]
    anchor: str
    entries: Mapping[str, Sequence[LogEntry]]
    entry_marks: Mapping[str, str]
    trails: Mapping[str, HistoryMarks]
    packs: KeptPacks
    ended: tuple[str, ...] = ()
    since: str = ""


def contents(path: Path, steps: Sequence[Migration], *, large: bool = False) -> Contents:
    """Read and check a case file; `InputError` if it is none, of a newer version, too large, or damaged."""
    with in_words(path, ALONE):
        check_sidecars(path)
        check_size(path, log_of(path), large=large)
    try:
        return _checked(path, tuple(steps), with_log=waits(log_of(path)))
    except DamageError:
        if waits(log_of(path)) and _sound_alone(path, tuple(steps)):
            raise stale_log(path) from None
        raise


def _sound_alone(path: Path, steps: tuple[Migration, ...]) -> bool:
    try:
        _checked(path, steps, with_log=False)
    except InputError:
        return False
    return True


def _checked(path: Path, steps: tuple[Migration, ...], *, with_log: bool) -> Contents:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        limit(copy)
        trust_schema(copy, yes=False)
        stop_in_time(copy)
        with _damage(path):
            _copy(path, copy, with_log=with_log)
            version = _version(path, copy, steps)
            trust_schema(copy, yes=True)
            if copy.execute("pragma quick_check(1)").fetchone() != ("ok",):
                raise damaged(path, say("some of its pages do not fit together"))
        sql_schema.migrate(copy, steps)
        with _damage(path):
            return _contents(copy, path, version)


def _version(path: Path, db: sqlite3.Connection, steps: tuple[Migration, ...]) -> int:
    """The version of a file, whose definitions must be exactly those of that version. Raises `InputError`."""
    version = sql_schema.version(db)
    if version > len(steps):
        raise _newer(path, version, len(steps))
    there = set(db.execute("select type, name, tbl_name, sql from sqlite_schema"))
    ours = _definitions(steps[:version])
    if foreign := sorted((str(kind), str(name)) for kind, name, *_ in there - ours):
        raise _foreign(path, *foreign[0])
    if missing := sorted(str(name) for _, name, *_ in ours - there):
        raise damaged(path, say("`{name}` is missing in it", name=missing[0]))
    return version


def _foreign(path: Path, kind: str, name: str) -> InputError:
    what = say(
        "{file} holds something that did not come from Hustings: {kind} `{name}`.", file=path.name, kind=kind, name=name
    )
    hint = say("Ask whoever sent it for a clean copy, or go back to your last one.")
    return InputError(f"{what} {say('It was not opened.')}", hint)


@cache
def _definitions(steps: tuple[Migration, ...]) -> frozenset[tuple[str, ...]]:
    """The tables, indexes and triggers that these migrations make."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        sql_schema.migrate(db, steps)
        return frozenset(db.execute("select type, name, tbl_name, sql from sqlite_schema"))


def _copy(path: Path, copy: sqlite3.Connection, *, with_log: bool) -> None:
    """Copy the file as it is now.

    A file that is being written to, or was interrupted, has a -wal file. Without one nothing needs to be locked; if a
    writer begins at this moment, the copy is taken again.
    """
    before = _stamp(path)
    with in_words(path, ALONE, BESIDE):
        with closing(connect(path, "immutable=1")) as file:
            if file.execute("pragma application_id").fetchone()[0] != sql_schema.APPLICATION:
                what = say("{file} is a database of another program, not a case file.", file=path.name)
                raise InputError(what, not_ours())
        with closing(connect(path, "mode=ro" if with_log else "immutable=1")) as file:
            file.backup(copy)
    if not with_log and before != _stamp(path):
        _copy(path, copy, with_log=waits(log_of(path)))


def _stamp(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


def connect(path: Path, how: str) -> sqlite3.Connection:
    """Connect by the URI of a plain file, so that `:memory:` or `a?mode=x` are only names."""
    db = sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False)
    limit(db)
    return db


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Turn errors of SQLite, and values that cannot be read, into a `DamageError`."""
    try:
        yield
    except UNREADABLE as wrong:
        code = getattr(wrong, "sqlite_errorcode", 0)
        if code == sqlite3.SQLITE_NOTADB:
            raise InputError(say("{file} is not a case file.", file=path.name), not_ours()) from wrong
        why = say("checking it takes too long") if code == sqlite3.SQLITE_INTERRUPT else _why(wrong)
        raise damaged(path, why) from wrong


def _why(wrong: Exception) -> str:
    """The cause in words: SQLite's message, but not Python's."""
    return str(wrong) if isinstance(wrong, sqlite3.Error) else say("it holds a value that makes no sense")


def _newer(path: Path, version: int, known: int) -> InputError:
    what = say(
        "{file} was written by a newer Hustings (version {found} of its format; this one knows {known}).",
        file=path.name, found=version, known=known,
    )  # fmt: skip
    return InputError(what, f"{say('Update Hustings and open it again.')} {say(ALONE)}")


class DamageError(InputError):
    """The content of a case file cannot be what Hustings wrote."""


def damaged(path: Path, why: str) -> DamageError:
    """The error for a file whose content cannot be right. `why` follows “is damaged:” in its message."""
    what = say("{file} is damaged: {why}.", file=path.name, why=why)
    return DamageError(what, f"{say(ALONE)} {say('Go back to your last copy of this file.')}")


_ASSESSMENTS = f"select {', '.join(event_rows.ASSESSMENT)}, hash from assessment order by rowid"  # noqa: S608 - our names


_PACKS = f"select {', '.join(KEPT_PACK)}, content, hash from kept_pack order by number"  # noqa: S608 - our names


def _all_of(table: str, columns: Sequence[str]) -> str:
    """The rows of a history, in order."""
    return f"select {', '.join(columns)}, hash from {table} order by assessment, number"  # noqa: S608 - our names


def _contents(db: sqlite3.Connection, path: Path, version: int) -> Contents:
    starts, anchor = dict[str, str](), ""
    assessments = list[Assessment]()
    for *cells, mark in db.execute(_ASSESSMENTS):
        anchor = _linked(path, anchor, tuple(cells), mark)
        assessments.append(event_rows.assessment_from_row(tuple(cells)))
        starts[assessments[-1].id] = anchor
    events, marks = _history(db, path, _all_of("event", event_rows.EVENT), event_rows.event_of, starts)
    listed = _all_of("workshop_entry", workshop_rows.ENTRY)
    entries, entry_marks = _history(db, path, listed, workshop_rows.entry_of, starts)
    _check_people(db)
    _check_followed(events)
    trails = {name: HistoryMarks(tuple(marks[name]), tuple(entry_marks[name])) for name in starts}
    for name, listed_events in events.items():
        check_closed(listed_events, trails[name])
    last, entry_last = _last(marks), _last(entry_marks)
    packs = _packs(db, path)
    checked = Contents(
        version, tuple(assessments), events, last, anchor, entries, entry_last, trails, packs, unfinished(db)
    )
    since = _whole_history(db, path, checked)
    if not assessments:
        raise damaged(path, say("it holds no assessment"))
    return replace(checked, since=since if version >= sql_schema.GUARDED else "")


def _packs(db: sqlite3.Connection, path: Path) -> KeptPacks:
    """The packs that are kept. What is inside them is checked when it is used."""
    packs, rows = KeptPacks([]), list[KeptPack]()
    for *cells, content, mark in db.execute(_PACKS):
        packs.mark = _linked(path, packs.mark, tuple(cells), mark)
        rows.append(kept_of(tuple(cells), content))
    packs.load(rows)
    return packs


def _last(marks: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {name: passed[-1] for name, passed in marks.items()}


def _check_followed(events: Mapping[str, Sequence[Event]]) -> None:
    """Check that each assessment follows an earlier one, if any."""
    earlier = {""}
    for name, listed in events.items():
        if followed(listed) not in earlier:
            raise ValueError("follows none that is earlier")
        earlier.add(name)


def _check_people(db: sqlite3.Connection) -> None:
    """Check seats and votes, which a workshop reads again later."""
    for row in db.execute(f"select {', '.join(workshop_rows.SEAT)} from workshop_seat"):  # noqa: S608 - our names
        workshop_rows.seat_of(row)
    for vote, taps in db.execute("select vote, taps from workshop_vote"):
        workshop_rows.vote_of(vote)
        workshop_rows.taps_of(taps)
    for name, text in db.execute("select name, text from workshop_key"):
        workshop_rows.check_key(name, text)


def _whole_history(db: sqlite3.Connection, path: Path, checked: Contents) -> str:
    """Since when the histories are known to be complete. `InputError` if rows are missing or were inserted."""
    if db.execute("select 1 from sqlite_schema where name = 'head'").fetchone() is None:
        return ""
    kept = db.execute("select history, count, hash from head")
    heads = {str(history): (count, mark) for history, count, mark in kept}
    if heads != dict(_heads(checked)):
        raise damaged(path, say("the end of its history is missing, or was changed outside of Hustings"))
    return str(db.execute("select since from head where history = ?", (sql_schema.ASSESSMENTS,)).fetchone()[0])


def _heads(checked: Contents) -> Iterator[tuple[str, tuple[int, str]]]:
    """The heads as they must be."""
    yield sql_schema.ASSESSMENTS, (len(checked.assessments), checked.anchor)
    yield sql_schema.KEPT_PACKS, (len(checked.packs.packs), checked.packs.mark)
    for one in checked.assessments:
        yield sql_schema.EVENTS + one.id, (len(checked.events[one.id]), checked.marks[one.id])
        yield sql_schema.ENTRIES + one.id, (len(checked.entries[one.id]), checked.entry_marks[one.id])


TABLES = ("workshop_vote", "workshop_seat", "workshop_key")
"""The tables that must be empty for an assessment whose workshop has ended."""


def unfinished(db: sqlite3.Connection) -> tuple[str, ...]:
    """The assessments whose workshop has ended, with rows that must be deleted."""
    left = " union ".join(f"select assessment from {table}" for table in TABLES)  # noqa: S608 - our names
    ended = "select assessment from workshop_entry where kind = 'finished'"
    return tuple(str(name) for (name,) in db.execute(f"select * from ({left}) intersect {ended} order by 1"))  # noqa: S608 - as above


One = TypeVar("One")


def _history(
    db: sqlite3.Connection, path: Path, listed: str, of: Callable[[event_rows.Row], One], starts: Mapping[str, str]
) -> tuple[dict[str, list[One]], dict[str, list[str]]]:
    """The rows of each assessment and all hashes from its start, each row checked against the one before."""
    rows: dict[str, list[One]] = {name: [] for name in starts}
    marks = {name: [start] for name, start in starts.items()}
    for *cells, mark in db.execute(listed):
        name = cells[0]
        marks[name].append(_linked(path, marks[name][-1], tuple(cells), mark))
        rows[name].append(of(tuple(cells)))
    return rows, marks


def _linked(path: Path, previous: str, row: event_rows.Row, mark: str) -> str:
    if mark != hash_chain.chained(previous, row):
        raise damaged(path, say("its history was changed outside of Hustings"))
    return mark
