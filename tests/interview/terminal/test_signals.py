"""Signals leave an interview with everything kept."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from support.interview import ENTER, RESUME, Open, at_first_question

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
@pytest.mark.parametrize("in_list", [False, True])
def test_signals_keep_everything_and_say_how_to_resume(
    window: Open, tmp_path: Path, number: signal.Signals, code: int, *, in_list: bool
) -> None:
    win = window()
    at_first_question(win)
    if in_list:
        win.type("Rivera", ENTER, until="first ballots")
        win.type("\x0c", until="Where do you want to go?")
    win.child.kill(number)
    win.until(RESUME)
    assert win.ended() == code
    assert ("1 answer is saved." if in_list else "0 answers are saved.") in win.text()
    assert [path.name for path in tmp_path.iterdir()] == ["rivera.hustings"]
