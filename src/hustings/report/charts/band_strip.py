"""The scale from 0 to 100 with its bands, on which charts stand; the measure is 510 points, so a point is 5.1 wide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hustings.messages import listed, say
from hustings.report.charts.primitives.drawing import Shape, Word, box, clear_of, word
from hustings.report.charts.primitives.text_width import fitted
from hustings.scoring.result import Result, truncated

MEASURE = 510.0
POINT = MEASURE / 100
GAP = 0.8


def edges(result: Result) -> tuple[tuple[float, float], ...]:
    """Where each band starts and ends, 0 to 100."""
    starts = [float(band.start) for band in result.pack.rubric.bands]
    return tuple(pairwise((*starts, 100.0)))


def here(result: Result) -> tuple[bool, ...]:
    """Of each band, whether the interval touches it."""
    return tuple(result.band_lo.start <= band.start <= result.band_hi.start for band in result.pack.rubric.bands)


def strip(result: Result, y: float, height: float) -> Iterator[Shape]:
    """The bands as two paths: those that the interval touches, and the others."""
    both = tuple(zip(edges(result), here(result), strict=True))
    for on, fill in ((False, "band_off"), (True, "accent_light")):
        paths = (_band(start, end, y, height) for (start, end), touched in both if touched is on)
        yield Shape("".join(paths), fill)


def _band(start: float, end: float, y: float, height: float) -> str:
    gap = GAP if start else 0
    return box(start * POINT + gap, y, (end - start) * POINT - gap, height)


def scale(result: Result, y: float) -> tuple[Word, ...]:
    """The names of the bands, in the middle of each, and the points where they start."""
    names = tuple(_names(result, y))
    numbers = (_number(at, y) for at in (*(start for start, _ in edges(result)), 100.0))
    return (*names, *(one for one in numbers if clear_of(one, names, 3)))


def _names(result: Result, y: float) -> Iterator[Word]:
    for band, (start, end), on in zip(result.pack.rubric.bands, edges(result), here(result), strict=True):
        room = (end - start) * POINT - 24
        look = {"weight": "700" if on else "400", "fill": "ink" if on else "quiet", "anchor": "middle"}
        yield word((start + end) / 2 * POINT, y, fitted(band.title, 9.5, room, 700), **look)


def _number(at: float, y: float) -> Word:
    anchor = {0.0: "start", 100.0: "end"}.get(at, "middle")
    return word(at * POINT, y, f"{at:g}", size="9", fill="quiet", anchor=anchor)


def bands_said(result: Result) -> str:
    """The bands in a sentence."""
    bands = (
        say("{band} from {start}", band=band.title, start=truncated(band.start).removesuffix(".0"))
        for band in result.pack.rubric.bands
    )
    return say("Bands: {bands}.", bands=listed(tuple(bands)))
