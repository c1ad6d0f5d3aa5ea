"""Whether the tables of a portfolio are what `hustings portfolio build` writes: anybody may have sent them.

Only their heads are looked at, before any row is read. Columns of ours have names and types of ours, so
that what a query does with them is known; what is damaged inside is found when it is read (`readable`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hustings.messages import say
from hustings.portfolio.tables.case_rows import ANSWERS, ASSESSMENTS, VOTES
from hustings.problems import InputError, escaped

if TYPE_CHECKING:
    import duckdb

PACKS = {"digest": "varchar", "content": "blob"}
LONGEST_NAME = 60


def _kept(columns: Mapping[str, str], **changed: str) -> Mapping[str, str]:
    return MappingProxyType({name: changed.get(name, kind) for name, kind in columns.items()})


COLUMNS = (
    _kept({name: kind for name, kind in ANSWERS.items() if name != "file"}, ticks="varchar[]"),
    _kept({name: kind for name, kind in VOTES.items() if name != "file"}),
    _kept(ASSESSMENTS),
    _kept(PACKS),
)
"""The columns of the tables as they are stored (`StoredTables.paths`), with their types."""
KEYS = ("campaign", "assessment", "latest", "pack", "version", "digest", "answered")
"""What every assessment has; the other columns may be empty."""


def check_columns(db: duckdb.DuckDBPyConnection, table: str, path: Path, wanted: Mapping[str, str]) -> None:
    """Raise `InputError` unless a table of SQL, read from this file, has exactly these columns."""
    with readable(path):
        told = db.execute(f"select column_name, column_type from (describe select * from {table})").fetchall()  # noqa: S608 - quoted
    there = {str(name): str(kind).lower().replace(" ", "") for name, kind in told}
    expected = {name: kind.replace(" ", "") for name, kind in wanted.items()}
    if missing := sorted(expected.keys() - there.keys()):
        raise _refused(path, say("it has no column `{name}`", name=missing[0]))
    if strange := sorted(there.keys() - expected.keys()):
        raise _refused(path, say("it has a column `{name}`", name=escaped(strange[0][:LONGEST_NAME])))
    if other := [name for name in expected if there[name] != expected[name]]:
        raise _refused(path, say("its column `{name}` holds something else", name=other[0]))


def check_keys(db: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Raise `InputError` unless each assessment has what every one has."""
    with readable(path):
        counted = ", ".join(f"count(*) - count({name})" for name in KEYS)
        found = db.execute(f"select {counted} from {table}").fetchone() or ()  # noqa: S608 - quoted
    if lacking := [name for name, count in zip(KEYS, found, strict=False) if count]:
        raise _refused(path, say("an assessment has no `{name}`", name=lacking[0]))


def _refused(path: Path, why: str) -> InputError:
    what = say("{file} is not a table of a portfolio: {why}.", file=path.name, why=why)
    return InputError(what, say("`hustings portfolio build` makes it from a folder of case files."))


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What DuckDB says of a file that it cannot read, as an `InputError`."""
    import duckdb  # noqa: PLC0415 - an extra, and only portfolios need it

    try:
        yield
    except duckdb.OutOfMemoryException as wrong:
        what = say("{file} takes more memory than a table of a portfolio does.", file=path.name)
        raise InputError(what, say("Check that it is the right file.")) from wrong
    except (duckdb.Error, UnicodeDecodeError) as wrong:
        what = say("{file}, or a table beside it, is damaged.", file=path.name)
        raise InputError(what, say("`hustings portfolio build` makes it from a folder of case files.")) from wrong
