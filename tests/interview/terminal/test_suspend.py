"""Ctrl-Z in a shell with job control: the shell comes back, `fg` draws anew, and nothing of it lands in an answer."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hustings.casefile import open_case
from support.interview import DOWN, DRIVER, ENTER, F1, F2, LONG, Window
from support.warm import COMMAND

pytestmark = pytest.mark.slow

CTRL_Z = "\x1a"


@contextmanager
def shell(folder: Path, columns: int = 80) -> Iterator[Window]:
    window = Window.of_shell(folder, columns)
    try:
        yield window
    finally:
        window.child.sendcontrol("c")
        window.close()


def away_and_back(win: Window, until: str) -> None:
    """Ctrl-Z, a word to the shell, and back again."""
    win.type(CTRL_Z, until="Stopped")
    win.type("echo out''side\r", until="outside shell>")
    win.type("fg\r", until=until)


def said(case: Path) -> list[object]:
    with open_case(case, write=False) as file:
        return [event.answer and event.answer.value for event in file.events(file.latest().id)]


@pytest.mark.parametrize("columns", [60, 100])
def test_every_page_of_the_interview_comes_back_as_it_was(tmp_path: Path, columns: int) -> None:
    with shell(tmp_path, columns) as win:
        win.type(f"{sys.executable} {DRIVER} a.hustings\r", until="Enter begin")
        away_and_back(win, until="Enter begin")
        win.type(ENTER, until="What is the campaign called?")
        win.type("River", until="❯ River")
        away_and_back(win, until="❯ River")
        assert "outside" not in win.text()
        win.type("a", F1, until="Esc close help")
        away_and_back(win, until="Esc close help")
        win.type(ENTER, until="❯ Rivera")
        win.type(F2, "who", until="❯ who")
        away_and_back(win, until="❯ who")
        win.type(ENTER, until="Note who")
        win.type(ENTER, until="first ballots")
        assert [None, "Rivera"] == said(tmp_path / "a.hustings")


def test_lists_come_back_with_what_was_ticked(tmp_path: Path) -> None:
    with shell(tmp_path) as win:
        win.type(f"{sys.executable} {DRIVER} a.hustings --start channels\r", until="Enter begin")
        win.type(ENTER, until="tick")
        win.type(DOWN, " ", until="[✓]")
        away_and_back(win, until="[✓]")


def test_stopped_from_outside_it_comes_back_too(tmp_path: Path) -> None:
    with shell(tmp_path) as win:
        win.type(f"{sys.executable} {DRIVER} a.hustings & echo pid=$!; fg\r", until="Enter begin")
        win.type(ENTER, until="campaign called?")
        pid = int(win.raw.split("pid=")[-1].split()[0])
        win.type("Rivera", until="❯ Rivera")
        os.kill(pid, signal.SIGSTOP)
        win.until("Stopped")
        win.type("fg\r", until="❯ Rivera")
        win.type("!", until="❯ Rivera!")


@pytest.mark.parametrize(
    ("words", "first", "again"),
    [
        (f"{sys.executable} {DRIVER} a.hustings --plain", "Answer:", "Answer:"),
        (f"{COMMAND} workshop lead a --terminal", "Enter takes it:", "Enter takes it:"),
        (f"{COMMAND}", "What would you like to do?", "Start a new campaign"),
    ],
)
def test_plain_lines_the_workshop_and_the_menu_ask_again(words: str, first: str, again: str, tmp_path: Path) -> None:
    with shell(tmp_path) as win:
        win.child.timeout = LONG
        win.type(f"{words}\r", until=first)
        win.type(CTRL_Z, until="Stopped")
        win.type("clear; echo cle''an\r", until="clean shell>")
        assert first not in win.text()
        win.type("fg\r", until=again)
        assert win.child.isalive()


def test_ctrl_z_in_a_show_of_cards_counts_no_card(tmp_path: Path) -> None:
    with shell(tmp_path, 100) as win:
        win.type(f"{COMMAND} workshop lead a --terminal\r", until="Enter takes it:")
        win.type("\r", until="Answer:")
        win.type(CTRL_Z, until="Stopped")
        win.type("clear; echo cle''an\r", until="clean shell>")
        win.type("fg\r", until="Answer:")
        win.type("quit\r", until="saved")
