"""`hustings` alone, in a terminal: a short menu."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hustings.cli.menu import MOST_OPENED, case_lines, choices, chosen
from support.cli import case_with_sample, shown
from support.links import browser, written

pytestmark = pytest.mark.slow


def test_the_menu_lists_the_cases_here_and_leads_to_a_verb(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path) as terminal:
        terminal.until("What would you like to do?")
        for words in (
            "1 Go on with Rivera for Council (72 of 73, 1 minute left)",
            "2 Show its result (54 to 59 of 100)",
            "3 Write its report",
            "4 Hold a workshop on it with the team",
            "5 Start another campaign",
            "6 Hold a workshop with a new campaign",
            "7 Practise a workshop with invented people",
            "8 See an example report (an invented campaign)",
            "9 Check this machine",
            "? All commands",
            "q Leave",
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
        terminal.type("acme/2027\r", until="a name without slashes")
        terminal.type("acme\r", until="Enter begin")
        terminal.child.send("\x1b[21~")
        assert 0 == terminal.ended()
        assert "Go on with:" in terminal.text()
    assert (tmp_path / "acme.hustings").is_file()


def test_a_new_campaign_begins_with_its_workshop_and_the_console_opens(tmp_path: Path) -> None:
    program, told = browser(tmp_path)
    with shown(tmp_path, env={"BROWSER": str(program), "HUSTINGS_PORT": "0"}) as terminal:
        terminal.until("2 Hold a workshop with a new campaign")
        terminal.type("2\r", until="A short name for the campaign's file")
        terminal.type("acme\r", until="To stop: Ctrl-C.")
        assert "The workshop of acme.hustings is running." in terminal.text()
        assert "/console#" in written(told)
        terminal.type("w\r", until="Move it to the wall and press F11.")
    assert (tmp_path / "acme.hustings").is_file()


def test_the_menu_can_be_left(tmp_path: Path) -> None:
    with shown(tmp_path) as terminal:
        terminal.until("Leave")
        terminal.child.send("q")
        assert 0 == terminal.ended()


def test_a_question_mark_shows_all_commands(tmp_path: Path) -> None:
    with shown(tmp_path) as terminal:
        terminal.until("? All commands")
        terminal.child.send("?")
        terminal.until("hustings interview rivera.hustings")
        assert 0 == terminal.ended()


def test_the_menu_is_left_by_ctrl_c(tmp_path: Path) -> None:
    with shown(tmp_path) as terminal:
        terminal.until("Leave")
        terminal.child.send("\x03")
        assert 130 == terminal.ended()


def test_the_menu_speaks_it_and_hands_it_on(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, "--lang", "es") as terminal:
        terminal.until("¿Qué quiere hacer?")
        for words in ("Seguir con Rivera for Council", "Escribir su informe", "Empezar otra campaña", "Salir"):
            assert words in terminal.text()
        terminal.type("5\r", until="Un nombre corto")
        terminal.type("acme\r", until="Enter empezar")
        terminal.child.send("\x1b[21~")
        assert 0 == terminal.ended()
        assert terminal.text().endswith("hustings interview acme.hustings --lang es")


def test_of_several_cases_one_is_chosen_first(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    case_with_sample(tmp_path, "other")
    (tmp_path / "torn.hustings").write_bytes(b"no case at all")
    cases = case_lines(sorted(tmp_path.glob("*.hustings")))
    assert [
        "Rivera for Council (72 of 73, 1 minute left)",
        "Rivera for Council (72 of 73, 1 minute left)",
        "torn (cannot be read; choose it to see why)",
        "Start another campaign",
    ] == [text for _, text in choices(cases)[:4]]
    typed = iter(["case other.hustings", "back", "case torn.hustings", "report torn.hustings"])
    titles = list[str]()

    def choose(title: str, options: Sequence[tuple[str, str]]) -> str:
        titles.append(title)
        word = next(typed)
        assert word in [name for name, _ in options]
        return word

    assert "report torn.hustings" == chosen(cases, choose)
    asked = "What would you like to do?"
    assert [asked, "Rivera for Council", asked, "torn"] == titles


def test_a_folder_full_of_cases_is_listed_by_name(tmp_path: Path) -> None:
    paths = [tmp_path / f"c{number}.hustings" for number in range(MOST_OPENED + 1)]
    assert ["c0", "c1"] == [case.name for case in case_lines(paths)[:2]]
