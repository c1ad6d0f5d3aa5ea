"""Where every campaign of a portfolio stands, reckoned on all cores from its tables alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from hustings.frozen_records import dataclass
from hustings.portfolio.side_by_side import side_by_side
from hustings.portfolio.standing import Standing, StandingOf
from hustings.portfolio.stored_answers import StoredAssessment, stored_assessments
from hustings.portfolio.stored_tables import StoredTables

FEW, TOGETHER = 60, 10
"""Fewer assessments are scored by this process; and how many are handed over at once."""


@dataclass(frozen=True, slots=True)
class Standings:
    """Where the campaigns stand: each one's latest assessment, and the one before it where the tables have it.

    In the order of their keys. `left_out`: assessments that could not be scored, with their packs.
    """

    latest: tuple[Standing, ...]
    before: tuple[Standing, ...]
    left_out: tuple[StoredAssessment, ...]


@dataclass(frozen=True, slots=True)
class _Several:
    """Says it of several assessments."""

    of_one: StandingOf

    def __call__(self, stored: tuple[StoredAssessment, ...]) -> tuple[Standing | None, ...]:
        return tuple(map(self.of_one, stored))


def standings(
    tables: StoredTables, on: date, *, planned: bool, count: int, cores: int, seen: Callable[[int], object]
) -> Standings:
    """Where they stand on a day. `planned`: with their plans. `count`: how many assessments there are.

    `seen` is told how many are done, now and then.
    """
    found, left_out = list[Standing](), list[StoredAssessment]()
    work = _Several(StandingOf(tables, on, planned))
    pieces = _pieces(stored_assessments(tables, every=True))
    for stored, those in side_by_side(pieces, work, 1 if count < FEW else cores):
        found += [one for one in those if one is not None]
        left_out += [one for one, said in zip(stored, those, strict=True) if said is None]
        seen(len(stored))
    found.sort(key=lambda one: (one.about.campaign, one.about.number))
    return Standings(*_by_age(found), tuple(left_out))


def _pieces(stored: Iterable[StoredAssessment]) -> Iterator[tuple[StoredAssessment, ...]]:
    left = iter(stored)
    while piece := tuple(islice(left, TOGETHER)):
        yield piece


def _by_age(found: Sequence[Standing]) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """The latest of each campaign, and the one before it."""
    latest = tuple(one for one in found if one.about.latest)
    last = {one.about.campaign: one.about.number for one in latest}
    before = dict[str, Standing]()
    for one in found:
        if one.about.number < last.get(one.about.campaign, 0):
            before[one.about.campaign] = one
    return latest, tuple(before.values())
