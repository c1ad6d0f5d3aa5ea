"""How a figure is spread over many campaigns: its quartiles, and how many lie in each stretch of the scale."""

from __future__ import annotations

from collections.abc import Sequence
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
    ordered = sorted(figures)
    return Quartiles(*(_at(ordered, Fraction(part, 4)) for part in range(5)))


def _at(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def histogram(indexes: Sequence[Fraction]) -> tuple[int, ...]:
    """How many indexes (0 to 100) lie in each stretch of five points; 100 itself is in the last."""
    counts = [0] * (100 // STRETCH)
    for index in indexes:
        counts[min(int(index / STRETCH), len(counts) - 1)] += 1
    return tuple(counts)
