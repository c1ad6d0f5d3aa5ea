"""Columns stand in the layer above their parts; what nobody needs is left out."""

from __future__ import annotations

from sqlglot import exp

from hustings.portfolio.rubric_sql.query_parts.columns import Columns
from hustings.portfolio.rubric_sql.query_parts.expressions import col, total, whole


def test_each_layer_uses_the_layers_below() -> None:
    columns = Columns()
    double = columns.define("double", total([col("a"), col("a")]), "twice a")
    columns.output("unused", total([col("a"), whole(1)]))
    columns.output("result", total([double, whole(1)]))
    sql = columns.query(exp.to_table("numbers"), ["result"]).sql("duckdb")
    assert (
        'WITH layer_0 AS (SELECT *, "a" + "a" AS "double" /* twice a */ FROM numbers), '
        'layer_1 AS (SELECT *, "double" + 1 AS "result" FROM layer_0) SELECT "result" FROM layer_1'
    ) == sql


def test_a_constant_needs_no_column() -> None:
    columns = Columns()
    assert whole(-3) == columns.define("constant", whole(-3))
    assert {} == columns.layer_of
