"""The assessments of a portfolio read back from its tables, each with its answers as the exact scorer takes them.

Typed texts are not there, because tables hold none; nothing that is scored or planned depends on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from hustings.answers.events import Answer, Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.portfolio.tables import assessment_table
from hustings.portfolio.tables.stored_tables import StoredTables, connected, parquet
from hustings.portfolio.tables.table_check import readable

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 20_000
"""Rows that are fetched at a time."""
ABOUT = (
    "campaign, assessment, latest, pack, version, digest, coalesce(edition, ''), answered, "
    "first_ballots, election_day, office, place, size, invented, name"
)
OF_ANSWER = "question, state, option, ticks, number, day, grade"
MOST_PEOPLE = 10_000
"""Far more than a workshop takes; a table that somebody has changed may say any number."""
Cell = str | int | bool | date | datetime | Decimal | list[str] | None
Row = tuple[Cell, ...]
Votes = Mapping[str, tuple[tuple[int, Fraction | None, int], ...]]


@dataclass(frozen=True, slots=True)
class About:
    """What the table of assessments says of one. `answered`: in universal time; ids are those of its pack."""

    campaign: str
    number: int
    latest: bool
    pack: str
    version: str
    digest: str
    edition: str
    answered: datetime
    first_ballots: date | None
    election_day: date | None
    office: str | None
    place: str | None
    size: str | None
    invented: bool
    name: str | None


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment as it lies in the tables: rows of answers, and the votes on questions that were left open."""

    about: About
    rows: tuple[Row, ...]
    votes: Votes

    def answers(self, pack: Pack) -> Answers:
        """The answers, of questions that this pack asks."""
        read = ((str(row[0]), row) for row in self.rows)
        return {name: self._answer(pack, name, row) for name, row in read if name in pack.questions}

    def _answer(self, pack: Pack, name: str, row: Row) -> Answer:
        state, grade = State(str(row[1])), int(str(row[6] or 0))
        return Answer(state, _value(row), grade=grade, votes=tuple(self._voted(pack, name)))

    def _voted(self, pack: Pack, name: str) -> Iterator[Value]:
        found = self.votes.get(name, ())
        if sum(people for _, _, people in found) > MOST_PEOPLE:
            raise ValueError("more votes than a room has")
        for code, number, people in found:
            yield from [assessment_table.value(pack.questions[name], code, number)] * people


def _value(row: Row) -> Value | None:
    option, ticks, number, day = row[2:6]
    if isinstance(number, Decimal):
        return Fraction(number)
    if isinstance(ticks, list):
        return tuple(ticks)
    return day if isinstance(day, date) else None if option is None else str(option)


def stored_assessments(tables: StoredTables, *, every: bool = False) -> Iterator[StoredAssessment]:
    """The latest assessment of each campaign, or every one that the tables hold, campaign by campaign."""
    with closing(connected()) as db:
        votes = _votes(db, tables)
        for row, answers in groupby(_rows(db, tables, every=every), key=lambda row: row[:_ABOUT]):
            about = About(*row)
            rows = tuple(answer[_ABOUT:] for answer in answers if answer[_ABOUT] is not None)
            yield StoredAssessment(about, rows, votes.get((about.campaign, about.number), {}))


_ABOUT = 15


def count_of(tables: StoredTables, *, every: bool = False) -> int:
    """How many assessments that are."""
    with closing(connected()) as db:
        where = "" if every else " where latest"
        found = db.execute(f"select count(*) from {parquet(tables.assessments)}{where}").fetchone()  # noqa: S608 - quoted
        return int(found[0]) if found else 0


def has_names(tables: StoredTables) -> bool:
    """Whether the tables hold the name of a campaign. Raises `InputError` if they are damaged."""
    with closing(connected()) as db, readable(tables.assessments):
        found = db.execute(f"select count(name) from {parquet(tables.assessments)} where latest").fetchone()  # noqa: S608 - quoted
        return bool(found and found[0])


def _rows(db: duckdb.DuckDBPyConnection, tables: StoredTables, *, every: bool) -> Iterator[Row]:
    where = "" if every else "where latest"
    asked = (
        f"select {ABOUT}, {OF_ANSWER} from (from {parquet(tables.assessments)} {where}) "  # noqa: S608 - our names
        f"left join {parquet(tables.path)} using(campaign, assessment) order by campaign, assessment, question"
    )
    found = db.execute(asked)
    while rows := found.fetchmany(AT_ONCE):
        yield from rows


def _votes(db: duckdb.DuckDBPyConnection, tables: StoredTables) -> Mapping[tuple[str, int], Votes]:
    asked = f"select campaign, assessment, question, code, number, people from {parquet(tables.votes)} order by all"  # noqa: S608 - quoted
    votes = dict[tuple[str, int], dict[str, tuple[tuple[int, Fraction | None, int], ...]]]()
    for campaign, number, question, code, value, people in db.execute(asked).fetchall():
        of = votes.setdefault((campaign, number), {})
        counted = (int(code), None if value is None else Fraction(value), int(people))
        of[question] = (*of.get(question, ()), counted)
    return votes
