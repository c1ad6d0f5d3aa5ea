"""How many campaigns lie on each stretch of the scale from 0 to 100: a column for each, over the names of the bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from hustings.frozen_records import dataclass
from hustings.messages import listed, say, several
from hustings.report.charts.band_strip import MEASURE, POINT
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, clear_of, line, word
from hustings.report.charts.primitives.text_width import fitted
from hustings.scoring.result import truncated

TOP, HIGH, GAP, LEAST = 26.0, 96.0, 1.2, 9.0
"""Where the highest column ends, how high it is, the gap between two, and how far a number keeps from the median."""


@dataclass(frozen=True, slots=True)
class NamedBand:
    """A band of the index: its title, where it starts (0 to 100), and how many campaigns it holds."""

    title: str
    start: int
    count: int


def histogram_chart(counts: Sequence[int], bands: Sequence[NamedBand], middle: Fraction) -> Drawing:
    """The chart, 510 wide. `counts`: from left to right, for stretches that are equally long; `middle`: the median."""
    return Drawing(
        kind="histogram",
        alt=_alt(counts, bands, middle),
        width=f"{MEASURE:g}",
        height=f"{TOP + HIGH + 30:g}",
        shapes=tuple(_shapes(counts, bands, float(middle) * POINT)),
        words=tuple(_words(counts, bands, middle)),
    )


def _shapes(counts: Sequence[int], bands: Sequence[NamedBand], middle: float) -> Iterator[Shape]:
    foot, wide = TOP + HIGH, MEASURE / len(counts)
    grounds = (
        box(band.start * POINT + (1.6 if band.start else 0), foot + 3, _long(bands, at), 5)
        for at, band in enumerate(bands)
    )
    yield Shape("".join(grounds), "band_off")
    columns = (
        box(at * wide + GAP / 2, foot - _height(counts, count), wide - GAP, _height(counts, count))
        for at, count in enumerate(counts)
        if count
    )
    yield Shape("".join(columns), "accent")
    yield Shape(line(0, foot, MEASURE, foot), stroke="ink", width="0.7")
    yield Shape(line(middle, 14, middle, foot + 8), stroke="ink", width="1.6")


def _long(bands: Sequence[NamedBand], at: int) -> float:
    ends = [end for _, end in pairwise((*(band.start for band in bands), 100))]
    return (ends[at] - bands[at].start) * POINT - (1.6 if bands[at].start else 0)


def _height(counts: Sequence[int], count: int) -> float:
    return HIGH * count / max(*counts, 1)


def _words(counts: Sequence[int], bands: Sequence[NamedBand], middle: Fraction) -> Iterator[Word]:
    half = _half(middle)
    yield half
    foot, wide = TOP + HIGH, MEASURE / len(counts)
    for at, count in enumerate(counts):
        top = foot - _height(counts, count) - 3
        one = _number((at + 0.5) * wide, top, count, float(middle) * POINT)
        if count and (top > 14 or clear_of(one, [half])):  # noqa: PLR2004 - under the median's words
            yield one
    for at, band in enumerate(bands):
        room = _long(bands, at) - 6
        x = band.start * POINT + _long(bands, at) / 2 + 1
        yield word(x, foot + 18, fitted(band.title, 9.5, room, 600), weight="600", anchor="middle")
        yield word(x, foot + 29, fitted(_says(band), 9, room), size="9", fill="quiet", anchor="middle")


def _number(x: float, y: float, count: int, middle: float) -> Word:
    """How many a column holds, over its middle, or beside the line of the median where that would cross it."""
    if abs(x - middle) >= LEAST:
        return word(x, y, str(count), size="9", anchor="middle")
    anchor, aside = ("end", -3) if x < middle else ("start", 3)
    return word(middle + aside, y, str(count), size="9", anchor=anchor)


def _says(band: NamedBand) -> str:
    return several(band.count, "from {start}: {n} campaign", "from {start}: {n} campaigns", start=band.start)


def _half(middle: Fraction) -> Word:
    """The words at the median, on the side where there is room."""
    text = say("half are below {n}", n=truncated(middle, 0))
    x = float(middle) * POINT
    anchor = "end" if x > MEASURE * 0.7 else "start"
    return word(x + (-4 if anchor == "end" else 4), 11, text, size="9.5", weight="600", anchor=anchor)


def _alt(counts: Sequence[int], bands: Sequence[NamedBand], middle: Fraction) -> str:
    held = [say("{n} in {band} (from {start})", n=band.count, band=band.title, start=band.start) for band in bands]
    sentence = several(
        sum(counts),
        "Readiness index of {n} campaign: {held}.",
        "Readiness index of {n} campaigns: {held}.",
        held=listed(held),
    )
    return f"{sentence} {say('Half of them are below {n}.', n=truncated(middle))}"
