"""The tables of a case file, and the migrations of files of older versions.

A migration is a named function; it runs, and is recorded, in one transaction. They are never changed once released: a
new version is one more function at the end of `MIGRATIONS`, and its number is its place there. Histories are
append-only: triggers refuse to change or delete an answer, or to leave a gap.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

APPLICATION = 0x48757374
"""`application_id` of the file: the letters "Hust"."""

Migration = Callable[[sqlite3.Connection], None]


def first_tables(db: sqlite3.Connection) -> None:
    """Assessments, their events, and the record of migrations."""
    for statement in _FIRST_TABLES:
        db.execute(statement)


_GROWS = "begin select raise(abort, 'a case file only grows'); end"
_FIRST_TABLES = (
    "create table migration(version integer primary key, name text not null, at text not null) strict",
    """create table assessment(
        id text primary key, title text not null unique, pack text not null, version text not null,
        digest text not null, language text not null, by text not null, created text not null, hash text not null
    ) strict""",
    """create table event(
        assessment text not null references assessment(id), number integer not null check(number > 0),
        at text not null, by text not null, question text not null,
        state text check(state in ('answered', 'dont_know', 'blank', 'na', 'unresolved')), value text,
        reason text not null, note text not null, grade integer not null check(grade between 0 and 3),
        reference text not null, votes text not null, source text not null, hash text not null,
        primary key(assessment, number)
    ) strict, without rowid""",
    f"create trigger event_stays before update on event {_GROWS}",
    f"create trigger event_kept before delete on event {_GROWS}",
    f"create trigger assessment_stays before update on assessment {_GROWS}",
    f"create trigger assessment_kept before delete on assessment {_GROWS}",
    """create trigger event_follows before insert on event
        when new.number <> 1 + coalesce((select max(number) from event where assessment = new.assessment), 0)
        begin select raise(abort, 'events are numbered without gaps'); end""",
)


def workshop_tables(db: sqlite3.Connection) -> None:
    """The append-only log of a workshop; its seats, votes and keys, which are deleted when it ends (method.md 2.4)."""
    for statement in _WORKSHOP_TABLES:
        db.execute(statement)


_WORKSHOP_TABLES = (
    """create table workshop_entry(
        assessment text not null references assessment(id), number integer not null check(number > 0),
        at text not null, by text not null, kind text not null, body text not null check(json_valid(body)),
        hash text not null, primary key(assessment, number)
    ) strict, without rowid""",
    f"create trigger workshop_entry_stays before update on workshop_entry {_GROWS}",
    f"create trigger workshop_entry_kept before delete on workshop_entry {_GROWS}",
    """create trigger workshop_entry_follows before insert on workshop_entry
        when new.number <> 1 + coalesce((select max(number) from workshop_entry where assessment = new.assessment), 0)
        begin select raise(abort, 'entries are numbered without gaps'); end""",
    """create table workshop_seat(
        assessment text not null references assessment(id), number integer not null check(number > 0),
        name text not null, role text not null, language text not null, observer integer not null,
        token text not null, link text not null, primary key(assessment, number)
    ) strict, without rowid""",
    """create table workshop_vote(
        assessment text not null, question text not null, round integer not null, seat integer not null,
        vote text not null, taps text not null, primary key(assessment, question, round, seat),
        foreign key(assessment, seat) references workshop_seat(assessment, number) on delete cascade
    ) strict, without rowid""",
    """create table workshop_key(
        assessment text not null references assessment(id), name text not null, text text not null,
        primary key(assessment, name)
    ) strict, without rowid""",
)

ASSESSMENTS, EVENTS, ENTRIES, KEPT_PACKS = "assessment", "event:", "workshop_entry:", "kept_pack"
"""The names of heads: of all assessments; of the events, and of the workshop's entries, of the one that follows; of
all kept packs."""


def heads_of_histories(db: sqlite3.Connection) -> None:
    """The number of rows of each history and the hash of its last, so that the loss of rows is detected."""
    db.execute(
        """create table head(
            history text primary key, count integer not null check(count >= 0), hash text not null, since text not null
        ) strict, without rowid"""
    )
    assessments = db.execute("select id, hash from assessment order by rowid").fetchall()
    add_head(db, ASSESSMENTS, len(assessments), assessments[-1][1] if assessments else "")
    for name, anchor in assessments:
        for history, table in ((EVENTS, "event"), (ENTRIES, "workshop_entry")):
            listed = f"select hash from {table} where assessment = ? order by number"  # noqa: S608 - our names
            marks = db.execute(listed, (name,)).fetchall()
            add_head(db, f"{history}{name}", len(marks), marks[-1][0] if marks else anchor)


def add_head(db: sqlite3.Connection, history: str, count: int, mark: str) -> None:
    """Add the head of a history."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute("insert into head(history, count, hash, since) values(?, ?, ?, ?)", (history, count, mark, since))


def kept_packs(db: sqlite3.Connection) -> None:
    """The packs that assessments were answered with, as archives by digest; and their head."""
    for statement in _KEPT_PACKS:
        db.execute(statement)
    add_head(db, KEPT_PACKS, 0, "")


_KEPT_PACKS = (
    """create table kept_pack(
        number integer primary key check(number > 0), digest text not null unique, name text not null,
        version text not null, content_hash text not null, content blob not null, hash text not null
    ) strict""",
    f"create trigger kept_pack_stays before update on kept_pack {_GROWS}",
    f"create trigger kept_pack_kept before delete on kept_pack {_GROWS}",
    """create trigger kept_pack_follows before insert on kept_pack
        when new.number <> 1 + coalesce((select max(number) from kept_pack), 0)
        begin select raise(abort, 'packs are numbered without gaps'); end""",
)


def closed_assessments(db: sqlite3.Connection) -> None:
    """Refuse what follows the event that closes an assessment, unless it opens it again."""
    for statement in _CLOSED:
        db.execute(statement)


_OPENS = "new.question = '@closed' and new.state is null"
_BEFORE = "from event where assessment = new.assessment and number = new.number - 1"
_CLOSED = (
    f"""create trigger event_open before insert on event when not ({_OPENS})
        begin
            select raise(abort, 'the assessment is closed') {_BEFORE} and question = '@closed' and state is not null;
        end""",
    f"""create trigger event_opens before insert on event when {_OPENS}
        begin
            select raise(abort, 'the assessment is open') where not exists(
                select 1 {_BEFORE} and question = '@closed' and state is not null
            );
        end""",
    """create trigger workshop_entry_open before insert on workshop_entry
        begin
            select raise(abort, 'the assessment is closed') from (
                select question, state from event where assessment = new.assessment order by number desc limit 1
            ) where question = '@closed' and state is not null;
        end""",
)

MIGRATIONS: tuple[Migration, ...] = (
    first_tables,
    workshop_tables,
    heads_of_histories,
    kept_packs,
    closed_assessments,
)
GUARDED = 1 + MIGRATIONS.index(heads_of_histories)
"""The first version with heads of histories."""


def version(db: sqlite3.Connection) -> int:
    """The version of the schema of an open file; 0 for a file without tables."""
    return int(db.execute("pragma user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Migrate the tables to version `len(steps)`, in one transaction."""
    db.execute("begin immediate")
    try:
        for number, step in list(enumerate(steps, 1))[version(db) :]:
            step(db)
            at = datetime.now(UTC).isoformat(timespec="seconds")
            db.execute("insert into migration values(?, ?, ?)", (number, step.__name__, at))
            db.execute(f"pragma user_version = {number}")
        db.execute("commit")
    except BaseException:
        db.execute("rollback")
        raise
