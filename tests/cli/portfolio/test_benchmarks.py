"""`hustings portfolio benchmarks`: from invented case files to a file that can be passed on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow


def test_a_file_to_be_passed_on_and_one_that_is_not(tmp_path: Path) -> None:
    hustings("portfolio", "rehearse", "cases", "--campaigns", "12", cwd=tmp_path)
    hustings("portfolio", "build", "cases", cwd=tmp_path)
    ran = hustings("portfolio", "benchmarks", "portfolio.parquet", cwd=tmp_path)
    assert 0 == ran.code, ran
    found = json.loads((tmp_path / "portfolio-benchmarks.json").read_text())
    assert ("campaign-ai", True, 5) == (found["pack"], found["invented"], found["least"])
    assert all(0 < group["campaigns"] and group["campaigns"] % 5 == 0 for group in found["groups"])
    assert 0o600 == (tmp_path / "portfolio-published.json").stat().st_mode & 0o777
    again = hustings("portfolio", "benchmarks", "portfolio.parquet", "--out", "b.csv", cwd=tmp_path)
    assert "b.csv" in again.out
    assert "office,size,campaigns_at_least,figure" in (tmp_path / "b.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "other-published.json").write_text("{}")
    hustings("portfolio", "rehearse", "cases/more", "--campaigns", "1", "--seed", "2", cwd=tmp_path)
    hustings("portfolio", "build", "cases", "--out", "december.parquet", cwd=tmp_path)
    assert not (tmp_path / "december.key").exists(), "tables of a folder share a secret"
    other = hustings("portfolio", "benchmarks", "december.parquet", cwd=tmp_path)
    assert "other-published.json remembers benchmarks of tables with another secret." in other.err
    same = json.loads((tmp_path / "december-benchmarks.json").read_text())
    assert found["groups"] == same["groups"], "one campaign more can be subtracted"
    wrong = refused(tmp_path, "portfolio", "benchmarks", "portfolio.parquet", "--out", "b.txt")
    assert wrong.startswith("b.txt ends in none of .json and .csv.")


def test_fewer_than_five_have_no_benchmarks(tmp_path: Path) -> None:
    hustings("portfolio", "rehearse", "cases", "--campaigns", "3", cwd=tmp_path)
    hustings("portfolio", "build", "cases", cwd=tmp_path)
    said = "There are no five comparable campaigns of which enough is known."
    assert refused(tmp_path, "portfolio", "benchmarks", "portfolio.parquet").startswith(said)
    assert not (tmp_path / "portfolio-published.json").exists()


def test_a_report_says_what_others_do(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    group = {"office": None, "size": None, "campaigns": 15, "index": [48, 55, 63], "areas": dict[str, list[int]]()}
    whole = {"format": "hustings-benchmarks", "format_version": 1, "pack": "campaign-ai", "invented": False}
    (tmp_path / "b.json").write_text(json.dumps({**whole, "groups": [group]}))
    ran = hustings("report", "rivera", "--html", "--benchmark", "b.json", cwd=tmp_path)
    assert 0 == ran.code, ran
    assert "Half of comparable campaigns are between 48 and 63." in (tmp_path / "rivera.html").read_text()
    for_others = refused(tmp_path, "report", "rivera", "--edition", "share", "--benchmark", "b.json", code=2)
    assert "--benchmark is for the full edition only." in for_others
