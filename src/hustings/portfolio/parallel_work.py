"""Work spread over processes: a function that can be pickled, its arguments one by one, results as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from typing import TypeVar

Asked = TypeVar("Asked")
Found = TypeVar("Found")
AHEAD = 4
"""How many arguments wait for each process."""


def side_by_side(asked: Iterable[Asked], work: Callable[[Asked], Found], cores: int) -> Iterator[tuple[Asked, Found]]:
    """Each argument with its result, in no certain order. One core works in this process, and in order.

    Arguments are taken only as fast as they are worked on, so that there may be any number of them.
    """
    if cores < 2:  # noqa: PLR2004 - one core works by itself
        yield from ((one, work(one)) for one in asked)
        return
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        coming, left = dict[Future[Found], Asked](), iter(asked)
        while _fill(pool, work, coming, left, cores * AHEAD):
            done, _ = wait(coming, return_when=FIRST_COMPLETED)
            yield from ((coming.pop(one), one.result()) for one in done)


def _fill(
    pool: ProcessPoolExecutor,
    work: Callable[[Asked], Found],
    coming: dict[Future[Found], Asked],
    left: Iterator[Asked],
    most: int,
) -> bool:
    """Hand out arguments until so many wait; whether any do."""
    while len(coming) < most and (one := next(left, None)) is not None:
        coming[pool.submit(work, one)] = one
    return bool(coming)
