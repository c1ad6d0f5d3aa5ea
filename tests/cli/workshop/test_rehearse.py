"""`hustings workshop rehearse`: never over an existing case."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hustings.casefile import create
from hustings.pack.loader import read_pack
from support.cli import hustings, shown
from support.links import browser, written
from support.server import town_words
from support.session import TOWN

WORDS = ("workshop", *map(str, town_words()))


pytestmark = pytest.mark.slow

FAST = ("--pack", TOWN, "--speed", "400", "--wait", "0")


def test_an_existing_case_is_never_touched(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    create(case, pack=read_pack(TOWN), by="Ann", at=datetime.now(UTC)).close()
    before = case.read_bytes()
    ran = hustings("workshop", "rehearse", "rivera", *FAST, cwd=tmp_path)
    assert 1 == ran.code
    assert "rivera.hustings is there already, and a rehearsal never writes to a case." in ran.err
    assert before == case.read_bytes()


def test_nothing_is_kept_unless_a_name_is_given(tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    ran = hustings("workshop", "rehearse", "--auto", *FAST, cwd=tmp_path, env={"TMPDIR": str(place)})
    assert (0, "") == (ran.code, ran.err)
    assert "Nothing was kept. To keep a rehearsal, name a file for it:\n" in ran.out
    assert "workshop rehearse rehearsal\n" in ran.out
    assert [] == [*place.rglob("*rehears*"), *tmp_path.glob("*.hustings*")]


def test_a_rehearsal_that_leads_itself_opens_the_projectors_page(tmp_path: Path) -> None:
    program, told = browser(tmp_path)
    words = ("workshop", "rehearse", "--auto", "--wait", "600", "--pack", WORDS[3])
    with shown(tmp_path, *words, env={"BROWSER": str(program)}) as terminal:
        terminal.until("It leads itself and begins in 600 seconds.")
        assert re.search(r"Projector: http://127.0.0.1:\d+/screen opens in your browser now.", terminal.text())
    assert re.fullmatch(r"http://127.0.0.1:\d+/screen#[A-Z2-9]{8}", written(told))
