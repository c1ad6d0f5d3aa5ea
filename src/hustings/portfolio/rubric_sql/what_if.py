"""What other answers would change, as SQL: statements to be run one after the other (`portfolio.what_if`).

They read the tables `assessments` and `votes`, and the last of them gives a row an assessment. A control that is
already as good or better stays as it is, and so does what does not apply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from hustings.answers.events import Answer
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.figure_columns import FigureColumns
from hustings.portfolio.rubric_sql.items.own_values import ENDS
from hustings.portfolio.rubric_sql.query import WIDTH, findings_columns, rubric_columns, statements_for
from hustings.portfolio.rubric_sql.query_parts.dialects import OWN, Dialect
from hustings.portfolio.rubric_sql.stored_answers import ASSESSMENT, PORTFOLIO_ASSESSMENTS, stored_answers
from hustings.portfolio.tables.assessment_table import (
    ASSESSMENTS,
    KEY,
    NUMBER,
    VOTES,
    column_of,
    columns,
    decimal_text,
    in_table,
    row,
)

ENGINES: tuple[Dialect, ...] = ("duckdb", "postgres")
"""The engines that run these statements: they have temporary tables that can be added to."""
UNCHANGED, WANTED, STILL, THEN, NOW, SCORED = "unchanged", "wanted", "still", "worth_then", "worth_now", "scored"
"""The tables that the statements make: answers as they are; which changes an assessment takes; what they are worth."""
CHANGED = ">"
"""Stands behind the key of an assessment whose answers are changed."""
ALIKE = "1e-10"
"""Two figures that are closer are the same."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Changes as a pack's edition takes them. `votes`: whether some assessments have votes that were left open."""

    pack: Pack
    changes: Mapping[str, Answer]
    votes: bool = True

    @property
    def scored(self) -> tuple[str, ...]:
        """The questions whose change can be seen in figures: the tables hold no date and no text."""
        return tuple(name for name in self.changes if in_table(self.pack.questions[name]))

    @property
    def items(self) -> tuple[str, ...]:
        """Those of them that count by themselves."""
        return tuple(name for name in self.scored if name in self.pack.items)


def what_if_statements(deed: Deed, dialect: Dialect, meant: str = "") -> list[str]:
    """The statements for an engine. `meant`: a condition on the table `assessments`.

    The columns of the last one: `assessment`, `was` and `now` (bands), `points` (of the index), `touched`, and of each
    deal-breaker `was_ID` and `now_ID`. Bands are NULL where nothing can be scored.
    """
    figures = rubric_columns(deed.pack, votes=deed.votes)
    worth = _worth(deed, figures, dialect)
    asked = [*figures.kept, *_gates(deed.pack), *findings_columns(figures).kept]
    scored = _stored(statements_for(deed.pack, figures.applies, asked, dialect), SCORED, dialect)
    where = f" WHERE {meant}" if meant else ""
    return [
        *made(UNCHANGED, f"SELECT * FROM {ASSESSMENTS}{where}", dialect),  # noqa: S608 - our names
        *_wanted(deed, worth, dialect),
        *made(ASSESSMENTS, f"SELECT * FROM {UNCHANGED} UNION ALL {_changed(deed, marked=True)}", dialect),  # noqa: S608 - our names
        *([_copied_votes(deed)] if deed.votes else []),
        *scored,
        _pairs(deed.pack, asked),
    ]


def stored_what_if_statements(deed: Deed, dialect: Dialect, meant: str) -> list[str]:
    """The same over the tables of a portfolio. `meant`: a condition on its table of assessments.

    Only the latest assessments of campaigns are taken.
    """
    key = f"campaign || '/' || CAST({ASSESSMENT} AS VARCHAR)"
    chosen = f"SELECT {key} FROM {PORTFOLIO_ASSESSMENTS} WHERE latest{' AND ' if meant else ''}{meant}"  # noqa: S608 - our names
    first = stored_answers(deed.pack, votes=deed.votes)
    tables = [
        made(name, select.sql(dialect=dialect, pretty=True, max_text_width=WIDTH), dialect) for name, select in first
    ]
    return [*chain.from_iterable(tables), *what_if_statements(deed, dialect, f"{KEY} IN ({chosen})")]


