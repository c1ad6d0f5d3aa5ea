"""What is typed into the terminal is taken line by line; what is shown obeys nothing."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.workshop.workshop_log import (
    EntryKind,
)
from support.terminal import last, led


def test_control_characters_are_shown_and_not_obeyed(path: Path) -> None:
    _, said = led(path, "note \x1b[2Jgone", "read", "\x1b]0;x\x07")
    assert "\x1b" not in said


def test_a_reason_that_is_too_long_is_asked_for_again_and_nothing_before_it_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.hustings"
    _, said = led(path, "", "Rivera", "note " + "x" * 501, "note", "y" * 501, "y" * 500, "x" * 4001, "quit")
    assert 2 == said.count("That is 501 characters; 500 is the most.")
    assert 1 == said.count("That is 4001 characters; 4000 is the most.")
    assert "y" * 500 == last(path, EntryKind.NOTED).text
