"""Files become rows one by one: what is read, what has not changed, what is left out."""

from __future__ import annotations

from pathlib import Path

from hustings.portfolio.build import Built, build_portfolio
from hustings.portfolio.case_rows import CaseRows
from hustings.portfolio.keys import Keys
from hustings.portfolio.stored_tables import StoredTables

KEYS = Keys(b"s" * 32)


def read(path: Path) -> CaseRows | str:
    """A file as rows: its name's first letter is its campaign; those of b are bad."""
    if path.name.startswith("b"):
        return "it is bad"
    file, campaign = KEYS.of("file", str(path)), path.name[0]
    made = f"{file},s,{campaign},1,True,p,1,d,,en,2026-11-30,2026-11-30 10:00:00,False,,,,,\n"
    return CaseRows(campaign, f"{file},{campaign},1,plan,answered,yes,,,,0,0\n", "", made)


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
