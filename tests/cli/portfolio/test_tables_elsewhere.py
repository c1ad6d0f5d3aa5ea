"""The commands that bring the tables elsewhere are those that work: `make test-engines` runs them as printed."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from engines.printed import commands
from hustings.cli.portfolio.tables_elsewhere import TABLES, commented, created, loaded, parquet, reads, to_csv
from hustings.portfolio.rubric_sql.query_parts.dialects import DIALECTS, Dialect
from support.stored_campaigns import stored


def test_a_table_goes_to_csv_with_the_columns_that_are_made_for_it(tmp_path: Path) -> None:
    tables = stored(tmp_path)
    with duckdb.connect() as db:
        for name, path in zip(TABLES, (tables.path, tables.votes, tables.assessments), strict=True):
            db.execute(to_csv(name).replace(parquet(name), str(path)).replace("TO '", f"TO '{tmp_path}/"))
            db.execute(created(name))
            db.execute(f"insert into {name} from read_csv('{tmp_path}/{name}.csv', header = true)")
        kept = "select count(*), min(campaign), max(number) from"
        same = f"{kept} '{tables.path}'", f"{kept} portfolio"
        assert db.execute(same[0]).fetchall() == db.execute(same[1]).fetchall()


def test_what_is_printed_for_postgresql() -> None:
    told = commands("\n".join(reads("postgres")))
    assert [to_csv(name) for name in TABLES] == told[3:6]
    assert [line for name in TABLES for line in (created(name), loaded(name))] == told[6:]
    assert r"\copy portfolio_votes FROM 'portfolio_votes.csv' WITH (FORMAT csv, HEADER true)" in told


def test_what_is_printed_for_spark() -> None:
    told = commands("\n".join(reads("spark")))
    assert "CREATE TEMPORARY VIEW portfolio_votes USING parquet OPTIONS (path 'portfolio-votes.parquet');" == told[1]
    assert "spark.read.parquet('portfolio.parquet').createOrReplaceTempView('portfolio')" == told[3]
    assert "SET spark.sql.shuffle.partitions = 4;" == told[-1]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_line_is_a_comment(dialect: Dialect) -> None:
    assert all(line.startswith("-- ") for line in reads(dialect))


def test_a_long_text_is_broken() -> None:
    assert ["-- " + "a" * 60, "-- " + "b" * 60] == list(commented(f"{'a' * 60} {'b' * 60}"))