def made(name: str, select: str, dialect: Dialect) -> list[str]:
    """A temporary table of what a SELECT gives, in place of one with its name; no other table is dropped."""
    if dialect == "duckdb":
        return [f"CREATE OR REPLACE TEMPORARY TABLE {name} AS\n{select}"]
    return [f"DROP TABLE IF EXISTS {OWN.get(dialect, '')}{name}", f"CREATE TEMPORARY TABLE {name} AS\n{select}"]


def _stored(statements: Sequence[str], name: str, dialect: Dialect) -> list[str]:
    return [*statements[:-1], *made(name, statements[-1], dialect)]


def _gates(pack: Pack) -> list[str]:
    return [f"gate_{gate.id}" for gate in pack.rubric.gates]


# --- which changes an assessment takes -----------------------------------------------------------------------


def _worth(deed: Deed, figures: FigureColumns, dialect: Dialect) -> list[str]:
    """The statements that say what the items are worth that are to change."""
    for name in deed.items:
        figures.applies.columns.output(_worth_of(name), figures.items.values[name, "pt"])
    return statements_for(deed.pack, figures.applies, [_worth_of(name) for name in deed.items], dialect)


def _worth_of(name: str) -> str:
    return f"{name}__worth"


def _wanted(deed: Deed, worth: Sequence[str], dialect: Dialect) -> Iterator[str]:
    """What is wanted at first, and then, as often as there are items, without what brings nothing."""
    yield from made(WANTED, _first_wanted(deed), dialect)
    if deed.items:
        yield from _stored(worth, THEN, dialect)
    for _ in deed.items:
        yield from made(ASSESSMENTS, _changed(deed), dialect)
        yield from _stored(worth, NOW, dialect)
        yield from made(STILL, _still_wanted(deed), dialect)
        some = " OR ".join(_takes(at) for at, _ in enumerate(deed.scored))
        yield from made(WANTED, f"SELECT * FROM {STILL} WHERE {some}", dialect)  # noqa: S608 - our names


def _first_wanted(deed: Deed) -> str:
    """Every change, in every assessment; none of these without any that can be seen in figures."""
    takes = [f"TRUE AS {_takes(at)}" for at, _ in enumerate(deed.scored)]
    if not takes:
        return f"SELECT {KEY} FROM {UNCHANGED} WHERE FALSE"  # noqa: S608 - our names
    return f"SELECT {', '.join([KEY, *takes])} FROM {UNCHANGED}"  # noqa: S608 - our names


def _still_wanted(deed: Deed) -> str:
    takes = [f"{_still(deed, at, name)} AS {_takes(at)}" for at, name in enumerate(deed.scored)]
    both = f"JOIN {THEN} USING ({KEY}) JOIN {NOW} USING ({KEY})"
    return f"SELECT {', '.join([f'{WANTED}.{KEY}', *takes])} FROM {WANTED} {both}"  # noqa: S608 - our names


def _takes(at: int) -> str:
    return f"takes_{at}"


def _still(deed: Deed, at: int, name: str) -> str:
    """Whether a change is still wanted: an exposure that applies, or a control that is better than it was."""
    wanted, column = f"{WANTED}.{_takes(at)}", f'"{_worth_of(name)}"'
    if name not in deed.items:
        return wanted
    if deed.pack.items[name].kind == "exposure":
        return f"({wanted} AND {NOW}.{column} IS NOT NULL)"
    return f"({wanted} AND COALESCE({NOW}.{column} > {THEN}.{column}, FALSE))"


