"""Case files as a forger makes them: any rows in tables that are ours to the letter, every hash and head as it must be.

SQLite would not let such rows in. They are put into tables without rules, whose definitions are then written over with
the true ones: the file looks like ours until its rows are read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fuzz.drawn import storable
from hustings.casefile.kept_packs import KEPT_PACK
from hustings.casefile.tables import event_rows, hash_chain, sql_schema, workshop_rows

Row = list[Any]
COLUMNS = {
    "migration": ("version", "name", "at"),
    "assessment": (*event_rows.ASSESSMENT, "hash"),
    "event": (*event_rows.EVENT, "hash"),
    "workshop_entry": (*workshop_rows.ENTRY, "hash"),
    "workshop_seat": ("assessment", *workshop_rows.SEAT),
    "workshop_vote": ("assessment", "question", "round", "seat", "vote", "taps"),
    "workshop_key": ("assessment", "name", "text"),
    "kept_pack": (*KEPT_PACK, "content", "hash"),
    "head": ("history", "count", "hash", "since"),
}
KEYS = {
    "event": "assessment, number", "workshop_entry": "assessment, number", "workshop_seat": "assessment, number",
    "workshop_vote": "assessment, question, round, seat", "workshop_key": "assessment, name", "head": "history",
    "kept_pack": "number",
}  # fmt: skip
CHAINED = ("assessment", "event", "workshop_entry", "kept_pack")


@dataclass
class Tables:
    """The rows of a case file by table, without hashes and heads: they are worked out when it is written."""

    rows: dict[str, list[Row]]
    version: int = len(sql_schema.MIGRATIONS)
    schema: dict[str, str] = field(default_factory=dict)

    def of(self, table: str) -> list[Row]:
        return self.rows[table]


def tables(path: Path) -> Tables:
    """What a case file holds."""
    with closing(sqlite3.connect(path)) as db:
        found = dict[str, list[Row]]()
        for table, columns in COLUMNS.items():
            names = [name for name in columns if not (table in CHAINED and name == "hash")]
            order = "rowid" if table in ("assessment", "migration") else KEYS[table]
            listed = f"select {', '.join(names)} from {table} order by {order}"  # noqa: S608 - our names
            found[table] = [list(row) for row in db.execute(listed)]
        return Tables(found)


@cache
def definitions() -> tuple[tuple[str, str, str], ...]:
    """Type, name and text of everything that is defined in a case file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        sql_schema.migrate(db, sql_schema.MIGRATIONS)
        return tuple(db.execute("select type, name, sql from sqlite_schema where sql is not null order by rowid"))


def written(found: Tables) -> bytes:
    """The file. Raises `sqlite3.Error` for rows that no file can hold."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for table, columns in COLUMNS.items():
            _made(db, table, columns)
        for table, filled in chained(found).items():
            marks = ", ".join("?" * len(COLUMNS[table]))
            db.executemany(f"insert into {table} values({marks})", [list(map(_cell, row)) for row in filled])
        for kind, _, made in definitions():
            if kind == "trigger":
                db.execute(made)
        db.execute("pragma writable_schema = on")
        for kind, name, made in definitions():
            told = storable(found.schema.get(name, made))
            db.execute("update sqlite_schema set sql = ? where type = ? and name = ?", (told, kind, name))
        db.execute(f"pragma application_id = {sql_schema.APPLICATION}")
        db.execute(f"pragma user_version = {found.version}")
        return db.serialize()


def _made(db: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
    """A table of the same shape inside, without rules."""
    if table == "assessment":
        db.execute(f"create table assessment({', '.join(columns)}, primary key(id), unique(title))")
    elif table == "kept_pack":
        rest = ", ".join(columns[1:])
        db.execute(f"create table kept_pack(number integer primary key, {rest}, unique(digest))")
    elif table == "migration":
        db.execute("create table migration(version integer primary key, name, at)")
    else:
        db.execute(f"create table {table}({', '.join(columns)}, primary key({KEYS[table]})) without rowid")


def _cell(cell: Any) -> Any:
    """What SQLite can hold: a text that is none in UTF-8, and a number that is too large, become other texts."""
    if isinstance(cell, str):
        return storable(cell)
    return str(cell) if isinstance(cell, int) and not -(2**63) <= cell < 2**63 else cell


def chained(found: Tables) -> dict[str, list[Row]]:
    """All rows with the hashes and heads that belong to them."""
    starts, anchor = dict[str, str](), ""
    ready: dict[str, list[Row]] = {name: found.of(name) for name in COLUMNS if name not in (*CHAINED, "head")}
    ready["assessment"], heads = [], []
    for row in found.of("assessment"):
        anchor = _mark(anchor, row)
        ready["assessment"].append([*row, anchor])
        starts[str(row[0])] = anchor
    heads.append([sql_schema.ASSESSMENTS, len(ready["assessment"]), anchor])
    for table, head in (("event", sql_schema.EVENTS), ("workshop_entry", sql_schema.ENTRIES)):
        ready[table], marks, counts = [], dict(starts), dict.fromkeys(starts, 0)
        for row in _in_order(found.of(table)):
            name = str(row[0])
            marks[name] = _mark(marks.get(name, ""), row)
            counts[name] = counts.get(name, 0) + 1
            ready[table].append([*row, marks[name]])
        heads += [[f"{head}{name}", counts[name], marks[name]] for name in starts]
    ready["kept_pack"], anchor = [], ""
    for row in found.of("kept_pack"):
        anchor = _mark(anchor, row[: len(KEPT_PACK)])
        ready["kept_pack"].append([*row, anchor])
    heads.append([sql_schema.KEPT_PACKS, len(ready["kept_pack"]), anchor])
    since = found.of("head")[0][3] if found.of("head") else ""
    ready["head"] = [[*head, since] for head in heads]
    return ready


def _in_order(listed: list[Row]) -> list[Row]:
    """As the file's own index would have them, where they can be compared."""
    with suppress(TypeError):
        return sorted(listed, key=lambda row: (row[0], row[1]))
    return listed


def _mark(previous: str, row: Row) -> str:
    try:
        return hash_chain.chained(previous, tuple(map(_cell, row)))
    except TypeError:  # bytes: no hash of ours fits them
        return previous
