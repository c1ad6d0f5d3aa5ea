"""`hustings` alone, in a terminal: a short menu."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, shown

pytestmark = pytest.mark.slow


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


def test_the_menu_speaks_it_and_hands_it_on(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, "--lang", "es") as terminal:
        terminal.until("¿Qué quiere hacer?")
        for words in ("Continuar con rivera", "Escribir el informe de rivera", "Empezar una campaña nueva", "Salir"):
            assert words in terminal.text()
        terminal.type("4\r", until="Un nombre corto")
        terminal.type("acme\r", until="Continuar")
        terminal.child.send("\x1b[21~")
        assert 0 == terminal.ended()
        assert terminal.text().endswith("hustings interview acme.hustings --lang es")
