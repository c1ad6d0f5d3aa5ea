"""A function applied to each assessment of a portfolio, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from hustings.portfolio.parallel_work import side_by_side
from hustings.portfolio.tables.stored_answers import StoredAssessment, stored_assessments
from hustings.portfolio.tables.stored_tables import StoredTables

Found = TypeVar("Found")
FEW, TOGETHER = 60, 10
"""Fewer assessments are reckoned by this process; and how many are handed over at once."""


def of_each(
    tables: StoredTables,
    of_one: Callable[[StoredAssessment], Found],
    *,
    every: bool,
    count: int,
    cores: int,
    seen: Callable[[int], object],
    among: Iterable[StoredAssessment] | None = None,
) -> Iterator[tuple[StoredAssessment, Found]]:
    """Each assessment with what `of_one`, which can be pickled, makes of it; in no certain order.

    `every`: not only each campaign's latest. `count`: how many there are. `seen` is told how many are done, now and
    then. `among`: only these.
    """
    pieces = _pieces(stored_assessments(tables, every=every) if among is None else among)
    for stored, those in side_by_side(pieces, _Several(of_one), 1 if count < FEW else cores):
        yield from zip(stored, those, strict=True)
        seen(len(stored))


class _Several(Generic[Found]):
    """Makes it of several assessments, so that fewer things are handed to other processes."""

    def __init__(self, of_one: Callable[[StoredAssessment], Found]) -> None:
        self.of_one = of_one

    def __call__(self, stored: tuple[StoredAssessment, ...]) -> tuple[Found, ...]:
        return tuple(map(self.of_one, stored))


def _pieces(stored: Iterable[StoredAssessment]) -> Iterator[tuple[StoredAssessment, ...]]:
    left = iter(stored)
    while piece := tuple(islice(left, TOGETHER)):
        yield piece
