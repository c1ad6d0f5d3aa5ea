"""`hustings portfolio report`: from a folder of case files to the page that says who needs help first."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from docx import Document
from pypdf import PdfReader

from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow


def test_two_commands_from_a_folder_to_the_report(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    hustings("portfolio", "build", ".", cwd=tmp_path)
    (tmp_path / "brand.yaml").write_text("name: Ridge Advice\n")
    beside = ("--docx", "--xlsx", "--json", "--csv", "--parquet")
    ran = hustings("portfolio", "report", "portfolio.parquet", *beside, cwd=tmp_path)
    assert 0 == ran.code, ran
    assert ran.out.startswith("Brand: Ridge Advice, from brand.yaml")
    written = [Path(line.removeprefix("Written: ")).name for line in ran.out.splitlines()[1:]]
    expected = ["portfolio.pdf", "portfolio.docx", "portfolio.xlsx", "portfolio-campaigns.csv", "portfolio-gaps.csv"]
    assert expected == written[:5]
    words = [paragraph.text for paragraph in Document(str(tmp_path / "portfolio.docx")).paragraphs]
    assert {"Ridge Advice", "Portfolio: 1 campaign"} <= {*words}
    with duckdb.connect() as db:
        found = db.execute(f"select band, index_pt, fails from '{tmp_path}/portfolio-campaigns.parquet'").fetchall()  # noqa: S608 - ours
    assert [("exposed", True)] == [(band, 0 < index < 100) for band, index, _ in found]
    pages = PdfReader(tmp_path / "portfolio.pdf").pages
    first = " ".join(pages[0].extract_text().split())
    assert "Portfolio: 1 campaign" in first
    assert "Ridge Advice" in first
    assert "Who needs help first" in first
    assert "Rivera" not in "".join(page.extract_text() for page in pages)
    score = json.loads(hustings("score", "rivera", "--json", cwd=tmp_path).out)
    (one,) = json.loads((tmp_path / "portfolio.json").read_text())["campaigns"]
    assert score["index"]["pt"]["decimal"] == pytest.approx(one["index"][1], abs=1e-3)
    assert score["band"]["id"] == one["band"]


def test_what_it_does_not_write(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    hustings("portfolio", "build", ".", cwd=tmp_path)
    hustings("portfolio", "report", "portfolio.parquet", "--out", "first.md", cwd=tmp_path)  # keeps where they stand
    said = "portfolio.parquet holds no names.\n  Build it with --with-names.\n"
    assert said == refused(tmp_path, "portfolio", "report", "portfolio.parquet", "--with-names")
    own = refused(tmp_path, "portfolio", "report", "portfolio.parquet", "--out", "portfolio.parquet")
    assert "portfolio.parquet is a table of a portfolio; nothing may replace it.\n  Choose another name.\n" == own
    nowhere = refused(tmp_path, "portfolio", "report", "portfolio.parquet", "--out", "none/first.pdf")
    assert nowhere.startswith("none/first.pdf cannot be written (")
    wrong = refused(tmp_path, "portfolio", "report", "portfolio.parquet", "--out", "portfolio.exe")
    assert wrong.startswith("portfolio.exe ends in none of .pdf, .html, .md, .docx, .xlsx, .csv, .json and .parquet.")
