"""What is read aloud at the end: known gaps and what is not known, apart, and never an all-clear too soon."""

from __future__ import annotations

from pathlib import Path

from hustings.workshop.terminal.workshop_text import readback_lines
from hustings.workshop.views.read_back import readback_view
from support.session import PLAN, people, shown, workshop

CLEAR = "Nothing the rubric asks for is missing. Keep it so until the last ballot is counted."


def test_gaps_and_what_is_not_known_are_two_lists(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        people(session, 3)
        shown(session, PLAN, "none", "none", "partly")
        told = readback_view(session)
        assert told["unknown"]["lines"]
        assert set(told["known"]["lines"]).isdisjoint(told["unknown"]["lines"])
        assert told["unknown"]["title"].endswith("not known yet")
        assert "" == told["complete"]
        text = "\n".join(readback_lines(session, 200))
        assert all(line in text for line in (*told["known"]["lines"], *told["unknown"]["lines"]))
        assert CLEAR not in text
