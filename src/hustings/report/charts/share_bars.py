"""Shares of a whole, a row each: a name, a bar, the share in words, and a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, unit, word
from hustings.report.charts.primitives.text_width import wrapped
from hustings.scoring.result import truncated

FULL, NAME, START, WIDE, ROW, MORE = 510.0, 268.0, 280.0, 130.0, 19.0, 11.4


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A row. `part`: of the whole, 0 to 1; `dashed`: it is not known, so the bar is an outline."""

    name: str
    part: Fraction
    note: str = ""
    dashed: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The name in lines that fit."""
        return wrapped(self.name, 9.5, NAME, 600)

    @property
    def height(self) -> float:
        """The height of its row."""
        return ROW + MORE * (len(self.lines) - 1)


def share_bars(rows: Sequence[ShareRow], note: str = "") -> Drawing:
    """The chart, 510 wide; `note` is the head over the notes."""
    top = 13.0 if note else 0.0
    placed = tuple(_placed(rows, top))
    return Drawing(
        kind="shares",
        alt=" ".join(_alt(row, note) for row in rows),
        width=f"{FULL:g}",
        height=unit(top + sum(row.height for row in rows) + 1),
        shapes=tuple(_shapes(placed)),
        words=(
            *([word(FULL, 9, note, size="9", fill="quiet", anchor="end")] if note else []),
            *(each for row, y in placed for each in _words(row, y)),
        ),
    )


def _placed(rows: Sequence[ShareRow], top: float) -> Iterator[tuple[ShareRow, float]]:
    for row in rows:
        yield row, top
        top += row.height


def _shapes(placed: Sequence[tuple[ShareRow, float]]) -> Iterator[Shape]:
    yield Shape("".join(box(START, y + 3, WIDE, 11) for _, y in placed), "band_off")
    bars = [(row, box(START, y + 4.5, max(float(row.part) * WIDE, 1), 8)) for row, y in placed if row.part]
    yield Shape("".join(bar for row, bar in bars if not row.dashed), "accent")
    yield Shape("".join(bar for row, bar in bars if row.dashed), "paper", "accent", "0.8", "2 1.4")


def _words(row: ShareRow, y: float) -> Iterator[Word]:
    for at, text in enumerate(row.lines):
        yield word(0, y + 12 + at * MORE, text, size="9.5", weight="600" if at == 0 else "400")
    yield word(START + WIDE + 8, y + 12, _percent(row.part), size="9.5", weight="600")
    yield word(FULL, y + 12, row.note, size="9.5", anchor="end")


def _alt(row: ShareRow, note: str) -> str:
    """A row in a sentence with every number."""
    sentence = f"{row.name.removesuffix('.')}: {_percent(row.part)}"
    return (
        f"{sentence}, {note} {row.note}."
        if note and row.note
        else f"{sentence}, {row.note}."
        if row.note
        else f"{sentence}."
    )


def _percent(part: Fraction) -> str:
    """A part of a whole in whole percent, cut off."""
    return f"{truncated(100 * part, 0)} %"
