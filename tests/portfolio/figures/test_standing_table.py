"""Campaigns as a table: typed columns, names only if asked for."""

from __future__ import annotations

from pathlib import Path

import duckdb

from hustings.portfolio.figures.standing_table import COLUMNS, write_standings
from support.standings import campaign, gap


def test_a_row_a_campaign(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    one = campaign("a", 50, failed=["locked"], gaps=[gap("g")], name="Ann")
    write_standings(path, [one, campaign("b")], named=False)
    with duckdb.connect() as db:
        shape = {row[0]: row[1] for row in db.execute(f"describe from '{path}'").fetchall()}
        rows = db.execute(f"select campaign, name, index_pt, fails, gaps, hours_needed from '{path}'").fetchall()  # noqa: S608 - ours
    assert list(COLUMNS) == list(shape)
    assert "VARCHAR[]" == shape["fails"]
    assert [("a", None, 50.0, ["locked"], ["g"], 10.0), ("b", None, 50.0, [], [], 10.0)] == rows
    write_standings(path, [one], named=True)
    with duckdb.connect() as db:
        assert [("Ann",)] == db.execute(f"select name from '{path}'").fetchall()  # noqa: S608 - ours
