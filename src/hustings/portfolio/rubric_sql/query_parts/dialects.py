"""The engines in whose SQL the rubric is written, and what each of them wants otherwise than DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from sqlglot import exp

from hustings.portfolio.rubric_sql.query_parts.bits import plain_words
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, as_real

Dialect = Literal["duckdb", "postgres", "spark"]
"""The engines on which the rubric was run."""
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)
OWN: Mapping[Dialect, str] = {"postgres": "pg_temp."}
"""Before the name of a table that is dropped: so one of somebody else that has the name is left alone."""
STORED: Mapping[Dialect, str] = {
    "postgres": "DROP TABLE IF EXISTS "
    + OWN["postgres"]
    + "{name};\nCREATE TEMPORARY TABLE {name} AS\n{select};\nANALYZE {name}",
    "spark": "CREATE OR REPLACE TEMPORARY VIEW {name} AS\n{select};\nUNCACHE TABLE {name};\nCACHE TABLE {name}",
}
"""How a step is stored, for engines that would put a nested step into the next, and that into the next.

Spark's DROP VIEW cannot say that it means a temporary view, and would drop one that somebody stored by this name. A
temporary view hides that one. What an earlier run stored is forgotten first: the tables may have changed since.
"""
FIRST: Mapping[Dialect, tuple[str, ...]] = {
    "spark": (
        "SET spark.sql.codegen.wholeStage = false",
        "SET spark.sql.codegen.factoryMode = NO_CODEGEN",
        "SET spark.sql.adaptive.enabled = false",
        "SET spark.sql.legacy.storeAnalyzedPlanForView = true",
    ),
}
"""What is set before the first step. Spark would compile each step, which takes minutes for so many columns."""


def for_engine(select: exp.Select, dialect: Dialect) -> exp.Select:
    """A SELECT as an engine understands it, in place; as it is for DuckDB."""
    if dialect not in STORED:
        return select
    select.transform(plain_words, copy=False)
    if dialect == "postgres":
        select.transform(_typed, copy=False)
    else:
        _count_from_zero(select)
    return select


def _typed(part: Expr) -> Expr:
    """A number such as 0.5e0 says that it is a double, which PostgreSQL does not take it for."""
    is_real = isinstance(part, exp.Literal) and not part.is_string and "e" in part.this
    return as_real(part) if is_real and not isinstance(part.parent, exp.Cast) else part


def _count_from_zero(select: exp.Select) -> None:
    """Read lists from 0, as NULL beyond their ends: there Spark's brackets would end the query."""
    for part in reversed(list(select.find_all(exp.Bracket))):  # the innermost first
        lookup = exp.Anonymous(this="GET", expressions=[part.this, _less_one(part.expressions[0])])
        lookup.add_comments(part.comments)
        part.replace(lookup)


def _less_one(place: Expr) -> Expr:
    """A place, which is counted from 1, counted from 0."""
    last = place.expression if isinstance(place, exp.Add) else None
    if isinstance(last, exp.Literal):
        return exp.Add(this=place.this, expression=exp.Literal.number(int(last.this) - 1))
    return exp.Sub(this=exp.paren(place), expression=exp.Literal.number(1))
