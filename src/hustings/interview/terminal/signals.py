"""Signals that end an interview: they become an exception, so that the terminal is put right and nothing is lost.

Python's default for SIGTERM and SIGHUP is to die on the spot, with the terminal left without echo.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

NAMES = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP


@contextmanager
def signals_leave() -> Iterator[None]:
    """While this lasts, SIGTERM and SIGHUP raise SystemExit(128 + number).

    Once only: a terminal that closes sends SIGHUP twice, and the second must not cut off the saving and closing that
    the first began. So after the first, both are ignored for good.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
    before = [(number, signal.signal(number, _leave)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            if signal.getsignal(number) is _leave:
                signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    for name in NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    raise SystemExit(128 + number)
