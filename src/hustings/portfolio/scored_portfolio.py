"""The assessments of a portfolio scored by SQL: each by the rubric of its own pack, in its edition.

Two tables are written. The scored table has a row an assessment: what it is (`campaign`, `assessment`, `pack`,
`version`, `digest`, `edition`) and the figures of `rubric_sql.query`. The table of findings, beside it, has a row for
each finding and open point of an assessment: those six columns, and

    question   the control that is below its target, or the question to ask
    kind       `finding` or `open`
    severity   of a finding: `critical`, `high`, `medium` or `low`
    why        of an open point: `not_known`, or `disputed` where a workshop left its votes open

Campaigns are taken in spans, so that memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from hustings.file_output import drafted
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.portfolio.tables.assessment_table import ASSESSMENTS, KEY, NUMBER, VOTES, Column, columns
from hustings.portfolio.tables.stored_tables import StoredTables, connected, parquet, quoted
from hustings.portfolio.tables.table_check import readable
from hustings.problems import InputError
from hustings.scoring.findings import SEVERITIES

if TYPE_CHECKING:
    import duckdb

SPAN = 50_000
"""So many assessments are scored at once."""
ASIDE = ("statistics_propagation", "common_subexpressions")
"""Steps of DuckDB's planner that take seconds for so large a query and make it no faster."""
SCORED, FOUND = "scored", "findings"
OF = ("campaign", "assessment", "pack", "version", "digest", "edition")
"""The first columns of both tables: which assessment it is."""
WITHIN = "campaign > ? and campaign <= ?"
"""Whether a row is one of a span."""


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


class Span(NamedTuple):
    """Campaigns after one key, up to another."""

    after: str
    last: str


def findings_path(target: Path) -> Path:
    """Where the table of findings lies, beside a scored table."""
    return target.with_name(f"{target.stem}-findings{target.suffix}")


def score_portfolio(tables: StoredTables, target: Path, at_once: int = SPAN) -> ScoreOutcome:
    """Score every assessment by its own pack; write a row for each as Parquet, and beside it their findings.

    `at_once`: about so many assessments are in memory.

    Raises `InputError` if there is nothing to score, or a file cannot be written.
    """
    with (
        TemporaryDirectory(prefix="hustings-") as folder,
        closing(connected(Path(folder))) as db,
        readable(tables.path),
    ):
        db.execute(f"set disabled_optimizers = '{','.join(ASIDE)}'")
        groups = list(_groups(db, tables))
        packs = {group: pack for group in groups if (pack := tables.pack(group.digest, group.pack)) is not None}
        if not packs:
            raise InputError(say("None of the packs of these assessments can be read."), say("Build the tables again."))
        for group, pack in packs.items():
            _score(db, tables, _Rubric(group, scoped(pack, group.edition)), Path(folder), at_once)
        _write(db, Path(folder) / f"{SCORED}-*", target)
        _write(db, Path(folder) / f"{FOUND}-*", findings_path(target))
        return _outcome(db, target, [group for group in groups if group not in packs])


def _groups(db: duckdb.DuckDBPyConnection, tables: StoredTables) -> Iterator[PackGroup]:
    named = "pack, version, digest, coalesce(edition, '')"
    asked = f"select {named}, count(*) from {parquet(tables.assessments)} group by all order by all"  # noqa: S608 - our names
    for pack, version, digest, edition, count in db.execute(asked).fetchall():
        yield PackGroup(str(pack), str(version), str(digest), str(edition), int(count))


class _Rubric:
    """The rubric of a group of assessments, as queries that are made when they are needed."""

    def __init__(self, group: PackGroup, pack: Pack) -> None:
        self.group, self.pack = group, pack
        self.queries = dict[bool, str]()

    def query(self, *, votes: bool) -> str:
        """The query, for assessments with disputed questions or without any."""
        from hustings.portfolio.rubric_sql.query import rubric_sql  # noqa: PLC0415 - sqlglot is an extra

        if votes not in self.queries:
            self.queries[votes] = rubric_sql(self.pack, "duckdb", votes=votes, findings=True, pretty=False)
        return self.queries[votes]


def _score(db: duckdb.DuckDBPyConnection, tables: StoredTables, rubric: _Rubric, folder: Path, at_once: int) -> None:
    """Score the assessments of a group, span by span, into files in the folder."""
    for span in _spans(db, tables, rubric.group, at_once):
        _prepare(db, tables, rubric, span)
        _score_prepared(db, rubric)
        told = _told(db, rubric.pack)
        number = len(list(folder.glob(f"{SCORED}-*")))
        scored = f"select * exclude ({_listed(told)}) from piece order by campaign, assessment"  # noqa: S608 - our names
        _copy(db, scored, folder / f"{SCORED}-{number:06d}.parquet")
        _copy(db, _findings(told), folder / f"{FOUND}-{number:06d}.parquet")


def _spans(db: duckdb.DuckDBPyConnection, tables: StoredTables, group: PackGroup, at_once: int) -> list[Span]:
    """The campaigns of a group in spans of about `at_once` assessments, by their keys."""
    return spans_of(db, _of_group(tables), [group.digest, group.edition], at_once)


