"""Garbage collection while somebody reads a page, not between a key and the next page.

Each prompt leaves thousands of objects in reference cycles. Python would collect them whenever there are enough, which
is while a key is processed, for up to 40 ms: twice as long as everything else.
"""

from __future__ import annotations

import gc
from asyncio import TimerHandle, get_running_loop
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE = 0.06
"""Seconds without a key after a page was drawn, before garbage is collected."""
OBJECTS_OF_FEW_PAGES = 20_000
"""New objects at which Python collects by itself: those of a few pages without a pause."""


@contextmanager
def collect_in_pauses() -> Iterator[None]:
    """Exclude all present objects from collection, and collect later ones in pauses. Those excluded before stay so."""
    before, excluded = gc.get_threshold(), gc.get_freeze_count()
    gc.freeze()
    gc.set_threshold(OBJECTS_OF_FEW_PAGES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if not excluded:
            gc.unfreeze()


class CollectWhenIdle:
    """Called after each drawing of a page: collect soon, unless the page is drawn again or left before."""

    def __init__(self) -> None:
        self._due: TimerHandle | None = None

    def __call__(self, _app: object = None) -> None:
        """Postpone the collection until nothing was typed for a moment."""
        if self._due is not None:
            self._due.cancel()
        self._due = get_running_loop().call_later(PAUSE, gc.collect)