def _changed(deed: Deed, *, marked: bool = False) -> str:
    """The assessments with what they take of the changes; `marked` in their keys."""
    cells, takes = row(deed.pack, deed.changes), {name: _takes(at) for at, name in enumerate(deed.scored)}
    taken = [f"{UNCHANGED}.{KEY} || '{CHANGED}' AS {KEY}" if marked else f"{UNCHANGED}.{KEY}"]
    for column in columns(deed.pack):
        old = f'{UNCHANGED}."{column.name}"'
        if column.question in takes:
            name = column.name if column.name.endswith(NUMBER) else column_of(column.question)
            new = f"CAST({_literal(cells[name])} AS {column.type})"
            old = f'CASE WHEN {takes[column.question]} THEN {new} ELSE {old} END AS "{column.name}"'
        taken.append(old)
    return f"SELECT {', '.join(taken)} FROM {UNCHANGED} JOIN {WANTED} USING ({KEY})"  # noqa: S608 - our names and codes


def _literal(cell: Fraction | int | None) -> str:
    return "NULL" if cell is None else decimal_text(cell) if isinstance(cell, Fraction) else str(cell)


def _copied_votes(deed: Deed) -> str:
    """The votes of an assessment are those of the changed one too, except on questions that are answered now."""
    voted = f"{VOTES}.{KEY} || '{CHANGED}', question, code, number, people"
    answered = [f"NOT (question = '{name}' AND {_takes(at)})" for at, name in enumerate(deed.scored)]
    where = f" WHERE {' AND '.join(answered)}" if answered else ""
    return f"INSERT INTO {VOTES} SELECT {voted} FROM {VOTES} JOIN {WANTED} USING ({KEY}){where}"  # noqa: S608 - our names


# --- before and after ----------------------------------------------------------------------------------------


def _pairs(pack: Pack, asked: Sequence[str]) -> str:
    """Each assessment before and after; the same twice where it takes no change."""
    told = [
        f"b.{KEY}",
        "b.band AS was",
        _after("band", "now"),
        f"{_after('index_pt')} - b.index_pt AS points",
        f"({KEY_OF_AFTER} IS NOT NULL AND ({' OR '.join(_differs(pack, asked))})) AS touched",
    ]
    for gate in pack.rubric.gates:
        told += [f'b."gate_{gate.id}" AS "was_{gate.id}"', _after(f'"gate_{gate.id}"', f'"now_{gate.id}"')]
    base = f"(SELECT * FROM {SCORED} WHERE {KEY} NOT LIKE '%{CHANGED}') AS b"  # noqa: S608 - our names
    return f"SELECT {', '.join(told)} FROM {base} LEFT JOIN {SCORED} AS a ON {KEY_OF_AFTER} = b.{KEY} || '{CHANGED}'"  # noqa: S608 - our names


KEY_OF_AFTER = f"a.{KEY}"


def _after(column: str, name: str = "") -> str:
    after = f"CASE WHEN {KEY_OF_AFTER} IS NULL THEN b.{column} ELSE a.{column} END"
    return f"{after} AS {name}" if name else after


def _differs(pack: Pack, asked: Sequence[str]) -> Iterator[str]:
    """When two assessments stand differently: index, areas, band, coverage, deal-breakers, findings, open points."""
    areas = [f"{domain.id}_{end}" for domain in pack.rubric.domains for end in ENDS]
    for name in (*(f"index_{end}" for end in ENDS), *areas, "coverage"):
        yield f'COALESCE(ABS(a."{name}" - b."{name}") > {ALIKE}, (a."{name}" IS NULL) <> (b."{name}" IS NULL))'
    for name in ("band", "provisional", *(one for one in asked if one.startswith("finding_"))):
        yield f'a."{name}" IS DISTINCT FROM b."{name}"'
    for gate in _gates(pack):
        yield from (
            f"(a.\"{gate}\" = '{word}') IS DISTINCT FROM (b.\"{gate}\" = '{word}')" for word in ("not_met", "open")
        )
    for name in asked:
        if name.startswith("open_"):
            yield f'(a."{name}" IS NULL) <> (b."{name}" IS NULL)'
