"""Esc, Alt and arrow keys on side pages, and a paste that is far too long, in a real terminal."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hustings.casefile import open_case
from support.interview import ENTER, F2, Window

pytestmark = pytest.mark.slow

PASTE, END = "\x1b[200~", "\x1b[201~"
STAYS = "Nothing was pasted; what you typed is still here."


@pytest.mark.parametrize(("opened", "most"), [("", 4000), (F2, 500)])
def test_a_paste_that_is_too_long_is_refused_at_once_and_loses_nothing(opened: str, most: int, win: Window) -> None:
    win.type(opened, "kept", until="❯ kept")
    begun = time.monotonic()
    win.type(PASTE, "x" * 100_000, END, until=f"✕ That is 100004 characters; {most} is the most. {STAYS}")
    assert time.monotonic() - begun < 5
    assert "❯ kept" in win.text()
    win.type("!", until="❯ kept!")


def test_a_paste_that_fits_is_taken_whole(win: Window, tmp_path: Path) -> None:
    text = "word " * 99 + "done"
    win.type(F2, PASTE, text, END, until="done")
    win.type(ENTER, until="Note word word")
    with open_case(tmp_path / "a.hustings", write=False) as file:
        (event,) = file.events(file.latest().id)
        assert event.answer is not None
        assert text == event.answer.note


def test_a_terminal_that_pastes_as_if_typed_is_stopped_at_the_limit(win: Window, tmp_path: Path) -> None:
    begun = time.monotonic()
    win.type(F2, until="A note on this answer")
    win.type("x" * 20_000, until="✕ No more fits here: 500 characters is the most.")
    assert time.monotonic() - begun < 10
    time.sleep(0.5)
    win.type(ENTER, until="Note xxx")
    with open_case(tmp_path / "a.hustings", write=False) as file:
        (event,) = file.events(file.latest().id)
        assert event.answer is not None
        assert "x" * 500 == event.answer.note
