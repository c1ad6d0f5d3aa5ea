"""The recorded session of the README is whole: it can be played, goes forward, and ends with how to go on."""

from __future__ import annotations

import json
from pathlib import Path

import pyte

CAST = Path(__file__).with_name("interview.cast")
LEFT = "\x1b[?1049l"
"""What a terminal is sent when the screen of before comes back."""


def test_the_recorded_session_plays_to_its_end() -> None:
    head, *events = [json.loads(line) for line in CAST.read_text("utf-8").splitlines()]
    assert (2, 80, 24) == (head["version"], head["width"], head["height"])
    times = [at for at, _, _ in events]
    assert sorted(times) == times
    screen = pyte.Screen(head["width"], head["height"])
    stream = pyte.Stream(screen)
    for _, _, output in events:
        stream.feed(output)
    last = [row.rstrip() for row in screen.display if row.strip()][-2:]
    assert ["answers are saved.", "Go on with: hustings interview rivera.hustings"] == [last[0][2:], last[1]]
    said = "".join(output for _, _, output in events)
    assert said.index(LEFT) < said.index("answers are saved.")
    assert "/hustings interview" not in said
