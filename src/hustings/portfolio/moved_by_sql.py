"""What one deed for all would do, by the rubric as SQL: the sums of `portfolio.what_if`, for any number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.portfolio.figures.groups import By
from hustings.portfolio.figures.spread import Quartiles, quartile_places, quartiles_at
from hustings.portfolio.scored_portfolio import ASIDE, SPAN, WITHIN, prepare_chosen, spans_of
from hustings.portfolio.tables.assessment_table import ASSESSMENTS, VOTES
from hustings.portfolio.tables.stored_tables import StoredTables, connected, parquet
from hustings.portfolio.tables.table_check import readable
from hustings.portfolio.what_if import MovedAll, Where, changes_of, most_first, most_mended

if TYPE_CHECKING:
    import duckdb


PAIRS, POINTS = "pairs", "points"
IS: Mapping[By, str] = {
    "office": "office = ?",
    "size": "size = ?",
    "place": "strpos(' ' || place || ' ', ' ' || ? || ' ') > 0",
}
"""Whether an assessment is of an office, size or place, of which one part is enough."""
DIGITS = 9
"""Digits of a difference of two indexes that are surely right."""


@dataclass(slots=True)
class _Sums:
    """What is counted, pack by pack and span by span."""

    campaigns: int = 0
    touched: int = 0
    left_out: int = 0
    bands: Counter[tuple[str, str]] = field(default_factory=Counter)
    gates: dict[str, list[int]] = field(default_factory=dict)


def moved_by_sql(tables: StoredTables, words: Sequence[str], where: Where, at_once: int = SPAN) -> MovedAll:
    """What the campaigns come to with changes as they were typed. About `at_once` of them are in memory.

    Raises `InputError` for a pack whose rubric cannot be put into SQL.
    """
    with (
        TemporaryDirectory(prefix="hustings-") as folder,
        closing(connected(Path(folder))) as db,
        readable(tables.path),
    ):
        db.execute(f"set disabled_optimizers = '{','.join(ASIDE)}'")
        db.execute(f"create table {POINTS}(points double)")
        sums = _Sums()
        for digest, name, edition, count in _groups(db, tables, where):
            pack = tables.pack(digest, name)
            if pack is None:
                sums.left_out += count
                continue
            _add(db, tables, _Group(scoped(pack, edition), words, where, digest, edition), sums, at_once)
        return _moved(db, sums)


def groups_meant(tables: StoredTables, where: Where) -> Sequence[tuple[str, str, str, int]]:
    """The packs (their digests and ids) and editions of the campaigns that are meant, with how many these are."""
    with closing(connected()) as db, readable(tables.path):
        return _groups(db, tables, where)


def _groups(db: duckdb.DuckDBPyConnection, tables: StoredTables, where: Where) -> Sequence[tuple[str, str, str, int]]:
    meant, given = _meant(where)
    asked = (
        f"select digest, pack, coalesce(edition, ''), count(*) from {parquet(tables.assessments)} "  # noqa: S608 - our names
        f"where {meant} group by all order by all"
    )
    return db.execute(asked, given).fetchall()


def values_of(tables: StoredTables, by: By) -> Sequence[str]:
    """The offices, sizes or places of the latest assessments; of a place each part."""
    asked = f"select distinct unnest(string_split({by}, ' ')) from {parquet(tables.assessments)} where latest"  # noqa: S608 - our names
    with closing(connected()) as db, readable(tables.path):
        return sorted(str(value) for (value,) in db.execute(asked).fetchall() if value)


def meant_in_words(where: Where) -> str:
    """The same as a condition that holds what is given to it."""
    said = (IS[by].replace("?", "'" + value.replace("'", "''") + "'") for by, value in where)
    return " AND ".join(said)


def _meant(where: Where) -> tuple[str, list[str]]:
    """A condition on the table of assessments, and what is given to it."""
    return " and ".join(["latest", *(IS[by] for by, _ in where)]), [value for _, value in where]


class _Group:
    """The campaigns that one rubric scores, and what is to change in them."""

    def __init__(self, pack: Pack, words: Sequence[str], where: Where, digest: str, edition: str) -> None:
        self.pack = pack
        self.changes = changes_of(pack, {}, words)
        meant, given = _meant(where)
        self.meant = f"digest = ? and coalesce(edition, '') = ? and {meant}"
        self.given = [digest, edition, *given]
        self.statements = dict[bool, list[str]]()

    def what_if(self, *, votes: bool) -> list[str]:
        """The statements, for assessments with disputed questions or without any."""
        from hustings.portfolio.rubric_sql.what_if import Deed, what_if_statements  # noqa: PLC0415 - sqlglot is an extra

        if votes not in self.statements:
            self.statements[votes] = what_if_statements(Deed(self.pack, self.changes, votes), "duckdb")
        return self.statements[votes]


def _add(db: duckdb.DuckDBPyConnection, tables: StoredTables, group: _Group, sums: _Sums, at_once: int) -> None:
    chosen = f"select campaign, assessment from {parquet(tables.assessments)} where {group.meant}"  # noqa: S608 - our names
    for span in spans_of(db, chosen, group.given, at_once):
        db.execute(f"drop table if exists temp.{ASSESSMENTS}")
        db.execute(f"create or replace table chosen as {chosen} and {WITHIN}", [*group.given, *span])
        prepare_chosen(db, tables, group.pack, span)
        counted = db.execute(f"select count(*) from {VOTES}").fetchone()  # noqa: S608 - our names
        *steps, last = group.what_if(votes=counted is not None and counted[0] > 0)
        for statement in (*steps, f"create or replace table {PAIRS} as {last}"):
            db.execute(statement)
        _count(db, group.pack, sums)


def _count(db: duckdb.DuckDBPyConnection, pack: Pack, sums: _Sums) -> None:
    """Add the campaigns that were just scored."""
    db.execute(f"insert into {POINTS} select points from {PAIRS} where touched and points is not null")  # noqa: S608 - our names
    counted = f"select count(*), count(points), count(*) filter (where touched and points is not null) from {PAIRS}"  # noqa: S608 - our names
    every, known, touched = db.execute(counted).fetchall()[0]
    sums.campaigns, sums.touched, sums.left_out = (
        sums.campaigns + known,
        sums.touched + touched,
        sums.left_out + every - known,
    )
    changed = f"select was, now, count(*) from {PAIRS} where touched and was <> now group by all"  # noqa: S608 - our names
    sums.bands.update({(was, now): count for was, now, count in db.execute(changed).fetchall()})
    for gate in pack.rubric.gates:
        of = sums.gates.setdefault(gate.id, [0, 0, 0])
        counts = ", ".join(_gate_counts(gate.id))
        found = db.execute(f"select {counts} from {PAIRS} where points is not null").fetchall()  # noqa: S608 - our names
        sums.gates[gate.id] = [one + more for one, more in zip(of, found[0], strict=True)]


def _gate_counts(gate: str) -> Iterator[str]:
    """In how many it failed and no longer does; was open and no longer is; fails or is open, and did or was not."""
    was, now = f'"was_{gate}"', f'"now_{gate}"'
    held = f"{now} in ('not_met', 'open')"
    for when in (
        f"{was} = 'not_met' and not {held}",
        f"{was} = 'open' and not {held}",
        f"({now} = 'not_met' and {was} <> 'not_met') or ({now} = 'open' and {was} not in ('open', 'not_met'))",
    ):
        yield f"count(*) filter (where {when})"


def _moved(db: duckdb.DuckDBPyConnection, sums: _Sums) -> MovedAll:
    return MovedAll(
        campaigns=sums.campaigns,
        touched=sums.touched,
        points=_points(db, sums.touched) if sums.touched else None,
        bands=most_first(sums.bands),
        gates=most_mended((gate, *counts) for gate, counts in sums.gates.items()),  # type: ignore[misc]
        left_out=sums.left_out,
    )


def _points(db: duckdb.DuckDBPyConnection, count: int) -> Quartiles:
    """The quartiles of the changes of the index."""
    ordered = f"select points, row_number() over (order by points) - 1 as place from {POINTS}"  # noqa: S608 - our names
    wanted = ", ".join(map(str, quartile_places(count)))
    found = db.execute(f"select place, points from ({ordered}) where place in ({wanted})").fetchall()  # noqa: S608 - numbers
    return quartiles_at({place: Fraction(f"{points:.{DIGITS}f}") for place, points in found}, count)
