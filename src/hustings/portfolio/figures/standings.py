"""Where every campaign of a portfolio stands, computed on all cores from its tables alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from hustings.frozen_records import dataclass
from hustings.portfolio.figures.standing import Standing, StandingOf
from hustings.portfolio.figures.stored_standings import StoredStandings
from hustings.portfolio.parallel_assessments import of_each
from hustings.portfolio.tables.stored_answers import StoredAssessment, stored_assessments
from hustings.portfolio.tables.stored_tables import StoredTables


@dataclass(frozen=True, slots=True)
class Standings:
    """Where the campaigns stand: each one's latest assessment, and the one before it where the tables have it.

    In the order of their keys. `left_out`: assessments that could not be scored, with their packs.
    """

    latest: tuple[Standing, ...]
    before: tuple[Standing, ...]
    left_out: tuple[StoredAssessment, ...]


def standings(
    tables: StoredTables, on: date, *, planned: bool, count: int, cores: int, seen: Callable[[int], object]
) -> Standings:
    """Where they stand on a day. `planned`: with their plans. `count`: how many assessments there are.

    `seen` is told how many are done, now and then. Planned ones are kept beside the tables for the next time.
    """
    found, left_out = list[Standing](), list[StoredAssessment]()
    before = StoredStandings.read(tables, on) if planned else None
    left = stored_assessments(tables, every=True) if before is None else _not_known(tables, before, found, seen)
    of_one = StandingOf(tables, on, planned)
    for stored, said in of_each(tables, of_one, every=True, count=count, cores=cores, seen=seen, among=left):
        if said is None:
            left_out.append(stored)
            continue
        found.append(said)
        if before is not None:
            before.add(stored, said)
    if before is not None:
        before.write()
    found.sort(key=lambda one: (one.about.campaign, one.about.number))
    return Standings(*_by_age(found), tuple(left_out))


def _not_known(
    tables: StoredTables, before: StoredStandings, found: list[Standing], seen: Callable[[int], object]
) -> Iterator[StoredAssessment]:
    """The assessments whose standing is not known; the others' are put into `found`."""
    for stored in stored_assessments(tables, every=True):
        if (known := before.find(stored)) is None:
            yield stored
        else:
            found.append(known)
            seen(1)


def _by_age(found: Sequence[Standing]) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """The latest of each campaign, and the one before it."""
    latest = tuple(one for one in found if one.about.latest)
    last = {one.about.campaign: one.about.number for one in latest}
    before = dict[str, Standing]()
    for one in found:
        if one.about.number < last.get(one.about.campaign, 0):
            before[one.about.campaign] = one
    return latest, tuple(before.values())
