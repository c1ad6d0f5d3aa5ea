"""Bars of signs: how much is done, a share between two bounds, and the range of the index on the line of bands."""

from __future__ import annotations

from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import Piece, Row, Rows
from hustings.text import cells

FULL, HALF, DASHED, EMPTY, BLOCK = "━", "╸", "╍", "─", "█"
BAR = 40
"""The usual length of a bar."""
HALF_CELL = Fraction(1, 2)
POINTS = 100


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


def range_bar(low: Fraction, high: Fraction, width: int) -> Row:
    """Shares from 0 to 1: solid up to `low` (in place), dashed up to `high` (not known), light beyond (missing)."""
    solid = min(round(low * width), width - (high > low))
    dashed = max(round(high * width), solid + (high > low)) - solid
    return (("fill", FULL * solid), ("ask", DASHED * dashed), ("line", EMPTY * (width - solid - dashed)))


def legend(in_place: str, not_known: str, missing: str) -> Rows:
    """What the three parts of such a bar mean, each a row of its own."""
    parts: tuple[tuple[Role, str, str], ...] = (
        ("fill", FULL, in_place),
        ("ask", DASHED, not_known),
        ("line", EMPTY, missing),
    )
    return tuple(((role, 2 * sign), ("quiet", f" {text}")) for role, sign, text in parts)


def strip_rows(strip: Strip, width: int) -> Rows:
    """The range as a block on a line with a mark where each band begins, and the names of the bands below."""
    start = min(int(strip.low * width / POINTS), width - 1)
    stop = min(max(int(strip.high * width / POINTS), start + 1), width)
    marks = [int(begins * width / POINTS) for _, begins in strip.bands if begins]
    line = "".join("┬" if at in marks else EMPTY for at in range(width))
    track: Row = (("line", line[:start]), ("fill", BLOCK * (stop - start)), ("line", line[stop:]))
    return (track, _names(strip, width))


def _names(strip: Strip, width: int) -> Row:
    """Each band's name where it begins, strong where the range is; one for which there is no room is left out."""
    row, at = list[Piece](), 0
    bounds = [*(begins for _, begins in strip.bands), None]
    for (title, begins), end in zip(strip.bands, bounds[1:], strict=True):
        start, stop = int(begins * width / POINTS), width + 1 if end is None else int(end * width / POINTS)
        if cells(title) < stop - start:
            touched = begins <= strip.high and (end is None or strip.low < end)
            row += [("", " " * (start - at)), ("strong" if touched else "quiet", title)]
            at = start + cells(title)
    return tuple(piece for piece in row if piece[1])
