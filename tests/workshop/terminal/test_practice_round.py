"""The practice vote in the terminal."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.workshop.workshop_log import EntryKind
from support.terminal import led, log_of


def test_in_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    _, said = led(path, "practice", "", "q9", "a1 b3", "", "practice", "back", "go response_plan", "", "?")
    kinds = [entry.kind for entry in log_of(path)]
    assert [EntryKind.BEGAN, EntryKind.OPENED] == kinds
    for line in (
        "`practice` is one vote to try it out; nothing of it is kept.",
        "Practice vote",
        "No card was counted yet. `back` leaves the practice vote.",
        "There is no choice Q.",
        "4 votes: A 1, B 3.",
        "Round 1: 4 votes, Agreed, agreement 83\u00a0%.",
        "That was practice: it counts for nothing and is not kept. `practice`",
        "Left. Nothing of it is kept.",
    ):
        assert line in said.splitlines(), (line, said)
    assert "a vote to practise with" not in said.partition("Vote 1 is open")[2]
