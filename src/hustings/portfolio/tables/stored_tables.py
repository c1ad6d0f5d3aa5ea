"""The tables of a portfolio on disk, as Parquet, written by DuckDB.

The table of answers lies at the path that was asked for, those of votes and assessments beside it. Each carries the
version of its form; tables of another form, or made with other choices, are built again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hustings.file_output import drafted
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.versions.pack_archive import MOST_BYTES, read_archive
from hustings.portfolio.tables.case_rows import ANSWERS, ASSESSMENTS, TICK, VOTES
from hustings.portfolio.tables.sorted_rows import sorted_rows
from hustings.portfolio.tables.table_check import COLUMNS, check_columns, check_keys, readable
from hustings.problems import InputError, PackError, reason

if TYPE_CHECKING:
    import duckdb

FORM = "3"
OF_THE_EXTRA = {"DuckDB": "duckdb", "SQLGlot": "sqlglot"}
"""What runs a query, and what writes one: both come with the extra, and an installation can lack either."""
MEMORY, LITTLE = "300MB", "150MB"
"""What DuckDB may take; and while it writes the tables, which need no more."""


class Parts(NamedTuple):
    """The new rows of the tables, as CSV files."""

    answers: Path
    votes: Path
    assessments: Path

    @classmethod
    def inside(cls, folder: Path) -> Parts:
        """Where they lie in a folder."""
        return cls(*(folder / f"{name}.csv" for name in cls._fields))


@dataclass(frozen=True, slots=True)
class StoredTables:
    """The tables at a path. `made`: how they are made, such as with names; other tables are not gone on with."""

    path: Path
    made: str = ""

    @property
    def assessments(self) -> Path:
        """Where the table of assessments lies."""
        return self.path.with_name(f"{self.path.stem}-assessments{self.path.suffix}")

    @property
    def votes(self) -> Path:
        """Where the table of votes lies."""
        return self.path.with_name(f"{self.path.stem}-votes{self.path.suffix}")

    @property
    def packs(self) -> Path:
        """Where the packs lie that these assessments were answered with, as archives."""
        return self.path.with_name(f"{self.path.stem}-packs{self.path.suffix}")

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where all of them lie."""
        return (self.path, self.votes, self.assessments, self.packs)

    def pack(self, digest: str, folder: str) -> Pack | None:
        """A pack by its digest; None if it is not there, or damaged. Its places say that it lies in `folder`."""
        with closing(connected()) as db, readable(self.packs):
            asked = f"select content from {parquet(self.packs)} where digest = ? and octet_length(content) <= ?"  # noqa: S608 - quoted
            found = db.execute(asked, [digest, MOST_BYTES]).fetchone()
        try:
            return None if found is None else read_archive(bytes(found[0]), digest, folder=folder)
        except (PackError, ValueError):
            return None

    def latest_packs(self) -> Sequence[tuple[str, str]]:
        """The digest and id of the pack of each campaign's latest assessment, the most common first."""
        with closing(connected()) as db:
            latest = f"(from {parquet(self.assessments)} where latest)"
            asked = f"select digest, pack from {latest} group by all order by count(*) desc, digest"  # noqa: S608 - quoted
            return [(str(digest), str(pack)) for digest, pack in db.execute(asked).fetchall()]

    def stamps(self) -> Mapping[str, str]:
        """The stamp of each file that is in the tables, by the file's key; nothing if they cannot be gone on with."""
        if not self._can_go_on():
            return {}
        self.check()
        with closing(connected()) as db, readable(self.assessments):
            listed = f"select distinct file, stamp from {parquet(self.assessments)}"  # noqa: S608 - our names
            return {str(file): str(stamp) for file, stamp in db.execute(listed).fetchall()}

    def _can_go_on(self) -> bool:
        there = [path for path in self.paths if path.exists()]
        with closing(connected()) as db:
            forms = [_own_form(db, path) for path in there]
        return len(forms) == len(self.paths) and set(forms) == {f"{FORM} {self.made}"}

    def check(self) -> None:
        """Raise `InputError` unless all tables are there, of this form, with the columns that they are written with."""
        if missing := [path for path in self.paths if not path.is_file()]:
            what = say("There is no table {file}.", file=missing[0])
            raise InputError(what, say("`hustings portfolio build` makes it from a folder of case files."))
        with closing(connected()) as db:
            self._check_form(db)
            for path, columns in zip(self.paths, COLUMNS, strict=True):
                check_columns(db, parquet(path), path, columns)
            check_keys(db, parquet(self.assessments), self.assessments)

    def _check_form(self, db: duckdb.DuckDBPyConnection) -> None:
        forms = set[str]()
        for path in self.paths:
            with readable(path):
                forms.add(_form(db, path).partition(" ")[0])
        if forms != {FORM}:
            what = say("The tables at {file} were made by another version of Hustings.", file=self.path)
            raise InputError(what, say("Build them again with `hustings portfolio build`."))

    def write(self, parts: Parts, packs: Mapping[str, bytes], kept: Sequence[str]) -> None:
        """Write the tables: the new rows, and those of files that were not read again, by their keys.

        `packs`: the archives of the packs of new rows, by digest.

        Raises `InputError` if they cannot be written; those that are there stay then.
        """
        import duckdb  # noqa: PLC0415 - an extra, and only portfolios need it

        try:
            self._write(parts, packs, kept)
        except (OSError, duckdb.IOException) as wrong:
            why = reason(wrong) if isinstance(wrong, OSError) else str(wrong)
            what = say("{file} cannot be written ({why}).", file=self.path, why=why)
            raise InputError(what, say("Choose another place.")) from wrong

    def _write(self, parts: Parts, packs: Mapping[str, bytes], kept: Sequence[str]) -> None:
        with closing(connected(folder := parts.answers.parent)) as db:
            db.execute(f"set memory_limit = '{LITTLE}'")
            db.execute("create table kept as select unnest(?::varchar[]) as file", [list(kept)])
            db.execute(f"create table chosen as {self._assessments(parts, goes_on=bool(kept))}")
            ticks = f"list_filter(string_split(ticks, '{TICK}'), lambda x: x <> '') as ticks"
            answers = self._rows_of(self.path, _csv(parts.answers, ANSWERS), ticks, goes_on=bool(kept))
            votes = self._rows_of(self.votes, _csv(parts.votes, VOTES), "", goes_on=bool(kept))
            db.execute("create table packs(digest varchar, content blob)")
            for digest, content in packs.items():
                db.execute("insert into packs values(?, ?)", [digest, content])
            old = f" union all select * from {parquet(self.packs)}" if kept else ""  # noqa: S608 - our names
            needed = (
                f"select digest, any_value(content) as content from (from packs{old}) semi join chosen using(digest)"  # noqa: S608 - our names
            )
            with ExitStack() as stack:
                drafts = [stack.enter_context(drafted(path)) for path in self.paths]
                self._copy(db, sorted_rows(db, answers, folder / "answers"), drafts[0])
                self._copy(db, sorted_rows(db, votes, folder / "votes"), drafts[1])
                self._copy(db, "select * from chosen order by campaign, assessment", drafts[2])
                self._copy(db, f"{needed} group by digest order by digest", drafts[3])

    def _assessments(self, parts: Parts, *, goes_on: bool) -> str:
        """The assessments of each campaign, of the file that was answered last where two hold the same one."""
        new = f"select * from {_csv(parts.assessments, ASSESSMENTS)}"  # noqa: S608 - quoted
        old = f" union all select * from {parquet(self.assessments)} semi join kept using(file)" if goes_on else ""  # noqa: S608 - quoted
        last = "max(answered) over (partition by campaign, file)"
        return (
            f"select * exclude (last) from (select *, {last} as last from ({new}{old})) "  # noqa: S608 - our names
            "qualify dense_rank() over (partition by campaign order by last desc, file) = 1"
        )

    def _rows_of(self, path: Path, new: str, replaced: str, *, goes_on: bool) -> str:
        """The rows of a table that belong to these assessments: new ones, and those that it has."""
        columns = "* exclude (file)" + (f" replace ({replaced})" if replaced else "")
        rows = f"select {columns} from {new} semi join chosen using(file)"  # noqa: S608 - our names
        if goes_on:
            before = "(select distinct campaign from chosen semi join kept using(file))"
            rows += f" union all select * from {parquet(path)} semi join {before} using(campaign)"  # noqa: S608 - our names
        return rows

    def _copy(self, db: duckdb.DuckDBPyConnection, select: str, target: Path) -> None:
        form = f"kv_metadata {{hustings: '{FORM} {self.made}'}}"
        db.execute(
            f"copy ({select}) to {quoted(target)} (format parquet, compression zstd, use_tmp_file false, {form})"
        )


