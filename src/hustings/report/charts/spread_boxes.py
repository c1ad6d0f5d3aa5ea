"""How figures are spread, a row each: a line from lowest to highest, a box that holds half, a mark in its middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, clear_of, line, word
from hustings.report.charts.primitives.text_width import fitted, text_width
from hustings.scoring.result import truncated

FULL, ROW, TOP, MOST_NAME, SAYS = 510.0, 24.0, 13.0, 150.0, 128.0
SCALE = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A row: its name, and the lowest figure, the quartiles and the highest one, all from 0 to 100."""

    name: str
    ends: tuple[Fraction, Fraction]
    half: tuple[Fraction, Fraction]
    middle: Fraction


def spread_boxes(rows: Sequence[SpreadRow]) -> Drawing:
    """The chart, 510 wide, a row of 24 each."""
    left = min(max((text_width(row.name, 10, 600) for row in rows), default=0), MOST_NAME) + 14
    wide = FULL - left - SAYS
    return Drawing(
        kind="spread",
        alt=" ".join(map(_alt, rows)),
        width=f"{FULL:g}",
        height=f"{TOP + ROW * len(rows) + 2:g}",
        shapes=tuple(_shapes(rows, left, wide)),
        words=(*_heads(left, wide), *(each for at, row in enumerate(rows) for each in _words(row, at, left))),
    )


def _shapes(rows: Sequence[SpreadRow], left: float, wide: float) -> Iterator[Shape]:
    def x(figure: Fraction) -> float:
        return left + float(figure) / 100 * wide

    tops = [(TOP + at * ROW, row) for at, row in enumerate(rows)]
    yield Shape("".join(box(left, y + 3, wide, 15) for y, _ in tops), "band_off")
    yield Shape(
        "".join(line(x(row.ends[0]), y + 10.5, x(row.ends[1]), y + 10.5) for y, row in tops), stroke="ink", width="0.9"
    )
    halves = (box(x(row.half[0]), y + 6, max(x(row.half[1]) - x(row.half[0]), 1), 9) for y, row in tops)
    yield Shape("".join(halves), "accent_light")
    yield Shape("".join(box(x(row.middle) - 1.3, y + 3.5, 2.6, 14) for y, row in tops), "accent")


def _heads(left: float, wide: float) -> Iterator[Word]:
    for at in SCALE:
        anchor = {0: "start", 100: "end"}.get(at, "middle")
        yield word(left + at / 100 * wide, 9, str(at), size="9", fill="quiet", anchor=anchor)
    half = word(FULL, 9, say("half lie between"), size="9", fill="quiet", anchor="end")
    if clear_of(half, [word(left + wide, 9, "100", size="9", anchor="end")]):
        yield half


def _words(row: SpreadRow, at: int, left: float) -> Iterator[Word]:
    y = TOP + at * ROW + 14
    yield word(0, y, fitted(row.name, 10, left - 8, 600), size="10", weight="600")
    low, high = (truncated(figure, 0) for figure in row.half)
    yield word(FULL, y, say("{low} and {high}", low=low, high=high), size="10", weight="600", anchor="end")


def _alt(row: SpreadRow) -> str:
    """A row in a sentence with every number."""
    numbers = (truncated(figure) for figure in (*row.ends, *row.half, row.middle))
    lowest, highest, low, high, middle = numbers
    return say(
        "{name}: from {lowest} to {highest}; half lie between {low} and {high}, the middle is {middle}.",
        name=row.name,
        lowest=lowest,
        highest=highest,
        low=low,
        high=high,
        middle=middle,
    )
