"""How far votes agree: the measures of method.md 2.6, each from the counts alone.

`counts` are votes per level of one scale, in the scale's order. Shares are exact fractions; only the two measures that
need logarithms are floats. Leik's L and the modal share decide (2.5); the others are reported beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations
from math import log, log2
from typing import Literal

Counts = Sequence[int]
Scale = Literal["nominal", "ordinal", "interval"]
ONE = Fraction(1)


def leik(counts: Counts) -> Fraction:
    """L = 1 - 2/(K-1) * sum of min(F_k, 1 - F_k): 0 (half at each end) to 1. Needs a vote and two levels."""
    total = sum(counts)
    below = [Fraction(part, total) for part in list(accumulate(counts))[:-1]]
    return 1 - 2 * sum((min(share, 1 - share) for share in below), Fraction()) / (len(counts) - 1)


def consensus(counts: Counts) -> float:
    """Tastle and Wierman's Cns, 0 to 1: with means and logarithms, so that one distant vote weighs more."""
    total, most = sum(counts), len(counts) - 1
    mean = Fraction(sum(level * count for level, count in enumerate(counts)), total)
    terms = (
        count / total * log2(float(1 - abs(level - mean) / most))
        for level, count in enumerate(counts)
        if count and abs(level - mean) < most
    )
    return 1 + sum(terms)


def van_der_eijk(counts: Counts) -> Fraction | None:
    """Agreement A, -1 (two camps) over 0 (all levels alike) to 1. None for fewer than three levels."""
    if len(counts) < 3:  # noqa: PLR2004 - a shape has three points
        return None
    total = sum(counts)
    return sum((Fraction(votes, total) * _shape(levels) for votes, levels in _layers(counts)), Fraction())


def _layers(counts: Counts) -> Iterator[tuple[int, tuple[bool, ...]]]:
    """The counts split into layers, in each of which a level is present or not, with the votes of the layer."""
    left = list(counts)
    while any(left):
        least = min(count for count in left if count)
        there = tuple(count > 0 for count in left)
        yield least * sum(there), there
        left = [count - least if count else 0 for count in left]


def _shape(there: tuple[bool, ...]) -> Fraction:
    """Agreement of one layer: how often three of its levels rise or fall (TU), against a gap between two (TDU)."""
    levels, filled = len(there), sum(there)
    if filled in (1, levels):
        return ONE if filled == 1 else Fraction()
    shapes = list(combinations(there, 3))
    one_way = sum(shape in ((True, True, False), (False, True, True)) for shape in shapes)
    gaps = shapes.count((True, False, True))
    unimodal = Fraction((levels - 2) * one_way - (levels - 1) * gaps, (levels - 2) * (one_way + gaps))
    return unimodal * (1 - Fraction(filled - 1, levels - 1))


def quartile_range(counts: Counts) -> Fraction:
    """IQR: third less first quartile (type 7), 0 to K-1. It does not see one dissenter in five."""
    votes = [level for level, count in enumerate(counts) for _ in range(count)]
    return _quantile(votes, Fraction(3, 4)) - _quantile(votes, Fraction(1, 4))


def _quantile(votes: Sequence[int], share: Fraction) -> Fraction:
    place = share * (len(votes) - 1)
    low = int(place)
    high = min(low + 1, len(votes) - 1)
    return votes[low] + (place - low) * (votes[high] - votes[low])


def entropy(counts: Counts) -> float:
    """Normalised entropy, 0 (all agree) to 1. Ignores order."""
    total = sum(counts)
    return -sum(count / total * log(count / total) for count in counts if count) / log(len(counts)) + 0.0


def variance(counts: Counts) -> Fraction:
    """Sample variance of the levels; needs two votes."""
    total = sum(counts)
    mean = Fraction(sum(level * count for level, count in enumerate(counts)), total)
    return sum((count * (level - mean) ** 2 for level, count in enumerate(counts)), Fraction()) / (total - 1)


def r_wg(counts: Counts) -> Fraction:
    """1 - s^2 / ((K^2 - 1)/12): against random votes. May be negative."""
    return 1 - variance(counts) / Fraction(len(counts) ** 2 - 1, 12)


def r_star_wg(counts: Counts) -> Fraction:
    """1 - s^2 / ((K-1)^2/4): against the widest disagreement."""
    return 1 - variance(counts) / Fraction((len(counts) - 1) ** 2, 4)


def modal_share(counts: Counts) -> Fraction:
    """The largest share of one level, 1/K to 1."""
    return Fraction(max(counts), sum(counts))


def alpha(units: Sequence[Counts], scale: Scale) -> Fraction | None:
    """Krippendorff's alpha over several questions of one scale: 1 - Do/De. Missing votes are allowed.

    None where it is not defined: no question with two votes, or no variation at all.
    """
    paired = [counts for counts in units if sum(counts) > 1]
    totals: list[int] = [sum(column) for column in zip(*paired, strict=True)]
    every = sum(totals)
    apart = _distances(totals, scale)
    expected = sum((totals[c] * totals[k] * far for (c, k), far in apart.items()), Fraction())
    if not expected:
        return None
    observed = sum(
        (Fraction(counts[c] * counts[k], sum(counts) - 1) * far for counts in paired for (c, k), far in apart.items()),
        Fraction(),
    )
    return 1 - (every - 1) * observed / expected


def _distances(totals: Counts, scale: Scale) -> dict[tuple[int, int], Fraction]:
    """Squared difference of every two levels, each pair once."""
    return {(c, k): _distance(totals, c, k, scale) for c, k in combinations(range(len(totals)), 2)}


def _distance(totals: Counts, c: int, k: int, scale: Scale) -> Fraction:
    match scale:
        case "nominal":
            return ONE
        case "interval":
            return Fraction((k - c) ** 2)
        case _:
            return (sum(totals[c : k + 1]) - Fraction(totals[c] + totals[k], 2)) ** 2