def _own_form(db: duckdb.DuckDBPyConnection, path: Path) -> str:
    """The form of a file where tables are to be written. Raises `InputError` if it is none that may be replaced."""
    import duckdb  # noqa: PLC0415 - an extra, and only portfolios need it

    try:
        return _form(db, path)
    except (duckdb.Error, UnicodeDecodeError) as wrong:
        what = say("{file} is already there, and is not a table of a portfolio.", file=path.name)
        raise InputError(what, say("Choose another name, or move that file away.")) from wrong


def is_own_table(path: Path) -> bool:
    """Whether a file is one of a portfolio's tables, or something else that no Parquet reader takes."""
    if not path.exists():
        return False
    try:
        with closing(connected()) as db:
            return bool(_form(db, path))
    except InputError:
        return True


def _form(db: duckdb.DuckDBPyConnection, path: Path) -> str:
    """How a table was made, as it says itself; empty if it does not. Raises `duckdb.Error`."""
    asked = f"select decode(value) from parquet_kv_metadata({_named(path)}) where decode(key) = 'hustings'"  # noqa: S608 - quoted
    found = db.execute(asked).fetchone()
    return "" if found is None else str(found[0])


def _csv(path: Path, columns: Mapping[str, str]) -> str:
    typed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    form = "header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"'"
    return f"read_csv({quoted(path)}, {form}, columns = {{{typed}}})"


def parquet(path: Path) -> str:
    """One Parquet file, as a table of SQL."""
    return f"read_parquet({_named(path)})"


def _named(path: Path) -> str:
    """A path as a text of SQL that names this one file, also where it holds what DuckDB takes for a pattern."""
    return quoted(Path("".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path))))


def connected(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A connection that keeps to memory, and to the folder `spill` where that is too little.

    It loads nothing from elsewhere. Raises `InputError` if a part of the extra for portfolios is not installed.
    """
    for name, module in OF_THE_EXTRA.items():
        if find_spec(module) is None:
            what = say("This needs {name}, which is not installed.", name=name)
            raise InputError(what, say("Install it: {command}", command="pip install 'hustings[portfolio]'"))
    import duckdb  # noqa: PLC0415 - an extra, and only portfolios need it

    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "memory_limit": MEMORY,
    }
    settings["temp_directory"] = "" if spill is None else str(spill)
    return duckdb.connect(":memory:", config=settings)


def quoted(path: Path) -> str:
    """A path as a text of SQL."""
    return "'" + str(path).replace("'", "''") + "'"
