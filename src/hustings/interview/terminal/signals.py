"""Signals that end an interview become an exception, so that the terminal is restored and nothing is lost.

By default SIGTERM and SIGHUP end Python at once, which leaves the terminal without echo. A signal that comes while
Python runs a callback of its garbage collection would be lost, because it ignores exceptions there: it is sent again.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

NAMES = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP
SOON = 0.01
"""Seconds after which it is looked whether a lost signal can be sent again."""
LATEST = 5.0
"""Seconds after which a program that was told to end is ended, if something in it has swallowed that.

Each answer is on disk when it is given, so nothing is lost; and the case must not stay locked by nobody.
"""


@contextmanager
def exit_on_signals() -> Iterator[None]:
    """A context in which SIGTERM and SIGHUP raise `SystemExit(128 + number)`.

    Only the first one does: a terminal that closes sends SIGHUP twice, and the second must not interrupt the saving
    that the first began. After the first, both are ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
    before = [(number, signal.signal(number, _leave)) for number in numbers]
    reporting, sys.unraisablehook = sys.unraisablehook, _send_again
    try:
        yield
    finally:
        sys.unraisablehook = reporting
        for number, handler in before:
            if signal.getsignal(number) is _leave:
                signal.signal(number, handler)
        while _ENDINGS:
            _ENDINGS.pop().cancel()


_ENDINGS: list[threading.Timer] = []


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    for name in NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    ending = threading.Timer(LATEST, os._exit, (128 + number,))
    ending.daemon = True
    ending.start()
    _ENDINGS.append(ending)
    raise SystemExit(128 + number)


def _send_again(ignored: UnraisableHookArgs) -> None:
    """Send a signal again whose exception Python has ignored; any other is reported as ever."""
    match ignored.exc_value:
        case SystemExit(code=int(code)) if code > 128:  # noqa: PLR2004 - 128 is what `_leave` adds
            signal.signal(code - 128, _leave)
            _start_sending(code - 128)
        case KeyboardInterrupt():
            _start_sending(signal.SIGINT)
        case _:
            sys.__unraisablehook__(ignored)


def _start_sending(number: int) -> None:
    threading.Thread(target=_send_outside_of_the_hook, args=(number,), daemon=True).start()


def _send_outside_of_the_hook(number: int) -> None:
    """Send a signal once the main thread has left `_send_again`: what is raised inside it is lost again.

    On a busy machine that can take long, so the main thread's stack is asked and not the clock.
    """
    main = threading.main_thread().ident
    time.sleep(SOON)
    while main in (frames := sys._current_frames()) and _is_in_the_hook(frames[main]):  # noqa: SLF001 - it is documented
        time.sleep(SOON)
    os.kill(os.getpid(), number)


def _is_in_the_hook(frame: FrameType | None) -> bool:
    while frame and frame.f_code is not _send_again.__code__:
        frame = frame.f_back
    return frame is not None
