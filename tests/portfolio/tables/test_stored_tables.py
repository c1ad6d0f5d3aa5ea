"""Tables on disk: written, gone on with, and left alone where they are none of ours."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pytest

from hustings.portfolio.tables.stored_tables import Parts, StoredTables, connected, parquet
from hustings.problems import InputError


def parts(folder: Path, *files: tuple[str, str, str]) -> Parts:
    """New rows of a file, a campaign and the time of its last answer each, with one answer."""
    found = Parts.inside(folder)
    found.answers.write_text("".join(f"{f},{c},1,plan,answered,yes,,,,0,0\n" for f, c, _ in files))
    found.votes.write_text("".join(f"{f},{c},1,plan,0,,2\n" for f, c, _ in files))
    rest = ",,,"
    found.assessments.write_text(
        "".join(f"{f},s1,{c},1,True,p,1,d,,en,2026-11-30,{at},False{rest},,,,\n" for f, c, at in files)
    )
    return found


def campaigns(tables: StoredTables) -> list[list[tuple[object, ...]]]:
    with duckdb.connect() as db:
        return [db.execute(f"select campaign, * from {parquet(path)}").fetchall() for path in tables.paths[:3]]  # noqa: S608 - ours


def test_new_rows_and_those_of_files_that_have_not_changed(tmp_path: Path) -> None:
    tables = StoredTables(tmp_path / "it's [1]*?.parquet", "x")
    assert {} == tables.stamps()
    tables.write(parts(tmp_path, ("f1", "c1", "2026-11-30 10:00:00"), ("f2", "c2", "2026-11-30 10:00:00")), {}, [])
    assert {"f1": "s1", "f2": "s1"} == tables.stamps()
    assert [["c1", "c2"]] * 3 == [[row[0] for row in rows] for rows in campaigns(tables)]
    tables.write(parts(tmp_path, ("f3", "c3", "2026-11-30 10:00:00")), {}, ["f1"])
    assert [["c1", "c3"]] * 3 == [[row[0] for row in rows] for rows in campaigns(tables)]
    assert 0o600 == tables.path.stat().st_mode & 0o777


def test_of_two_files_with_one_campaign_the_one_that_was_answered_last_counts(tmp_path: Path) -> None:
    tables = StoredTables(tmp_path / "p.parquet")
    tables.write(parts(tmp_path, ("f1", "c1", "2026-11-30 10:00:00"), ("f2", "c1", "2026-12-01 10:00:00")), {}, [])
    assert {"f2": "s1"} == tables.stamps()
    assert [1, 1, 1] == [len(rows) for rows in campaigns(tables)]
    tables.write(parts(tmp_path, ("f9", "c1", "2026-12-02 10:00:00")), {}, ["f2"])
    assert {"f9": "s1"} == tables.stamps()


def test_tables_made_otherwise_are_not_gone_on_with(tmp_path: Path) -> None:
    StoredTables(tmp_path / "p.parquet", "x").write(parts(tmp_path, ("f1", "c1", "2026-11-30 10:00:00")), {}, [])
    assert {} == StoredTables(tmp_path / "p.parquet", "y").stamps()
    (tmp_path / "p-votes.parquet").unlink()
    assert {} == StoredTables(tmp_path / "p.parquet", "x").stamps()


def test_a_file_that_is_no_table_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "p.parquet").write_text("my notes")
    with pytest.raises(InputError) as wrong:
        StoredTables(tmp_path / "p.parquet").stamps()
    assert str(wrong.value) == (
        "p.parquet is already there, and is not a table of a portfolio.\n  Choose another name, or move that file away."
    )


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    new = parts(tmp_path, ("f1", "c1", "2026-11-30 10:00:00"))
    with pytest.raises(InputError) as wrong:
        StoredTables(tmp_path / "none" / "p.parquet").write(new, {}, [])
    said = "none/p.parquet cannot be written (No such file or directory).\n  Choose another place."
    assert str(wrong.value).endswith(said)


@pytest.mark.parametrize(("name", "module"), [("DuckDB", "duckdb"), ("SQLGlot", "sqlglot")])
def test_without_a_part_of_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError) as wrong:
        connected()
    said = f"This needs {name}, which is not installed.\n  Install it: pip install 'hustings[portfolio]'"
    assert said == str(wrong.value)
