"""`hustings report`: where it may be written, and in which form."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings, refused, town_case
from support.session import TOWN

pytestmark = pytest.mark.slow
COUNSEL = ("--edition", "counsel", "--html")


def test_a_report_onto_a_case_file(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--out", "rivera.hustings")
    assert "rivera.hustings is a case file; a report must not replace it.\n  Choose another name.\n" == said


def test_a_report_onto_a_folder(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    (tmp_path / "out").mkdir()
    assert "out is a folder.\n  Name the file: --out report.pdf.\n" == refused(
        tmp_path, "report", "rivera", "--out", "out"
    )


def test_a_report_into_no_folder(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--out", "there/report.pdf")
    assert "There is no folder there.\n  Make it first, or choose another one.\n" == said


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    assert refused(tmp_path, "report", "rivera", "--theme", "plane").startswith(
        "There is no theme `plane`.\n  Did you mean `plain`?"
    )


def test_a_report_onto_a_case_file_by_another_name(tmp_path: Path) -> None:
    case_with_sample(tmp_path).rename(tmp_path / "rivera.db")
    said = refused(tmp_path, "report", "rivera.db", "--out", "rivera.db")
    assert "rivera.db is a case file; a report must not replace it.\n  Choose another name.\n" == said


def test_a_paper_that_no_printer_has_is_a_usage_error(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    assert "'a4', 'letter'" in refused(tmp_path, "report", "rivera", "--paper", "a5", code=2)


def test_a_report_is_a_pdf_or_a_page(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--out", "rivera.docx")
    assert "rivera.docx would hold a PDF.\n  Name it rivera.pdf.\n" == said
    said = refused(tmp_path, "report", "rivera", "--out", "rivera.html")
    assert "rivera.html would hold a PDF.\n  Add --html for a page.\n" == said
    said = refused(tmp_path, "report", "rivera", "--html", "--out", "rivera.pdf")
    assert "rivera.pdf would hold an HTML page.\n  Leave --html away for a PDF.\n" == said


def test_one_format_at_a_time_and_a_spreadsheet_of_everything(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--html", "--xlsx", code=2)
    assert "Only one of --html and --xlsx can be written at a time." in said
    assert 0 == hustings("report", "rivera", "--xlsx", cwd=tmp_path).code
    assert "--xlsx is for the full edition only." in refused(
        tmp_path, "report", "rivera", "--xlsx", "--edition", "owners", code=2
    )


def test_editions_and_formats_get_names_of_their_own(tmp_path: Path) -> None:
    town_case(tmp_path)
    for words in (("--markdown",), ("--docx",), ("--csv",), ("--edition", "owners"), COUNSEL):
        ran = hustings("report", "rivera", *words, "--pack", TOWN, cwd=tmp_path)
        assert (0, "") == (ran.code, ran.err), ran
    names = {path.name for path in tmp_path.iterdir()} - {"rivera.hustings"}
    tables = {f"rivera-{sheet}.csv" for sheet in ("plan", "findings", "answers", "ledger")}
    assert {"rivera.md", "rivera.docx", *tables, "rivera-owners.pdf", "rivera-counsel.html"} == names
    ran = hustings("verify", "rivera.docx", cwd=tmp_path)
    assert (0, True) == (ran.code, "Same words and pictures: all " in ran.out), ran
