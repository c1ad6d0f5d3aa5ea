"""Memory is tidied while a page is read, and not in the midst of a key."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from hustings.interview.terminal.garbage_collection import (
    OBJECTS_OF_FEW_PAGES,
    PAUSE,
    CollectWhenIdle,
    collect_in_pauses,
)

A_PAGES_WORTH = 6_000


@contextmanager
def collections() -> Iterator[list[int]]:
    """The generations that Python tidies meanwhile, in order."""
    seen = list[int]()

    def noted(phase: str, about: Mapping[str, int]) -> None:
        if phase == "start":
            seen.append(about["generation"])

    gc.callbacks.append(noted)
    try:
        yield seen
    finally:
        gc.callbacks.remove(noted)


def test_what_a_page_leaves_behind_is_not_tidied_before_the_next_stands() -> None:
    before = gc.get_threshold()
    with collect_in_pauses(), collections() as seen:
        made = [list[object]() for _ in range(A_PAGES_WORTH)]
        assert [] == seen
        made += [list[object]() for _ in range(OBJECTS_OF_FEW_PAGES)]
        assert [0] == seen
    assert before == gc.get_threshold()


def test_what_was_excluded_before_stays_so_and_nothing_else() -> None:
    gc.unfreeze()
    with collect_in_pauses():
        assert gc.get_freeze_count()
    assert 0 == gc.get_freeze_count()
    gc.freeze()  # as it was, for the tests that follow
    with collect_in_pauses():
        pass
    assert gc.get_freeze_count()


def test_a_pause_is_taken_once_after_the_last_drawing() -> None:
    async def drawn_twice_then_read() -> list[int]:
        pause = CollectWhenIdle()
        with collect_in_pauses(), collections() as seen:
            pause()
            pause()  # the timer of the first is taken back, however slow the machine
            assert [] == seen
            await asyncio.sleep(PAUSE * 3)
            return list(seen)

    assert [2] == asyncio.run(drawn_twice_then_read())


def test_a_page_that_was_left_at_once_is_not_paused_at() -> None:
    async def drawn_and_left() -> None:
        CollectWhenIdle()()

    with collect_in_pauses(), collections() as seen:
        asyncio.run(drawn_and_left())
        assert 2 not in seen
