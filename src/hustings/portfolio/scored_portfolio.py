"""The assessments of a portfolio scored by SQL: each by the rubric of its own pack, in its edition."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.file_output import drafted
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.portfolio.stored_tables import StoredTables, connected, parquet, quoted
from hustings.portfolio.table import ASSESSMENTS, KEY, VOTES, columns
from hustings.problems import InputError

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class PackGroup:
    """The assessments that one rubric scores."""

    pack: str
    version: str
    digest: str
    edition: str
    count: int


@dataclass(frozen=True, slots=True)
class ScoreOutcome:
    """How many assessments have each band, `provisional` ones apart; and those whose pack cannot be read."""

    bands: tuple[tuple[str, int], ...]
    provisional: int
    left_out: tuple[PackGroup, ...]


def score_portfolio(tables: StoredTables, target: Path) -> ScoreOutcome:
    """Score every assessment by its own pack, and write a row for each as Parquet.

    Raises `InputError` if there is nothing to score, or the file cannot be written.
    """
    with closing(connected()) as db:
        left_out = list[PackGroup]()
        scored = list[str]()
        for group in _groups(db, tables):
            pack = tables.pack(group.digest, group.pack)
            if pack is None:
                left_out.append(group)
            else:
                scored.append(_score(db, tables, group, scoped(pack, group.edition), f"scored_{len(scored)}"))
        if not scored:
            raise InputError(say("None of the packs of these assessments can be read."), say("Build the tables anew."))
        db.execute(f"create view scored as {' union all by name '.join(f'select * from {name}' for name in scored)}")  # noqa: S608 - our names
        _write(db, target)
        return _outcome(db, left_out)


def _groups(db: duckdb.DuckDBPyConnection, tables: StoredTables) -> Iterator[PackGroup]:
    named = "pack, version, digest, coalesce(edition, '')"
    asked = f"select {named}, count(*) from {parquet(tables.assessments)} group by all order by all"  # noqa: S608 - our names
    for pack, version, digest, edition, count in db.execute(asked).fetchall():
        yield PackGroup(str(pack), str(version), str(digest), str(edition), int(count))


def _score(db: duckdb.DuckDBPyConnection, tables: StoredTables, group: PackGroup, pack: Pack, name: str) -> str:
    """Score the assessments of a group into a table of this name."""
    from hustings.portfolio.rubric_sql.query import rubric_sql  # noqa: PLC0415 - sqlglot is an extra

    _prepare(db, tables, group, pack)
    counted = db.execute(f"select count(*) from {VOTES}").fetchone()  # noqa: S608 - our names
    query = rubric_sql(pack, "duckdb", votes=counted is not None and counted[0] > 0)
    own = f"split_part({KEY}, '/', 1) as campaign, split_part({KEY}, '/', 2)::usmallint as assessment"
    given = "?::varchar as pack, ?::varchar as version, ?::varchar as digest, ?::varchar as edition"
    db.execute(
        f"create table {name} as select {own}, {given}, * exclude ({KEY}) from ({query})",  # noqa: S608 - our names
        [group.pack, group.version, group.digest, group.edition],
    )
    return name


def _prepare(db: duckdb.DuckDBPyConnection, tables: StoredTables, group: PackGroup, pack: Pack) -> None:
    """The two tables that the rubric's query reads, for the assessments of a group."""
    chosen = (
        f"select campaign, assessment from {parquet(tables.assessments)} where digest = ? and coalesce(edition, '') = ?"  # noqa: S608 - our names
    )
    key = f"campaign || '/' || assessment as {KEY}"
    db.execute(f"create or replace table chosen as {chosen}", [group.digest, group.edition])
    of_answers = f"from chosen left join {parquet(tables.path)} using(campaign, assessment)"
    cells = ", ".join(_cell(column.name, column.question) for column in columns(pack))
    db.execute(f"create or replace table {ASSESSMENTS} as select {key}, {cells} {of_answers} group by all")
    of_votes = f"from {parquet(tables.votes)} semi join chosen using(campaign, assessment)"
    db.execute(f"create or replace table {VOTES} as select {key}, question, code, number, people {of_votes}")


def _cell(column: str, question: str) -> str:
    """A column of the table: the code of a question's answer, or its number."""
    taken = "code" if column == question else "number"
    return f"max({taken}) filter (where question = '{question}') as \"{column}\""


def _write(db: duckdb.DuckDBPyConnection, target: Path) -> None:
    select = "select * from scored order by campaign, assessment"
    try:
        with drafted(target) as draft:
            db.execute(f"copy ({select}) to {quoted(draft)} (format parquet, compression zstd, use_tmp_file false)")
    except OSError as wrong:
        what = say("{file} cannot be written ({why}).", file=target, why=wrong.strerror or type(wrong).__name__)
        raise InputError(what, say("Choose another place.")) from wrong


def _outcome(db: duckdb.DuckDBPyConnection, left_out: list[PackGroup]) -> ScoreOutcome:
    by_band = (
        "select band, count(*) from scored where not provisional and band is not null group by 1 order by min(index_pt)"
    )
    bands = tuple((str(band), int(count)) for band, count in db.execute(by_band).fetchall())
    open_ = db.execute("select count(*) from scored where provisional or band is null").fetchone()
    return ScoreOutcome(bands, int(open_[0]) if open_ else 0, tuple(left_out))
