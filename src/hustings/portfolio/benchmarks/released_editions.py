"""Which campaigns stand in each edition of the benchmarks, so that no two published figures differ by a few campaigns.

The campaigns of an edition are divided into blocks of at least `LEAST`: those of one office and team size, the other
sizes of one office together, and what is left of all offices together. Every published group consists of whole blocks.
A later edition takes up what is new only where, of all that entered, left or stayed together in every edition so far,
there are again `LEAST` or more; what is fewer waits. So subtracting published groups, of one edition or of
several, is left with whole blocks.

The editions may be those of several tables with the same campaigns, such as January's and February's, or with others.

An answer that has changed is a campaign that left and another that entered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from hustings.frozen_records import dataclass

LEAST = 5
OTHER, OUT = "*", ""
"""The size of a block that takes several together; and the place of a campaign that is in no block."""
UNSAID = "-"
"""The office or size of a campaign that did not say it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A campaign as the benchmarks take it: figures in hundredths, from 0 to 10,000. `areas`: by the area's id."""

    campaign: str
    office: str
    size: str
    index: int
    areas: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and its block (`office size`) in each edition so far; `OUT` where it stands in none."""

    entry: Entry
    places: tuple[str, ...]

    @property
    def place(self) -> str:
        """Its block in the latest edition."""
        return self.places[-1] if self.places else OUT


Placing = Mapping[Entry, str]


def next_edition(before: Sequence[Placed], now: Iterable[Entry]) -> tuple[Placed, ...]:
    """All entries of all editions with their places, one edition later. `now`: the campaigns as they are."""
    wanted = _blocks(now)
    placing = wanted if _is_safe(before, wanted) else _as_far_as_safe(before, wanted)
    editions = len(before[0].places) if before else 0
    known = {one.entry: one.places for one in before}
    every = dict.fromkeys(chain(known, placing))
    made = (Placed(one, (*known.get(one, (OUT,) * editions), placing.get(one, OUT))) for one in every)
    return tuple(one for one in made if any(one.places))


def _blocks(now: Iterable[Entry]) -> Placing:
    """Each entry's block: its own cell, else the small cells of its office, else those of all offices together."""
    left, placing = tuple(now), dict[Entry, str]()
    for place in (_cell, _of_office, _of_all):
        counts = Counter(map(place, left))
        placing |= {one: place(one) for one in left if counts[place(one)] >= LEAST}
        left = tuple(one for one in left if one not in placing)
    return placing


def _cell(one: Entry) -> str:
    return f"{one.office} {one.size}"


def _of_office(one: Entry) -> str:
    return f"{one.office} {OTHER}"


def _of_all(_one: Entry) -> str:
    return f"{OTHER} {OTHER}"


def _is_safe(before: Sequence[Placed], placing: Placing) -> bool:
    """Whether those that were in the same blocks in every edition, this one included, are `LEAST` or none."""
    editions = len(before[0].places) if before else 0
    known = {one.entry: one.places for one in before}
    every = dict.fromkeys(chain(known, placing))
    together = Counter((*known.get(one, (OUT,) * editions), placing.get(one, OUT)) for one in every)
    return all(count >= LEAST for places, count in together.items() if any(places))


def _as_far_as_safe(before: Sequence[Placed], wanted: Placing) -> Placing:
    """The edition before of these campaigns, with each block that can be brought up to date."""
    kept = _edition_of(before, {one.campaign for one in wanted})
    by_block = defaultdict[str, dict[Entry, str]](dict)
    for entry, place in wanted.items():
        by_block[place][entry] = place
    for place in sorted({*by_block, *kept.values()}):
        coming = {entry.campaign for entry in by_block[place]}
        others = {one: at for one, at in kept.items() if at != place and one.campaign not in coming}
        trial = {**others, **by_block[place]}
        if _is_safe(before, trial):
            kept = trial
    return kept


def _edition_of(before: Sequence[Placed], campaigns: Collection[str]) -> Placing:
    """The latest edition most of whose campaigns are these; empty if there is none: others were of other tables."""
    for number in reversed(range(len(before[0].places) if before else 0)):
        edition = {one.entry: one.places[number] for one in before if one.places[number]}
        if 2 * sum(one.campaign in campaigns for one in edition) > len(edition):
            return edition
    return {}
