"""Pack to PDF, the way a newcomer walks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from support.cli import SAMPLE, case_with_sample, hustings

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def test_answers_to_score_to_explanation_to_report(tmp_path: Path) -> None:
    made = hustings("interview", "rivera", "--answers", SAMPLE, cwd=tmp_path)
    assert (0, "") == (made.code, made.err), made
    case = tmp_path / "rivera.hustings"
    assert 0o600 == case.stat().st_mode & 0o777
    score = hustings("score", "rivera", "--on", DAY, cwd=tmp_path)
    assert score.out.startswith("Rivera for Council  34 days to the first ballots\n"), score
    assert re.search(r"\nExposed, between 5\d\.\d and 59\.0 out of 100\.\n", score.out), score
    assert "┃  STOP  Take down or label today" in score.out
    explained = hustings("explain", "rivera", "sign_in", cwd=tmp_path)
    assert "answered “All of those, with an app or a passkey” (weight 3, critical, in data privacy)" in explained.out
    report = hustings("report", "rivera", "--on", DAY, "--paper", "a4", cwd=tmp_path)
    assert "Written: rivera.pdf\n" == report.out, report
    reader = PdfReader(tmp_path / "rivera.pdf")
    assert "Rivera for Council is Exposed" in reader.pages[1].extract_text()
    assert "34 days" in reader.pages[1].extract_text()
    assert (595, 842) == tuple(round(float(side)) for side in reader.pages[0].mediabox[2:])


def test_html_is_one_file_that_asks_for_nothing(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    assert "Written: rivera.html\n" == hustings("report", "rivera", "--html", "--on", DAY, cwd=tmp_path).out
    page = (tmp_path / "rivera.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert 'src="http' not in page
    assert "@import" not in page
