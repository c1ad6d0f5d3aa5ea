"""A workshop as lines of text: questions, votes, the read-back, the agenda."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.workshop.workshop_log import (
    DecisionKind,
    EntryKind,
)
from hustings.text import cells
from support.terminal import AGREED, MIXED, RESUME, decision, led, log_of


def test_two_rounds_stand_below_each_other(path: Path) -> None:
    _, said = led(path, *MIXED, "", "", "b1 c3", "", "", "", "")
    assert "Round 1: 4 votes, Mixed, agreement 66\u00a0%." in said
    assert "Round 2: 4 votes, Agreed, agreement 83\u00a0%." in said
    assert "Lowest: Not in place. Highest: Largely in place." in said
    assert "What hangs on it: " in said
    assert [1, 2] == [entry.round for entry in log_of(path) if entry.kind is EntryKind.OPENED]
    assert DecisionKind.AGREED is decision(path).settled


def test_read_back_and_agenda(path: Path) -> None:
    _, said = led(
        path,
        *AGREED,
        "decide b",
        "Old.",
        "1",
        "Not so.",
        "0",
        "",
        "",
        "note Good evening",
        "agenda",
        "agenda all",
        "read",
    )
    assert "Readiness between " in said
    assert "Partly in place (decided otherwise than voted)" in said
    assert "1 person objects" in said
    assert "- Note: Good evening" in said
    assert "Fakes: 1 of 3 done" in said
    assert 1 == said.count("and what they\n       say? (decided")


@pytest.mark.parametrize("width", [40, 60])
def test_no_line_is_wider_than_the_terminal(path: Path, width: int) -> None:
    _, said = led(
        path,
        "agenda",
        *MIXED,
        "?",
        "",
        "why",
        "",
        "x1 z1",
        "",
        "",
        "leave",
        "1",
        "w" * 20,
        "read",
        "agenda all",
        width=width,
    )
    assert [] == [line for line in said.splitlines() if cells(line.rstrip()) > width and line != RESUME]
