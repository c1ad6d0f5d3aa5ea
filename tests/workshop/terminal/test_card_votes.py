"""A show of cards and votes on paper, as a facilitator types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.workshop_log import (
    EntryKind,
)
from support.terminal import decision, last, led, log_of


def test_votes_on_paper_are_marked_and_added(path: Path) -> None:
    led(path, "go response_plan", "", "b1", "paper b2 x1", "", "")
    counted = [(entry.text, entry.ballots) for entry in log_of(path) if entry.kind is EntryKind.COUNTED]
    assert [("cards", ballots(["partly"])), ("paper", ballots(["partly"] * 2, dont_know=1))] == counted
    assert ballots(["partly"] * 3, dont_know=1) == last(path, EntryKind.CLOSED).ballots


def test_cards_that_were_typed_wrong_are_typed_again(path: Path) -> None:
    led(path, "go response_plan", "", "b9", "b2", "", "")
    assert ballots(["partly"] * 2) == last(path, EntryKind.CLOSED).ballots


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("b2 c3 x1 z1", ballots(["partly"] * 2 + ["largely"] * 3, dont_know=1, abstained=1)),
        ("0 2 3 0 1 0 1", ballots(["partly"] * 2 + ["largely"] * 3, dont_know=1, abstained=1)),
        ("B=2, C:3,X1 ; y 2", ballots(["partly"] * 2 + ["largely"] * 3, dont_know=1, not_applicable=2)),
        ("b2c3", ballots(["partly"] * 2 + ["largely"] * 3)),
        ("0 2", ballots(["partly"] * 2)),
    ],
)
def test_how_cards_are_written(path: Path, typed: str, counts: Ballots) -> None:
    led(path, "go records_rule", "", typed, "")
    assert counts == last(path, EntryKind.CLOSED).ballots


def test_cards_that_name_several_choices(path: Path) -> None:
    _, said = led(path, "go channels", "", "ab3 c1 x1", "", "", "", "0")
    assert ballots([("doors", "texts")] * 3 + [("calls",)], dont_know=1) == last(path, EntryKind.CLOSED).ballots
    assert "5 votes: AB 3, C 1, X 1." in said
    assert ("doors", "texts") == decision(path).answer.value
