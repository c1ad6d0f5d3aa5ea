"""When memory is tidied: while somebody reads a page, and not between a key and the next page.

Each prompt leaves thousands of objects behind that point at each other. Python looks for such garbage whenever it has
made enough of them, which is in the midst of a key, for up to 40 ms: twice as long as all the rest.
"""

from __future__ import annotations

import gc
from asyncio import TimerHandle, get_running_loop
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE = 0.06
"""Seconds without a key after a page was drawn, before memory is tidied."""
FEW_PAGES_WORTH = 20_000
"""New objects at which Python tidies by itself after all: what a few pages leave that nobody paused at."""


@contextmanager
def collecting_in_pauses() -> Iterator[None]:
    """What is loaded by now stays and is not looked through again; what comes is tidied in pauses."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(FEW_PAGES_WORTH, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


class CollectWhenIdle:
    """Called after each drawing of a page: tidy in a moment, unless it is drawn anew, or left, by then."""

    def __init__(self) -> None:
        self._due: TimerHandle | None = None

    def __call__(self, _app: object = None) -> None:
        """Put the collection off until nothing has been typed for a moment."""
        if self._due is not None:
            self._due.cancel()
        self._due = get_running_loop().call_later(PAUSE, gc.collect)
