"""Assessments in a DuckDB database, as the rubric's query reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import duckdb
from sqlglot import exp

from hustings.answers.events import Answer
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.conditions.applicability_columns import AppliesColumns
from hustings.portfolio.rubric_sql.query import rubric_columns, rubric_sql, whole_query
from hustings.portfolio.rubric_sql.query_parts.columns import Columns
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr
from hustings.portfolio.tables import assessment_table


def cell(value: Fraction | int | None) -> str | int | None:
    """A value as a parameter: DuckDB takes the text of a decimal."""
    return assessment_table.decimal_text(value) if isinstance(value, Fraction) else value


def filled(pack: Pack, assessments: Sequence[Mapping[str, Answer]]) -> duckdb.DuckDBPyConnection:
    """A database with the tables of these assessments, which are numbered from 0.

    To optimize the query of a rubric takes DuckDB five times as long as to run it for so few. What reads stored tables
    (`hustings.portfolio.tables.stored_tables`) is tested with the optimizer, as it ships.
    """
    db = duckdb.connect(config={"threads": 1})
    db.execute("pragma disable_optimizer")
    columns = assessment_table.columns(pack)
    typed = ", ".join(f'"{column.name}" {column.type}' for column in columns)
    db.execute(f"create table assessments(assessment bigint, {typed})")
    db.execute(
        "create table votes(assessment bigint, question varchar, code bigint, number decimal(24, 12), people int)"
    )
    rows, votes = [], []
    for number, answers in enumerate(assessments):
        cells = assessment_table.row(pack, answers)
        rows.append([number, *(cell(cells[column.name]) for column in columns)])
        votes += [[number, v.question, v.code, cell(v.number), v.people] for v in assessment_table.votes(pack, answers)]
    marks = ", ".join("?" * (len(columns) + 1))
    if rows:
        db.executemany(f"insert into assessments values ({marks})", rows)  # noqa: S608 - question marks
    if votes:
        db.executemany("insert into votes values (?, ?, ?, ?, ?)", votes)
    return db


def scored_by_sql(
    pack: Pack, assessments: Sequence[Mapping[str, Answer]], *, votes: bool = True, findings: bool = False
) -> list[dict[str, object]]:
    """What the rubric's query says of each assessment, in their order."""
    sql = rubric_sql(pack, "duckdb", votes=votes, findings=findings)
    with filled(pack, assessments) as db:
        result = db.execute(f"select * from ({sql}) order by assessment")  # noqa: S608 - made here
        names = [column[0] for column in result.description]
        return [dict(zip(names, values, strict=True)) for values in result.fetchall()]


def columns_of(
    pack: Pack, assessments: Sequence[Mapping[str, Answer]], names: Sequence[str], *, votes: bool = True
) -> list[dict[str, object]]:
    """Columns of the layers of the rubric's query, for each assessment; constant columns are left out."""
    return made_columns_of(rubric_columns(pack, votes=votes).applies, assessments, names)


def made_columns_of(
    columns: AppliesColumns, assessments: Sequence[Mapping[str, Answer]], names: Sequence[str]
) -> list[dict[str, object]]:
    """The same of columns that a test made itself."""
    pack, kept = columns.pack, [name for name in names if name in columns.columns.layer_of]
    sql = whole_query(pack, columns, kept).sql(dialect="duckdb")
    with filled(pack, assessments) as db:
        result = db.execute(f"select * exclude (assessment) from ({sql}) order by assessment")  # noqa: S608 - made here
        order = [one[0] for one in result.description]
        return [dict(zip(order, row, strict=True)) for row in result.fetchall()]


def without_votes(pack: Pack) -> AppliesColumns:
    """The columns of applicability for tables without votes, to make others from."""
    applies = AppliesColumns(pack, Columns(), None)
    applies.make()
    return applies


def value_of(expression: Expr, table: str = "(select 1)") -> object:
    """What DuckDB makes of an expression."""
    with duckdb.connect(config={"threads": 1}) as db:
        row = db.execute(exp.select(expression).from_(table).sql(dialect="duckdb")).fetchone()
        assert row is not None
        return row[0]
