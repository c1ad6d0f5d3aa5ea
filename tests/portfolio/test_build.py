"""Files become rows one by one: what is read, what has not changed, what is left out."""

from __future__ import annotations

from pathlib import Path

from hustings.portfolio.build import Built, build_portfolio
from hustings.portfolio.tables.stored_tables import StoredTables
from support.case_rows import KEYS, read


def test_what_is_read_what_stayed_and_what_is_left_out(tmp_path: Path) -> None:
    tables, steps = StoredTables(tmp_path / "p.parquet"), list[int]()
    found = {Path(name): "s" for name in ("a1", "a2", "b1", "c1")}
    outcome = build_portfolio(found, tables, read, KEYS, cores=1, seen=steps.append)
    assert (3, 0, [Built(Path("b1"), "it is bad")]) == (outcome.read, outcome.unchanged, outcome.left_out)
    assert ["a2 is the same campaign as a1: what was answered last counts."] == outcome.notes
    assert 4 == sum(steps)
    again = build_portfolio({Path("c1"): "s", Path("d1"): "s"}, tables, read, KEYS, cores=1, seen=steps.append)
    assert (1, 1) == (again.read, again.unchanged)
    assert {KEYS.of("file", "c1"), KEYS.of("file", "d1")} == tables.stamps().keys()


def test_many_files_are_read_by_several_processes(tmp_path: Path) -> None:
    tables = StoredTables(tmp_path / "p.parquet")
    found = {Path(f"{chr(65 + n // 10)}{n}"): "s" for n in range(60)} | {Path("b1"): "s"}
    outcome = build_portfolio(found, tables, read, KEYS, cores=2, seen=lambda _: None)
    assert (60, 1, 6) == (outcome.read, len(outcome.left_out), len(tables.stamps()))
