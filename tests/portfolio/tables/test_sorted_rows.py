"""Rows in order are the same rows, whether they are put in order at once or some campaigns at a time."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from hustings.portfolio.tables.sorted_rows import sorted_rows

ROWS = (
    "select format('c{:02d}', i * 7 % 13) as campaign, i % 2 as assessment, format('q{:03d}', i * 31 % 97) as question "
    "from range(400) t(i)"
)


@pytest.mark.parametrize("span", [1, 5, 100])
def test_in_order(tmp_path: Path, span: int) -> None:
    with duckdb.connect() as db:
        db.execute(f"create table chosen as select distinct campaign, assessment from ({ROWS})")  # noqa: S608 - ours
        found = db.execute(sorted_rows(db, ROWS, tmp_path / "it's pieces", span)).fetchall()
        assert sorted(db.execute(ROWS).fetchall()) == found


def test_of_no_campaign_there_is_none(tmp_path: Path) -> None:
    with duckdb.connect() as db:
        db.execute("create table chosen(campaign varchar, assessment int)")
        nothing = f"select * from ({ROWS}) where false"  # noqa: S608 - ours
        assert [] == db.execute(sorted_rows(db, nothing, tmp_path / "pieces")).fetchall()
