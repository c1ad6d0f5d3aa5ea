"""The line of bars of an interview: one for each section, as long as its questions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.styled_text.bars import bar
from hustings.styled_text.rows import Piece, Row

LEAST_BAR, MOST_BARS_GAP = 2, 1


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
