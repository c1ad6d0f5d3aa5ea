"""`hustings portfolio sql`: the printed query gives what `hustings portfolio score` writes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow
VIEWS = ("portfolio", "portfolio_votes", "portfolio_assessments")


def test_the_printed_query_gives_the_scored_table(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    hustings("portfolio", "build", ".", cwd=tmp_path)
    hustings("portfolio", "score", "portfolio.parquet", cwd=tmp_path)
    printed = hustings("portfolio", "sql", cwd=tmp_path).out
    with duckdb.connect() as db:
        for name in VIEWS:
            db.execute(f"create view {name} as from '{tmp_path}/{name.replace('_', '-')}.parquet'")
        db.execute(f"create table printed as {printed}")
        compared = "index_lo, index_pt, index_hi, band, coverage, provisional, gate_accounts_locked"
        rows = db.execute(f"select {compared} from printed").fetchall()  # noqa: S608 - ours
        assert db.execute(f"select {compared} from '{tmp_path}/portfolio-scored.parquet'").fetchall() == rows  # noqa: S608 - ours
        assert [1] == [len(rows)]


def test_it_says_what_it_reads_and_which_line_of_the_pack_each_part_is(tmp_path: Path) -> None:
    told = hustings("portfolio", "sql", "--edition", "quick", "--no-votes", cwd=tmp_path).out
    first = told.splitlines()
    assert ["-- It is for assessments in the edition quick."] == first[1:2]
    assert "--   CREATE VIEW portfolio AS FROM 'portfolio.parquet';" in first
    assert "controls of privacy, values in parts of 100" in told
    assert '["sign_in__code" + 4] /* rubric/privacy.yaml:' in told
    assert "portfolio_votes" not in told.split("WITH", 1)[1]


def test_it_can_be_written_to_a_file(tmp_path: Path) -> None:
    assert "Written: rubric.sql\n" == hustings("portfolio", "sql", "--out", "rubric.sql", cwd=tmp_path).out
    assert "layer_0 AS" in (tmp_path / "rubric.sql").read_text()


def test_an_unknown_engine_is_told(tmp_path: Path) -> None:
    assert "'oracle' is not" in refused(tmp_path, "portfolio", "sql", "--dialect", "oracle", code=2)


def test_a_script_of_steps_for_postgresql(tmp_path: Path) -> None:
    told = hustings("portfolio", "sql", "--dialect", "postgres", "--edition", "quick", "--findings", cwd=tmp_path).out
    assert "--   portfolio_votes (portfolio-votes.parquet)" in told.splitlines()
    assert told.index("CREATE TEMPORARY TABLE chosen AS") < told.index("CREATE TEMPORARY TABLE layer_0 AS")
    assert '"finding_records_rule"' in told.rsplit("SELECT", 1)[1]


def test_a_script_of_steps_for_spark(tmp_path: Path) -> None:
    told = hustings("portfolio", "sql", "--dialect", "spark", "--edition", "quick", "--findings", cwd=tmp_path).out
    assert "--   CREATE TEMPORARY VIEW portfolio USING parquet OPTIONS (path 'portfolio.parquet');" in told.splitlines()
    assert told.index("SET spark.sql.codegen.wholeStage = false;") < told.index("VIEW layer_0 AS")
    assert "DROP" not in told  # it would take a stored view of this name
    assert "GET(ARRAY(" in told
    assert "`finding_records_rule`" in told.rsplit("SELECT", 1)[1]
