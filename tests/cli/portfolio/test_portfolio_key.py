"""Tables of a folder share a secret and a memory of benchmarks; one that has its own keeps it."""

from __future__ import annotations

from pathlib import Path

from hustings.cli.portfolio.portfolio_key import key_of, published_of


def test_tables_of_a_folder_share_a_secret_unless_they_have_one(tmp_path: Path) -> None:
    january, february = tmp_path / "january.parquet", tmp_path / "february.parquet"
    assert tmp_path / "portfolio.key" == key_of(january) == key_of(february)
    (tmp_path / "january.key").write_text("")
    assert (tmp_path / "january.key", tmp_path / "january-published.json") == (key_of(january), published_of(january))
    assert tmp_path / "portfolio-published.json" == published_of(february)
