"""Bars: one for each section, as long as its questions; and the range of the index on the line of bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hustings.interview.screen.rows import Piece, Role, Row, Rows
from hustings.text import cells

FULL, HALF, EMPTY, BLOCK = "━", "╸", "─", "█"
LEAST_BAR, MOST_BARS_GAP = 2, 1
HALF_CELL = Fraction(1, 2)
POINTS = 100


@dataclass(frozen=True, slots=True)
class Meter:
    """How far a section is: questions done, all of them, minutes left, and whether this is where you are."""

    done: int
    of: int
    minutes: int = 0
    here: bool = False

    @property
    def part(self) -> Fraction:
        """How much is done, 0 to 1."""
        return Fraction(self.done, self.of) if self.of else Fraction(1)


@dataclass(frozen=True, slots=True)
class Strip:
    """The range of the index, 0 to 100, on the line of bands: their titles and where each begins."""

    low: Fraction
    high: Fraction
    bands: tuple[tuple[str, Fraction], ...]


def bar(part: Fraction, width: int, rest: Role = "line") -> Row:
    """Done is heavy, to come is light: seen without colour, too. What is begun shows, however little it is."""
    full = int(part * width)
    half = HALF if part and full < width and (part * width - full >= HALF_CELL or not full) else ""
    return (("fill", FULL * full + half), (rest, EMPTY * (width - full - len(half))))


def section_bars(meters: Sequence[Meter], width: int) -> Row:
    """A line of bars, one for each section: where we are, and what is done."""
    if not meters or width < len(meters) * (LEAST_BAR + MOST_BARS_GAP):
        return ()
    row = list[Piece]()
    for meter, size in zip(meters, _sizes(meters, width), strict=True):
        row += [("", " ")] if row else []
        row += bar(meter.part, size, "quiet" if meter.here else "line")
    return tuple(row)


def _sizes(meters: Sequence[Meter], width: int) -> list[int]:
    room, whole = width - MOST_BARS_GAP * (len(meters) - 1), sum(meter.of for meter in meters) or 1
    sizes = [max(LEAST_BAR, room * meter.of // whole) for meter in meters]
    longest = sizes.index(max(sizes))
    sizes[longest] += room - sum(sizes)
    return sizes if sizes[longest] >= LEAST_BAR else [LEAST_BAR] * len(meters)


def strip_rows(strip: Strip, width: int) -> Rows:
    """The range as a block on a line with a mark where each band begins, and the names of the bands below."""
    start, stop = (int(point * width / POINTS) for point in (strip.low, strip.high))
    stop = min(max(stop, start + 1), width)
    marks = [int(begins * width / POINTS) for _, begins in strip.bands if begins]
    line = "".join("┬" if at in marks else EMPTY for at in range(width))
    track: Row = (("line", line[:start]), ("fill", BLOCK * (stop - start)), ("line", line[stop:]))
    return (track, _names(strip, width))


def _names(strip: Strip, width: int) -> Row:
    """Each band's name where it begins; one for which there is no room is left out."""
    row, at = list[Piece](), 0
    starts = [int(begins * width / POINTS) for _, begins in strip.bands]
    for (title, begins), start, stop in zip(strip.bands, starts, (*starts[1:], width), strict=True):
        if cells(title) <= stop - start - 1 or (stop == width and cells(title) <= width - start):
            row += [("", " " * (start - at)), ("strong" if _within(strip, begins, stop, width) else "quiet", title)]
            at = start + cells(title)
    return tuple(piece for piece in row if piece[1])


def _within(strip: Strip, begins: Fraction, stop: int, width: int) -> bool:
    """Whether the range touches the band that begins here and ends at this cell."""
    ends = Fraction(stop * POINTS, width)
    return begins <= strip.high and (strip.low < ends or stop == width)
