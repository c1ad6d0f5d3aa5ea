"""`hustings portfolio rehearse`: case files that any verb opens, and nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.cli import hustings, refused

pytestmark = pytest.mark.slow


def test_invented_campaigns_are_case_files_like_any_other(tmp_path: Path) -> None:
    told = hustings("portfolio", "rehearse", "all", "--campaigns", "3", "--edition", "quick", cwd=tmp_path)
    assert (0, "3 invented campaigns are in all.") == (told.code, told.out.splitlines()[0])
    assert told.out.splitlines()[1].endswith("hustings portfolio build all")
    assert ["invented-00001", "invented-00002", "invented-00003"] == [
        path.stem for path in sorted((tmp_path / "all").iterdir())
    ]
    scored = hustings("score", "all/invented-00002.hustings", cwd=tmp_path)
    assert (0, True) == (scored.code, "Invented campaign 2" in scored.out)
    built = hustings("portfolio", "build", "all", cwd=tmp_path)
    assert (0, True) == (built.code, built.out.startswith("3 files were read"))


def test_with_an_assessment_before_there_is_a_trend(tmp_path: Path) -> None:
    told = hustings("portfolio", "rehearse", "all", "--campaigns", "2", "--edition", "quick", "--twice", cwd=tmp_path)
    assert told.out.splitlines()[1].endswith("hustings portfolio build all --all")
    hustings("portfolio", "build", "all", "--all", cwd=tmp_path)
    hustings("portfolio", "report", "portfolio.parquet", "--out", "p.json", cwd=tmp_path)
    found = json.loads((tmp_path / "p.json").read_text())
    assert (2, 2) == (found["trend"]["campaigns"], len(found["campaigns"]))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "invented-00002.hustings").write_text("mine")
    told = refused(tmp_path, "portfolio", "rehearse", "all", "--campaigns", "3")
    assert "invented-00002.hustings is there already." in told
    assert ["invented-00002.hustings"] == [path.name for path in (tmp_path / "all").iterdir()]


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "all").write_text("a file")
    assert "The folder all cannot be made" in refused(tmp_path, "portfolio", "rehearse", "all")
