"""What an engine other than DuckDB wants otherwise."""

from __future__ import annotations

import pytest
from sqlglot import exp

from hustings.portfolio.rubric_sql.query_parts.bits import LEAST_CODE, listed, looked_up, word_of
from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect, for_engine
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, col, real, total, whole


@pytest.mark.parametrize(
    ("dialect", "expression", "text"),
    [
        ("duckdb", listed(col("a"), [7, 8]), 'SELECT [7, 8]["a"]'),
        ("spark", listed(col("a"), [7, 8]), "SELECT GET(ARRAY(7, 8), (`a`) - 1)"),
        ("spark", looked_up(col("a"), [7, 8]), f"SELECT GET(ARRAY(7, 8), `a` + {-LEAST_CODE})"),
        (
            "spark",
            listed(listed(col("a"), [1, 2]), [7, 8]),
            "SELECT GET(ARRAY(7, 8), (GET(ARRAY(1, 2), (`a`) - 1)) - 1)",
        ),
        ("spark", word_of(whole(1), ["a", "b"]), "SELECT GET(ARRAY('a', 'b'), (1) - 1)"),
        ("spark", real(0.5), "SELECT 0.5e0"),
        ("postgres", total([real(0.5), col("a")]), 'SELECT CAST(0.5e0 AS DOUBLE PRECISION) + "a"'),
    ],
)
def test_an_expression(dialect: Dialect, expression: Expr, text: str) -> None:
    assert text == for_engine(exp.select(expression), dialect).sql(dialect=dialect)
