"""The command in a real terminal: the menu, an interview that is left in every way, and lines that are folded."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from support.cli import SAMPLE, case_with_sample, hustings, shown

pytestmark = pytest.mark.slow

DAY = "2027-02-02"
NEW = ("interview", "rivera")


def answered(folder: Path) -> str:
    """What the case file holds, as far as the interview tells."""
    return hustings("interview", "rivera", "--plain", cwd=folder, stdin="").out


def test_the_menu_lists_the_cases_here_and_leads_to_a_verb(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path) as terminal:
        terminal.until("What would you like to do?")
        for words in (
            "1) Continue rivera",
            "2) Lead a workshop on rivera",
            "3) Write the report of rivera",
            "4) Start a new campaign",
            "5) See a sample report",
            "6) Practise a workshop with invented people",
        ):
            assert words in terminal.text()
        terminal.child.send("3\r")
        terminal.until("Written: rivera.pdf")
        assert 0 == terminal.ended()
    assert (tmp_path / "rivera.pdf").is_file()


def test_the_menu_begins_a_new_campaign(tmp_path: Path) -> None:
    with shown(tmp_path) as terminal:
        terminal.until("Start a new campaign")
        terminal.type("1\r", until="A short name for the campaign's file")
        terminal.type("acme\r", until="Go on")
        terminal.child.send("\x1b[21~")
        assert 0 == terminal.ended()
        assert "Go on with:" in terminal.text()
    assert (tmp_path / "acme.hustings").is_file()


def test_the_menu_can_be_left(tmp_path: Path) -> None:
    with shown(tmp_path) as terminal:
        terminal.until("Quit")
        terminal.child.send("5\r")
        assert 0 == terminal.ended()


def test_the_menu_is_left_by_ctrl_c(tmp_path: Path) -> None:
    with shown(tmp_path) as terminal:
        terminal.until("Quit")
        terminal.child.send("\x03")
        assert 130 == terminal.ended()


def test_ctrl_c_keeps_what_was_answered_and_says_how_to_go_on(tmp_path: Path) -> None:
    with shown(tmp_path, *NEW) as terminal:
        terminal.until("Go on")
        terminal.type("\r", until="What is the campaign called?")
        terminal.type("Rivera\r", until="Where is the election?")
        terminal.child.send("\x03")
        assert 130 == terminal.ended()
        assert "1 answer is saved." in terminal.text()
        assert "interview rivera.hustings" in terminal.text()
    assert "Where is the election?" in answered(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_what_was_answered(tmp_path: Path, number: signal.Signals) -> None:
    with shown(tmp_path, *NEW) as terminal:
        terminal.until("Go on")
        terminal.type("\r", until="What is the campaign called?")
        terminal.type("Rivera\r", until="Where is the election?")
        terminal.child.kill(number)
        assert 128 + number == terminal.ended()
    assert "Where is the election?" in answered(tmp_path)


def test_the_question_to_begin_at(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, *NEW, "--at", "chatbot_account") as terminal:
        terminal.until("whose account is it?")
        assert "Your answer: Their own free or personal account" in terminal.text()


def test_a_pack_of_ones_own_is_named_in_what_to_type_next(tmp_path: Path) -> None:
    mine = SAMPLE.parents[2] / "tests" / "packs" / "mini"
    with shown(tmp_path, *NEW, "--pack", str(mine)) as terminal:
        terminal.until("Go on")
        terminal.child.send("\x1b[21~")
        assert 0 == terminal.ended()
        assert f"--pack{mine}" in terminal.text().replace(" ", "")


def test_long_lines_are_folded_to_the_window(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, "score", "rivera", "--on", DAY) as terminal:
        assert 0 == terminal.ended()
        stop = next(n for n, row in enumerate(terminal.screen.display) if row.startswith("  Stop: "))
        assert terminal.screen.display[stop + 1].startswith("  ")
        assert terminal.screen.display[stop + 1][2] != " "


def test_somebody_who_is_not_known_by_name_may_be_named(tmp_path: Path) -> None:
    ran = hustings("interview", "rivera", "--answers", SAMPLE, "--by", "Ana Ruiz", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
