"""What a verb says of tables that are not there, or of another form."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from hustings.cli.portfolio.stored_portfolio import stored_portfolio
from hustings.problems import InputError


def test_tables_that_are_missing_or_of_another_form(tmp_path: Path) -> None:
    path = tmp_path / "p.parquet"
    with pytest.raises(InputError, match=r"There is no table .*p\.parquet"):
        stored_portfolio(path)
    with duckdb.connect() as db:
        db.execute(f"copy (select 1 as x) to '{path}' (kv_metadata {{hustings: '1 every=True'}})")
    for part in ("votes", "assessments", "packs"):
        shutil.copy(path, tmp_path / f"p-{part}.parquet")
    with pytest.raises(InputError, match="were made by another version of Hustings"):
        stored_portfolio(path)
