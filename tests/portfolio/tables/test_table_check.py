"""Tables that anybody may have sent: what is none of ours is refused before it is scored."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from hustings.cli.portfolio.stored_portfolio import stored_portfolio
from hustings.portfolio.scored_portfolio import score_portfolio
from hustings.portfolio.tables.case_rows import ASSESSMENTS
from hustings.portfolio.tables.stored_tables import FORM, Parts, StoredTables, connected, quoted
from hustings.portfolio.tables.table_check import readable
from hustings.problems import InputError


def made(folder: Path) -> StoredTables:
    """Tables with one assessment and no answers."""
    found = Parts.inside(folder)
    found.answers.write_text("")
    found.votes.write_text("")
    row = ["f", "s", "c", "1", "True", "p", "1", "d", "", "en", "2026-11-30", "2026-11-30 10:00:00", "False"]
    found.assessments.write_text(",".join([*row, *[""] * (len(ASSESSMENTS) - len(row))]) + "\n")
    tables = StoredTables(folder / "all.parquet")
    tables.write(found, {"d": b"no pack"}, [])
    return tables


def refused(tables: StoredTables) -> str:
    with pytest.raises(InputError) as wrong:
        score_portfolio(stored_portfolio(tables.path), tables.path.with_name("scored.parquet"))
    assert wrong.value.hint
    return wrong.value.what


def changed(path: Path, statement: str) -> None:
    with duckdb.connect() as db:
        db.execute(f"create table t as select * from read_parquet({quoted(path)})")  # noqa: S608 - ours
        db.execute(statement)
        form = f"kv_metadata {{hustings: '{FORM} '}}"
        db.execute(f"copy t to {quoted(path)} (format parquet, {form})")


def test_tables_of_ours_pass_and_a_pack_that_is_none_is_left_out(tmp_path: Path) -> None:
    tables = made(tmp_path)
    tables.check()
    assert "None of the packs of these assessments can be read." == refused(tables)


@pytest.mark.parametrize(
    ("table", "statement", "said"),
    [
        ("", "alter table t drop column code", "all.parquet is not a table of a portfolio: it has no column `code`."),
        ("", "alter table t alter code type varchar",
         "all.parquet is not a table of a portfolio: its column `code` holds something else."),
        ("-votes", "alter table t alter people type blob using null",
         "all-votes.parquet is not a table of a portfolio: its column `people` holds something else."),
        ("-assessments", 'alter table t add column "\x1b]52;c;eA==\x07" int',
         "all-assessments.parquet is not a table of a portfolio: it has a column `\\x1b]52;c;eA==\\x07`."),
        ("-assessments", "update t set campaign = null",
         "all-assessments.parquet is not a table of a portfolio: an assessment has no `campaign`."),
        ("-packs", "alter table t alter content type varchar using 'x'",
         "all-packs.parquet is not a table of a portfolio: its column `content` holds something else."),
    ],
)  # fmt: skip
def test_other_columns_are_named(tmp_path: Path, table: str, statement: str, said: str) -> None:
    tables = made(tmp_path)
    changed(tmp_path / f"all{table}.parquet", statement)
    assert said == refused(tables)


def test_what_is_no_parquet_a_link_to_itself_and_a_folder(tmp_path: Path) -> None:
    tables = made(tmp_path)
    tables.votes.write_bytes(b"PAR1")
    assert "all-votes.parquet, or a table beside it, is damaged." == refused(tables)
    tables.votes.write_bytes(tables.path.read_bytes()[:-40] + b"\0" * 32 + b"\x18\0\0\0PAR1")
    assert "all-votes.parquet, or a table beside it, is damaged." == refused(tables)
    tables.votes.unlink()
    tables.votes.symlink_to(tables.votes)
    assert f"There is no table {tables.votes}." == refused(tables)
    tables.votes.unlink()
    tables.votes.mkdir()
    assert f"There is no table {tables.votes}." == refused(tables)


def test_damage_among_the_rows_is_found_when_they_are_read(tmp_path: Path) -> None:
    tables = made(tmp_path)
    content = bytearray(tables.assessments.read_bytes())
    end = len(content) - 8 - int.from_bytes(content[-8:-4], "little")  # there its columns are told
    content[4:end] = b"\xff" * (end - 4)
    tables.assessments.write_bytes(content)
    assert "all.parquet, or a table beside it, is damaged." == refused(tables)


def test_a_table_that_would_take_all_memory_is_left(tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    with pytest.raises(InputError) as wrong, connected() as db, readable(path):
        db.execute("select list(repeat('x', 100000) || i) from range(9000) t(i)").fetchall()
    assert "all.parquet takes more memory than a table of a portfolio does." == wrong.value.what


def test_a_pack_larger_than_packs_are_is_not_read(tmp_path: Path) -> None:
    tables = made(tmp_path)
    changed(tables.packs, "update t set content = repeat('x', 3000000)::blob")
    assert tables.pack("d", "p") is None
