"""`hustings portfolio plans`: shared work and the week, as lines, spreadsheet and calendar."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from support.cli import hustings, refused

pytestmark = pytest.mark.slow


def test_the_plans_of_three_campaigns(tmp_path: Path) -> None:
    hustings("portfolio", "rehearse", "cases", "--campaigns", "3", cwd=tmp_path)
    hustings("portfolio", "build", "cases", "--with-names", cwd=tmp_path)
    words = ("portfolio", "plans", "portfolio.parquet")
    ran = hustings(*words, cwd=tmp_path)
    assert 0 == ran.code, ran
    assert ran.out.startswith(
        "Work that several have before them and that is done once for all or by all together spares"
    )
    assert "but each campaign does them for itself." in ran.out
    assert "Invented campaign" not in ran.out
    hustings(*words, "--with-names", "--xlsx", "w.xlsx", "--ics", "w.ics", cwd=tmp_path)
    with ZipFile(tmp_path / "w.xlsx") as book:
        week, shared = (book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2))
    calendar = (tmp_path / "w.ics").read_text()
    assert week.count("<row ") - 1 == calendar.count("BEGIN:VEVENT")
    assert shared.count("<row ") > 1
    assert "SUMMARY:Invented campaign" in calendar
    assert "Did you mean `comms`?" in refused(tmp_path, *words, "--owner", "coms")
