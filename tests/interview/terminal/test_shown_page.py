"""The page on the screen, end to end: small windows, long lists, ASCII, a list that letters search."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.interview.pages.page import Option, Page
from support.interview import ENTER, Open, Window, to_channels

pytestmark = pytest.mark.slow


def test_a_list_longer_than_the_window_scrolls_to_the_last_line_of_the_last_choice(window: Open) -> None:
    win = window(60, 20)
    to_channels(win)
    win.type("r", until="↑↓ ")
    win.type("\x1b[A", until="❯ · Is it agreed who answers first when a fake appears")
    assert any(row.startswith("     not answered yet") for row in win.rows()[-5:])


def test_in_a_very_long_list_letters_find_a_choice(tmp_path: Path) -> None:
    states = ("Alabama", "Nebraska", "Nevada", "New Mexico", "New York", "Ñuble", *(f"State {n}" for n in range(30)))
    options = tuple(Option(f"s{number}", name) for number, name in enumerate(states))
    page = Page("one", "In which state?", ("Place",), options=options, keys=("back", "note", "quit"), state="question")
    case = tmp_path / "page.py"
    case.write_text(
        "from hustings.interview.pages.page import Option, Page, PageHead\n"
        "from hustings.interview.terminal.full_screen import FullScreen\n"
        f"print('chosen', FullScreen().ask({page!r}))\n"
    )
    win = Window(case, 60, 20, driver=case)
    try:
        win.until("36 in all")
        win.type("new", until="2 of 36")
        win.type(" y", until="❯ New York")
        win.type("\x7f", "m", until="❯ New Mexico")
        win.type("z", until="Nothing holds “new mz”. Esc clears it.")
        win.type("\x1b", until="36 in all")
        win.type("NU", until="❯ Ñuble")
        win.type(ENTER, until="chosen TypedAnswer(raw='s5')")
    finally:
        win.close()


def test_where_the_locale_is_not_utf_8_signs_are_ascii(window: Open) -> None:
    win = window(PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    win.until("begin")
    win.type(ENTER, until="campaign called?")
    assert win.text().isascii()
    assert any(row.strip() == ">" for row in win.rows())


def test_a_window_that_is_too_small_offers_plain_mode(window: Open) -> None:
    win = window(50, 18)
    win.type(ENTER, until="A small window: --plain asks line by line.")


def test_a_paste_answers_nothing_in_a_list(window: Open) -> None:
    win = window()
    to_channels(win)
    win.type("\x1b[200~1\r2\r\x1b[201~", until="A paste answers nothing here. Press a key.")
    assert "How do you reach voters?" in win.text()
