"""`hustings portfolio plans`: shared work and the week, as lines, spreadsheet and calendar."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from pathlib import Path
from zipfile import ZipFile

import pytest

from hustings.cli.portfolio.plans import title
from hustings.pack.model import Action
from hustings.portfolio.shared_work import SharedWork
from support.cli import hustings, refused
from support.standings import TITLES, campaign, overview_of

pytestmark = pytest.mark.slow


def test_steps_are_named_in_the_words_of_the_report() -> None:
    act = Action("send", "Envíe una carta.", "", F(1), "boss", (), fallback="Llame.")
    of = replace(overview_of(campaign("a")), titles=replace(TITLES, actions={"send": act}, stops={"now": "Pare."}))
    asked = SharedWork("group", "Find out: it?", "boss", (), F(1), F(1), None, None, about=("q", "r"))
    assert "Find out: Is it written down? And 1 more question" == title(of, asked)
    named = [title(of, replace(asked, key=key, about=())) for key in ("send", "fallback:send", "stop:now", "stop:it")]
    assert ["Envíe una carta.", "Llame.", "Pare.", "Find out: it?"] == named


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
