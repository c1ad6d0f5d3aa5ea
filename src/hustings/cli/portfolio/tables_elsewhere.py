"""Which tables a query reads, and the commands that bring them into its engine, as comments above the query."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hustings.messages import say

if TYPE_CHECKING:
    from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect

ENGINES: Mapping[Dialect, str] = {"duckdb": "DuckDB", "postgres": "PostgreSQL", "spark": "Spark"}
TABLES: Mapping[str, Mapping[str, str]] = {
    "portfolio": {
        "campaign": "text",
        "assessment": "integer",
        "question": "text",
        "code": "bigint",
        "number": "numeric(24, 12)",
    },
    "portfolio_votes": {
        "campaign": "text",
        "assessment": "integer",
        "question": "text",
        "code": "bigint",
        "number": "numeric(24, 12)",
        "people": "integer",
    },
    "portfolio_assessments": {
        "campaign": "text",
        "assessment": "integer",
        "latest": "boolean",
        "pack": "text",
        "version": "text",
        "digest": "text",
        "edition": "text",
        "office": "text",
        "place": "text",
        "size": "text",
    },
}
"""The tables under the names that a query reads, with those of their columns that it reads or groups by, and types."""
WIDTH = 100


def reads(dialect: Dialect) -> Iterator[str]:
    """Which tables a query reads and how they come into the engine, as comments."""
    yield from commented(say("It reads the tables that `hustings portfolio build` writes, under these names:"))
    if dialect == "postgres":
        yield from _into_postgresql()
    else:
        yield from (f"--   {_view(name, dialect)}" for name in TABLES)
    if dialect == "spark":
        yield from commented(say("In Python, before `spark.sql` runs the statements one after the other:"))
        yield from (f"--   spark.read.parquet('{parquet(name)}').createOrReplaceTempView('{name}')" for name in TABLES)
        yield from commented(say("Spark makes 200 parts of each step. For less than a million answers set this too:"))
        yield "--   SET spark.sql.shuffle.partitions = 4;"


def parquet(name: str) -> str:
    """The file that holds a table, where the answers are in `portfolio.parquet`."""
    return f"{name.replace('_', '-')}.parquet"


def _view(name: str, dialect: Dialect) -> str:
    if dialect == "duckdb":
        return f"CREATE VIEW {name} AS FROM '{parquet(name)}';"
    return f"CREATE TEMPORARY VIEW {name} USING parquet OPTIONS (path '{parquet(name)}');"


def _into_postgresql() -> Iterator[str]:
    """PostgreSQL reads no Parquet: DuckDB writes CSV, and psql loads it."""
    yield from (f"--   {name} ({parquet(name)})" for name in TABLES)
    yield from commented(say("PostgreSQL reads no Parquet. So first in DuckDB, where these files are:"))
    yield from (f"--   {to_csv(name)}" for name in TABLES)
    yield from commented(say("Then in psql, in the same folder:"))
    for name in TABLES:
        yield from textwrap.wrap(created(name), WIDTH, initial_indent="--   ", subsequent_indent="--     ")
        yield f"--   {loaded(name)}"
    yield from commented(say("And then this script, from a file: {command}", command="psql -q --csv -f rubric.sql"))


def to_csv(name: str) -> str:
    """The statement with which DuckDB writes a table as CSV."""
    return f"COPY (SELECT {', '.join(TABLES[name])} FROM '{parquet(name)}') TO '{name}.csv' (HEADER);"  # noqa: S608 - our names


def created(name: str) -> str:
    """The statement that makes a table in PostgreSQL."""
    columns = ", ".join(f"{column} {kind}" for column, kind in TABLES[name].items())
    return f"CREATE TABLE {name} ({columns});"


def loaded(name: str) -> str:
    """The command of psql that fills it."""
    return rf"\copy {name} FROM '{name}.csv' WITH (FORMAT csv, HEADER true)"


def commented(text: str) -> Iterator[str]:
    """A text as lines of a comment."""
    return (f"-- {line}" for line in textwrap.wrap(text, WIDTH))
