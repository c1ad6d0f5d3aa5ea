"""`hustings portfolio build`: a folder of case files as tables; what cannot be read is named, and the rest goes on."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from hustings.casefile import open_case
from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow


def folder(tmp_path: Path) -> Path:
    """Two campaigns that are the same one, one of them open; what is no case file; a link."""
    (tmp_path / "cases" / "more").mkdir(parents=True)
    case_with_sample(tmp_path / "cases")
    case_with_sample(tmp_path / "cases" / "more", "copy")
    (tmp_path / "cases" / "bad.hustings").write_text("junk")
    (tmp_path / "cases" / "link.hustings").symlink_to("/etc/passwd")
    return tmp_path


def test_what_can_be_read_is_in_the_tables_and_the_rest_is_named(tmp_path: Path) -> None:
    before = (folder(tmp_path) / "cases" / "rivera.hustings").read_bytes()
    with open_case(tmp_path / "cases" / "more" / "copy.hustings"):
        ran = hustings("portfolio", "build", "cases", cwd=tmp_path)
    cases = tmp_path.resolve() / "cases"
    assert (1, "2 files were read, 0 had not changed: portfolio.parquet\n") == (ran.code, ran.out)
    assert [
        f"{cases}/rivera.hustings is the same campaign as {cases}/more/copy.hustings: what was answered last counts.",
        f"{cases}/bad.hustings: bad.hustings is not a case file.",
        "1 file was left out.",
    ] == ran.err.splitlines()
    assert before == (cases / "rivera.hustings").read_bytes()
    with duckdb.connect() as db:
        counted = db.execute(f"select count(*), count(distinct campaign) from '{tmp_path}/portfolio.parquet'")  # noqa: S608 - ours
        assert (71, 1) == counted.fetchone()
        (named,) = db.execute(f"select name from '{tmp_path}/portfolio-assessments.parquet'").fetchall()  # noqa: S608 - ours
        assert (None,) == named
    (cases / "bad.hustings").unlink()
    (cases / "more" / "copy.hustings").unlink()
    hustings("portfolio", "build", "cases", cwd=tmp_path)
    again = hustings("portfolio", "build", "cases", cwd=tmp_path)
    assert (0, "0 files were read, 1 had not changed: portfolio.parquet\n") == (again.code, again.out)


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    said = "There is no folder none.\n  Name the folder in which the case files are, such as ./cases.\n"
    assert said == refused(tmp_path, "portfolio", "build", "none")
    (tmp_path / "empty").mkdir()
    none = "There is no case file in the folder empty.\n  Case files end in .hustings.\n"
    assert none == refused(tmp_path, "portfolio", "build", "empty")
    case_with_sample(tmp_path / "empty")
    other = "p.csv does not end in .parquet.\n  Tables are Parquet.\n"
    assert other == refused(tmp_path, "portfolio", "build", "empty", "--out", "p.csv")
    (tmp_path / "portfolio.key").write_text("guess")
    said = refused(tmp_path, "portfolio", "build", "empty")
    assert "portfolio.key holds no secret for the keys of a portfolio." == said.splitlines()[0]


def test_where_no_file_can_be_read_the_tables_are_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "x.hustings").write_bytes(b"junk")
    ran = hustings("portfolio", "build", ".", cwd=tmp_path)
    assert 1 == ran.code
    assert ran.err.endswith("1 file was left out.\nThe tables are empty: no file could be read.\n")
