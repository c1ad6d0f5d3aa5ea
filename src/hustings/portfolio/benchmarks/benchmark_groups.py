"""Benchmarks that can be passed on: quartiles of groups of comparable campaigns, and nothing that names one.

Groups are those of an office and a team size, of an office, of a size, and of all; each consists of whole blocks of
`released_editions`. Figures are whole points and counts are multiples of five, both cut, so that neither is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.portfolio.benchmarks.released_editions import LEAST, OTHER, UNSAID, Entry, Placed
from hustings.portfolio.figures.spread import quartiles
from hustings.portfolio.figures.standing import Standing

FORMAT, FORMAT_VERSION = "hustings-benchmarks", 1
SCHEMA = Path(__file__).with_name("benchmarks.schema.json")
"""What the file looks like; the meaning of a field never changes within a format version."""
HUNDREDTHS = 100
Points = tuple[int, int, int]
"""The lower quartile, the median and the upper quartile, in whole points."""


@dataclass(frozen=True, slots=True)
class BenchmarkGroup:
    """A group: the ids of its office and size (None: any), how many campaigns it has at least, and its quartiles."""

    office: str | None
    size: str | None
    campaigns: int
    index: Points
    areas: tuple[tuple[str, Points], ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """A group and who is in it. It is never written: attacks in tests need it."""

    office: str | None
    size: str | None
    members: tuple[Entry, ...]


def entries(latest: Iterable[Standing]) -> Iterator[Entry]:
    """The campaigns of which enough is known for one number."""
    for one in latest:
        if not one.provisional:
            areas = tuple(sorted((area, int(ready.pt * HUNDREDTHS * 100)) for area, ready in one.domains))
            about, index = one.about, int(one.index.pt * HUNDREDTHS)
            yield Entry(about.campaign, about.office or UNSAID, about.size or UNSAID, index, areas)


def memberships(placed: Sequence[Placed]) -> tuple[Membership, ...]:
    """The groups of the latest edition, each as the entries of whole blocks."""
    inside = [(one.entry, _office(one), _size(one)) for one in placed if one.place]
    offices = sorted({office for _, office, _ in inside} - {UNSAID, OTHER})
    sizes = sorted({size for *_, size in inside} - {UNSAID, OTHER})
    wanted: list[tuple[str | None, str | None]] = [
        *((office, size) for office in offices for size in sizes),
        *((office, None) for office in offices),
        *((None, size) for size in sizes),
        (None, None),
    ]
    made = (Membership(office, size, tuple(_members(inside, office, size))) for office, size in wanted)
    return tuple(one for one in made if one.members)


def _office(one: Placed) -> str:
    return one.place.partition(" ")[0]


def _size(one: Placed) -> str:
    return one.place.partition(" ")[2]


def _members(inside: Iterable[tuple[Entry, str, str]], office: str | None, size: str | None) -> Iterator[Entry]:
    for entry, its_office, its_size in inside:
        if office in (None, its_office) and size in (None, its_size):
            yield entry


def groups(placed: Sequence[Placed]) -> tuple[BenchmarkGroup, ...]:
    """The groups as they are published."""
    return tuple(_group(one) for one in memberships(placed))


def _group(found: Membership) -> BenchmarkGroup:
    areas = sorted({area for one in found.members for area, _ in one.areas})
    shares = ((area, [share for one in found.members for id_, share in one.areas if id_ == area]) for area in areas)
    return BenchmarkGroup(
        found.office,
        found.size,
        len(found.members) // LEAST * LEAST,
        _points([one.index for one in found.members]),
        tuple((area, _points(those)) for area, those in shares if len(those) == len(found.members)),
    )


def _points(hundredths: Sequence[int]) -> Points:
    found = quartiles([Fraction(one, HUNDREDTHS) for one in hundredths])
    return int(found.low), int(found.middle), int(found.high)


def benchmarks_json(made: Sequence[BenchmarkGroup], pack: str, on: date, *, invented: bool) -> dict[str, object]:
    """The benchmarks as they are written. `pack`: the id of the pack by which the campaigns are scored."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "pack": pack,
        "on": on.isoformat(),
        "least": LEAST,
        "invented": invented,
        "groups": [
            {
                "office": one.office,
                "size": one.size,
                "campaigns": one.campaigns,
                "index": list(one.index),
                "areas": {area: list(points) for area, points in one.areas},
            }
            for one in made
        ],
    }