def spans_of(db: duckdb.DuckDBPyConnection, chosen: str, given: Sequence[str], at_once: int = SPAN) -> list[Span]:
    """The campaigns of the assessments that a SELECT chooses, in spans of about `at_once` of these, by their keys."""
    rows = f"select campaign, (row_number() over (order by campaign) - 1) // {at_once} as n from ({chosen})"  # noqa: S608 - our names
    asked = f"select min(campaign), max(campaign) from ({rows}) group by n order by n"  # noqa: S608 - our names
    return _apart([Span(*row) for row in db.execute(asked, given).fetchall()])


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The same without a campaign that is in two of them: it belongs to the first."""
    ends = [span.last for span in spans]
    return [Span(before, last) for before, last in zip(["", *ends], ends, strict=False) if before < last]


def _of_group(tables: StoredTables) -> str:
    return (
        f"select campaign, assessment from {parquet(tables.assessments)} where digest = ? and coalesce(edition, '') = ?"  # noqa: S608 - our names
    )


def _prepare(db: duckdb.DuckDBPyConnection, tables: StoredTables, rubric: _Rubric, span: Span) -> None:
    """The two tables that the rubric's query reads, for the assessments of a group in a span."""
    chosen = f"create or replace table chosen as {_of_group(tables)} and {WITHIN}"
    db.execute(chosen, [rubric.group.digest, rubric.group.edition, *span])
    prepare_chosen(db, tables, rubric.pack, span)


def prepare_chosen(db: duckdb.DuckDBPyConnection, tables: StoredTables, pack: Pack, span: Span) -> None:
    """The two tables that a rubric's query reads, for the assessments of a span that are in the table `chosen`."""
    key, within = f"campaign || '/' || assessment as {KEY}", WITHIN
    of_answers = f"from chosen left join (from {parquet(tables.path)} where {within}) using(campaign, assessment)"
    cells = ", ".join(_cell(column) for column in columns(pack))
    db.execute(f"create or replace table {ASSESSMENTS} as select {key}, {cells} {of_answers} group by all", [*span])
    of_votes = f"from (from {parquet(tables.votes)} where {within}) semi join chosen using(campaign, assessment)"
    db.execute(f"create or replace table {VOTES} as select {key}, question, code, number, people {of_votes}", [*span])


def _cell(column: Column) -> str:
    """A column of the table: the code of a question's answer, or its number."""
    taken = "number" if column.name.endswith(NUMBER) else "code"
    return f"max({taken}) filter (where question = '{column.question}')::{column.type} as \"{column.name}\""


def _score_prepared(db: duckdb.DuckDBPyConnection, rubric: _Rubric) -> None:
    """Score what is prepared, into the table `piece`."""
    counted = db.execute(f"select count(*) from {VOTES}").fetchone()  # noqa: S608 - our names
    query = rubric.query(votes=counted is not None and counted[0] > 0)
    own = f"split_part({KEY}, '/', 1) as campaign, split_part({KEY}, '/', 2)::usmallint as assessment"
    given = ", ".join(f"?::varchar as {name}" for name in OF[2:])
    group = rubric.group
    db.execute(
        f"create or replace table piece as select {own}, {given}, * exclude ({KEY}) from ({query})",  # noqa: S608 - our names
        [group.pack, group.version, group.digest, group.edition],
    )


def _told(db: duckdb.DuckDBPyConnection, pack: Pack) -> list[str]:
    """The columns of `piece` that tell of findings and open points."""
    possible = {f"{kind}_{name}" for name in pack.questions for kind in ("finding", "open")}
    return [name for (name, *_) in db.execute("describe piece").fetchall() if name in possible]


def _findings(told: Sequence[str]) -> str:
    """The query of findings and open points, a row each."""
    index = ", ".join(f"'{word}'" for word in SEVERITIES)
    rows = f"unpivot (from piece where index_pt is not null) on {_listed(told)} into name told value said"
    return (
        f"select {', '.join(OF)}, substr(told, strpos(told, '_') + 1) as question, "  # noqa: S608 - our names
        f"split_part(told, '_', 1) as kind, if(kind = 'finding', [{index}][said], null) as severity, "
        f"if(kind = 'open', ['not_known', 'disputed'][said], null) as why "
        f"from ({rows}) order by campaign, assessment, kind, question"
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _copy(db: duckdb.DuckDBPyConnection, select: str, path: Path) -> None:
    db.execute(f"copy ({select}) to {quoted(path)} (format parquet, compression zstd, use_tmp_file false)")


def _write(db: duckdb.DuckDBPyConnection, pieces: Path, target: Path) -> None:
    """Put the pieces of a table together, a piece after the other."""
    try:
        with drafted(target) as draft:
            _copy(db, f"from read_parquet({quoted(pieces)}, union_by_name = true)", draft)
    except OSError as wrong:
        what = say("{file} cannot be written ({why}).", file=target, why=wrong.strerror or type(wrong).__name__)
        raise InputError(what, say("Choose another place.")) from wrong


def _outcome(db: duckdb.DuckDBPyConnection, target: Path, left_out: list[PackGroup]) -> ScoreOutcome:
    scored = parquet(target)
    by_band = (
        f"select band, count(*) from {scored} where not provisional and band is not null group by 1 "  # noqa: S608 - our names
        "order by min(index_pt)"
    )
    bands = tuple((str(band), int(count)) for band, count in db.execute(by_band).fetchall())
    open_ = db.execute(f"select count(*) from {scored} where provisional or band is null").fetchone()  # noqa: S608 - our names
    return ScoreOutcome(bands, int(open_[0]) if open_ else 0, tuple(left_out))
