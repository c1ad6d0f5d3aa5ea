"""The warm-up in the terminal."""

from __future__ import annotations

from pathlib import Path

from support.terminal import led, log_of


def test_a_question_is_asked_and_what_is_called_out_is_read_back_and_kept_nowhere(path: Path) -> None:
    _, said = led(path, "warm What went well?", "the website", "Canvassing", "the website", "", "warm", "back")
    told = said.splitlines()
    assert told.index("What went well?") < told.index("- Canvassing") < told.index("- the website")
    assert 1 == told.count("- the website")
    assert "When you think of AI and this campaign: what worries you most?" in told
    assert "Left. Nothing of it is kept." in told
    assert "Canvassing" not in repr(log_of(path))
