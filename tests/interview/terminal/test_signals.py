"""Signals leave an interview with everything kept."""

from __future__ import annotations

import signal
import subprocess
import sys
import weakref
from pathlib import Path
from threading import Event

import pytest

from hustings.interview.terminal import signals
from hustings.interview.terminal.signals import exit_on_signals
from support.interview import ENTER, RESUME, Open, at_first_question

pytestmark = pytest.mark.slow


class Collected:
    """Something whose end is watched by a callback, as garbage collection does it."""


def wait_in_vain(number: signal.Signals) -> None:
    """A signal comes in the callback, and Python ignores what it raises."""
    gone = Collected()
    watched = weakref.ref(gone, lambda _: signal.raise_signal(number))
    del gone
    assert watched() is None
    Event().wait(20)


@pytest.mark.parametrize(
    ("number", "left"), [(signal.SIGTERM, SystemExit), (signal.SIGHUP, SystemExit), (signal.SIGINT, KeyboardInterrupt)]
)
def test_a_signal_in_a_callback_is_not_lost(number: signal.Signals, left: type[BaseException]) -> None:
    with pytest.raises(left), exit_on_signals():
        wait_in_vain(number)


def test_a_signal_is_sent_again_however_long_its_report_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is raised while the report of an ignored exception runs is lost: nothing is sent until it has ended."""
    start = signals._start_sending

    def and_dawdle(number: int) -> None:
        start(number)
        Event().wait(0.3)

    monkeypatch.setattr(signals, "_start_sending", and_dawdle)
    with pytest.raises(KeyboardInterrupt), exit_on_signals():
        wait_in_vain(signal.SIGINT)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
@pytest.mark.parametrize("in_list", [False, True])
def test_signals_keep_everything_and_say_how_to_resume(
    window: Open, tmp_path: Path, number: signal.Signals, code: int, *, in_list: bool
) -> None:
    win = window()
    at_first_question(win)
    if in_list:
        win.type("Rivera", ENTER, until="first ballots")
        win.type("\x0c", until="Where to?")
    win.child.kill(number)
    win.until(RESUME)
    assert win.ended() == code
    assert ("1 answer is saved." if in_list else "0 answers are saved.") in win.text()
    assert [path.name for path in tmp_path.iterdir()] == ["rivera.hustings"]


SWALLOWED = """
import time
from hustings.interview.terminal import signals
signals.LATEST = 1.0
with signals.exit_on_signals():
    try:
        print("ready", flush=True)
        time.sleep(60)
    except SystemExit:
        print("swallowed", flush=True)
    time.sleep(60)
"""


def test_a_program_that_swallows_its_end_is_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", SWALLOWED], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert "ready\n" == child.stdout.readline()
        child.send_signal(signal.SIGHUP)
        assert "swallowed\n" == child.stdout.readline()
        assert 129 == child.wait(timeout=30)
