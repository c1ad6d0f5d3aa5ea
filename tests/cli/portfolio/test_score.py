"""`hustings portfolio score`: from a folder of case files to figures, which are those of `hustings score`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import duckdb
import pytest

from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow


def test_the_index_of_a_case_is_that_of_its_own_score(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    hustings("portfolio", "build", ".", cwd=tmp_path)
    ran = hustings("portfolio", "score", "portfolio.parquet", cwd=tmp_path)
    assert (0, "exposed: 1\nWritten: portfolio-scored.parquet\nWritten: portfolio-scored-findings.parquet\n") == (
        ran.code,
        ran.out,
    )
    index = json.loads(hustings("score", "rivera", "--json", cwd=tmp_path).out)["index"]["pt"]["decimal"]
    with duckdb.connect() as db:
        (found,) = db.execute(f"select index_pt from '{tmp_path}/portfolio-scored.parquet'").fetchall()  # noqa: S608 - ours
    assert index == pytest.approx(found[0], abs=1e-6)


def test_without_tables_it_says_what_makes_them(tmp_path: Path) -> None:
    said = "There is no table none.parquet.\n  `hustings portfolio build` makes it from a folder of case files.\n"
    assert said == refused(tmp_path, "portfolio", "score", "none.parquet")


def test_a_pipe_and_a_file_of_another_kind_are_refused(tmp_path: Path) -> None:
    said = "There is no table pipe.parquet.\n  `hustings portfolio build` makes it from a folder of case files.\n"
    os.mkfifo(tmp_path / "pipe.parquet")
    assert said == refused(tmp_path, "portfolio", "score", "pipe.parquet")
    for ending in ("", "-votes", "-assessments", "-packs"):
        (tmp_path / f"text{ending}.parquet").write_text("campaign,assessment\n1,1\n")
    said = (
        "text.parquet, or a table beside it, is damaged.\n"
        "  `hustings portfolio build` makes it from a folder of case files.\n"
    )
    assert said == refused(tmp_path, "portfolio", "score", "text.parquet")


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    assert ". is a folder." in refused(tmp_path, "portfolio", "score", ".")
