"""Standings that were computed before, kept beside the tables of a portfolio, so that the next report takes seconds.

A standing is found by a hash over all that it is made from: the answers, the pack, the edition, the day on which its
plan is made, this version of Hustings and its code. So what has changed is computed anew, and the file may be deleted
at any time. It may be damaged, or anybody's: what is not a standing, or was changed, is passed over. It holds ids,
numbers and dates, and no text that anybody typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hustings import __version__
from hustings.file_output import drafted
from hustings.pack.shipped import PACKAGE
from hustings.portfolio.figures.standing import Standing, pack_of
from hustings.portfolio.figures.standing_json import as_json, from_json
from hustings.portfolio.tables.stored_answers import StoredAssessment
from hustings.portfolio.tables.stored_tables import StoredTables, connected, parquet, quoted
from hustings.problems import InputError

COLUMNS = {"found": "varchar", "standing": "varchar", "mark": "varchar"}
CODE = ("scoring/**/*.py", "answers/**/*.py", "pack/**/*.py", "portfolio/**/*.py")
LONGEST = 100_000
"""Far longer than a standing is."""
WRONG = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)


@dataclass(slots=True)
class StoredStandings:
    """The standings of a portfolio's tables on a day, as far as they are known; those that are added are written."""

    tables: StoredTables
    on: date
    known: Mapping[str, str]
    kept: dict[str, str] = field(default_factory=dict)
    new: int = 0

    @classmethod
    def read(cls, tables: StoredTables, on: date) -> StoredStandings:
        """Those beside the tables; none where the file is missing or is something else."""
        import duckdb  # noqa: PLC0415 - an extra, and only portfolios need it

        try:
            return cls(tables, on, dict(_rows(place_of(tables))))
        except (duckdb.Error, UnicodeDecodeError, InputError):
            return cls(tables, on, {})

    def find(self, stored: StoredAssessment) -> Standing | None:
        """The standing of an assessment; None if it is not known."""
        key = self._key(stored)
        told, about = self.known.get(key), stored.about
        if told is None:
            return None
        try:
            pack = pack_of(self.tables, about.digest, about.pack, about.edition)
            found = None if pack is None else from_json(about, json.loads(told), pack)
        except WRONG:
            return None
        self.kept[key] = told
        return found

    def add(self, stored: StoredAssessment, found: Standing) -> None:
        """Keep a standing."""
        self.kept[self._key(stored)] = json.dumps(as_json(found), separators=(",", ":"))
        self.new += 1

    def write(self) -> None:
        """Write what was found and added; whatever hinders that hinders nothing else."""
        import duckdb  # noqa: PLC0415 - an extra, and only portfolios need it

        if self.new:
            with suppress(OSError, duckdb.Error, InputError):
                _write(place_of(self.tables), self.kept.items())

    def _key(self, stored: StoredAssessment) -> str:
        about = stored.about
        on = self.on.isoformat() if about.latest else ""
        made_from = (_code(), on, about.digest, about.edition, stored.rows, sorted(stored.votes.items()))
        return sha256(repr(made_from).encode()).hexdigest()


def place_of(tables: StoredTables) -> Path:
    """Where they lie."""
    return tables.path.with_name(f"{tables.path.stem}-standings{tables.path.suffix}")


@lru_cache(maxsize=1)
def _code() -> str:
    """This version, and its code as far as a change of it would show."""
    stats = ((path.name, path.stat()) for pattern in CODE for path in sorted(PACKAGE.glob(pattern)))
    parts = [f"{name} {found.st_size} {found.st_mtime_ns}" for name, found in stats]
    return sha256(" ".join([__version__, *parts]).encode()).hexdigest()


def _mark(key: str, told: str) -> str:
    return sha256(f"{key} {told}".encode()).hexdigest()[:32]


def _rows(path: Path) -> Iterable[tuple[str, str]]:
    if not path.is_file():
        return ()
    with closing(connected()) as db:
        short = f"octet_length(encode(standing)) <= {LONGEST}"
        rows = db.execute(f"select found, standing, mark from {parquet(path)} where {short}").fetchall()  # noqa: S608 - our names
    return [(key, told) for key, told, mark in rows if _mark(key, told) == mark]


def _write(path: Path, kept: Iterable[tuple[str, str]]) -> None:
    typed = ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items())
    with TemporaryDirectory(prefix="hustings-") as folder, closing(connected()) as db:
        rows = Path(folder) / "rows.json"
        with rows.open("w", encoding="utf-8") as target:
            for key, told in kept:
                target.write(json.dumps({"found": key, "standing": told, "mark": _mark(key, told)}) + "\n")
        read = f"read_json({quoted(rows)}, format = 'newline_delimited', columns = {{{typed}}})"
        with drafted(path) as draft:
            db.execute(f"copy (from {read}) to {quoted(draft)} (format parquet, compression zstd, use_tmp_file false)")
