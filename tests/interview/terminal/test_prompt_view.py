"""What a prompt shows in a window: lists longer than it, keys that find a choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.interview.page import Option, Page
from support.interview import ENTER, Open, Window, to_channels

pytestmark = pytest.mark.slow


def test_a_list_longer_than_the_window_scrolls_to_the_last_line_of_the_last_choice(window: Open) -> None:
    win = window(40, 14)
    to_channels(win)
    win.type("r", until="1 of 10, more with the arrow keys")
    win.type("\x1b[A", until="10 of 10")
    assert [row for row in win.rows() if row.startswith(" ›")] == [" › Is it agreed who answers first when"]
    assert "   → not answered yet" in win.rows()[-4:]


def test_in_a_very_long_list_letters_find_a_choice(tmp_path: Path) -> None:
    states = ("Alabama", "Nebraska", "Nevada", "New Mexico", "New York", "Ñuble", *(f"State {n}" for n in range(30)))
    options = tuple(Option(f"s{number}", name) for number, name in enumerate(states))
    page = Page("one", "In which state?", ("Place",), options=options, keys=("back", "note", "quit"))
    case = tmp_path / "page.py"
    case.write_text(
        "from hustings.interview.page import Option, Page\n"
        "from hustings.interview.terminal.full_screen import FullScreen\n"
        f"print('chosen', FullScreen().ask({page!r}))\n"
    )
    win = Window(case, 60, 20, driver=case)
    try:
        win.until("Type the first letters, or use the arrow keys.")
        assert any("F7/^B back" in row for row in win.rows())
        win.type("n", until="› Nebraska")
        win.type("ew y", until="› New York")
        win.type("\x7f", "m", until="› New Mexico")
        win.type("z", until="Type the first letters")
        win.type("NU", until="› Ñuble")
        win.type(ENTER, until="chosen TypedAnswer(raw='s5')")
    finally:
        win.close()
