"""How a figure is spread over many campaigns: its quartiles, and how many lie in each stretch of the scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass

STRETCH = 5
"""Points of the index that one column of a histogram holds."""


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The lowest and the highest figure, and those below which a quarter, half and three quarters lie."""

    lowest: Fraction
    low: Fraction
    middle: Fraction
    high: Fraction
    highest: Fraction


def quartiles(figures: Sequence[Fraction]) -> Quartiles:
    """The quartiles of some figures, of which there is one at least; between two of them in proportion."""
    return quartiles_at(dict(enumerate(sorted(figures))), len(figures))


def quartile_places(count: int) -> tuple[int, ...]:
    """The places, from 0, that the quartiles of so many figures in order depend on."""
    below = [part * (count - 1) // 4 for part in range(5)]
    return tuple(sorted({place for one in below for place in (one, min(one + 1, count - 1))}))


def quartiles_at(ordered: Mapping[int, Fraction], count: int) -> Quartiles:
    """The quartiles of so many figures in order, of which those at `quartile_places` are given."""
    return Quartiles(*(_at(ordered, Fraction(part * (count - 1), 4), count - 1) for part in range(5)))


def _at(ordered: Mapping[int, Fraction], place: Fraction, last: int) -> Fraction:
    below = int(place)
    above = min(below + 1, last)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def histogram(indexes: Sequence[Fraction]) -> tuple[int, ...]:
    """How many indexes (0 to 100) lie in each stretch of five points; 100 itself is in the last."""
    counts = [0] * (100 // STRETCH)
    for index in indexes:
        counts[min(int(index / STRETCH), len(counts) - 1)] += 1
    return tuple(counts)
