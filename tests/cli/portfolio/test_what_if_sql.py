"""What one deed would do as SQL: what it reads and gives is said, and what was typed is never in the statements."""

from __future__ import annotations

from pathlib import Path

from hustings.cli.portfolio.what_if_sql import what_if_sql
from hustings.portfolio.moved_by_sql import groups_meant
from support.stored_campaigns import stored


def test_a_script(tmp_path: Path) -> None:
    tables = stored(tmp_path)
    (group, *_) = groups_meant(tables, ())
    lines = [*what_if_sql(tables, [group], ["sign_in=fully\n; drop table x"], (("office", "o'hare"),), "duckdb")]
    said = [line for line in lines if line.startswith("-- ")]
    assert said[0].startswith("-- What sign_in=fully")
    assert "--   CREATE VIEW portfolio AS FROM 'portfolio.parquet';" in lines
    statements = "\n".join(line for line in lines if not line.startswith("--"))
    assert "office = 'o''hare'" in statements
    assert "drop table x" not in statements
