"""Keys in the full screen: what closes a page, and what does not."""

from __future__ import annotations

import time

import pytest

from support.interview import DOWN, F1, F2, F7, Window

pytestmark = pytest.mark.slow

ESC = "\x1b"


def test_esc_closes_help_and_what_was_typed_is_still_there(win: Window) -> None:
    win.type("Rivera", F1, until="Keys")
    begun = time.monotonic()
    win.type(ESC, until="❯ Rivera")
    assert time.monotonic() - begun < 5


def test_alt_and_arrow_keys_close_nothing(win: Window) -> None:
    win.type("Rivera", F1, until="Keys")
    win.type(f"{ESC}q", DOWN, f"{ESC}x", until="Keys")
    win.type(F7, until="❯ Rivera")
    win.type(F2, f"ab cd{ESC}bX", until="❯ ab Xcd")


def test_esc_leaves_a_note_that_was_not_touched_and_asks_about_one_that_was(win: Window) -> None:
    win.type(F2, until="A note on this answer")
    win.type(ESC, until="Enter take it")
    win.type(F2, "who", until="❯ who")
    win.type(ESC, until="✕ This is not kept yet. Enter keeps it; Esc once more leaves it.")
    assert "❯ who" in win.text()
    win.type(ESC, until="Enter take it")
    assert "who" not in win.text()
