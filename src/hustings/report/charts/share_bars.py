"""Shares of a whole, a row each: a name, a bar, the share in words, and a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, unit, word
from hustings.report.charts.primitives.text_width import wrapped
from hustings.scoring.result import truncated

ROW, MORE = 19.0, 11.4


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide the chart and its names are, and where bars begin: beside the names, or `below` them."""

    full: float
    name: float
    start: float
    wide: float
    below: bool = False


PAPER, PHONE = Layout(510, 268, 280, 130), Layout(300, 300, 0, 180, below=True)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A row. `part`: of the whole, 0 to 1; `dashed`: it is not known, so the bar is an outline."""

    name: str
    part: Fraction
    note: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row, its name in lines that fit, and where it and its bar begin."""

    row: ShareRow
    lines: tuple[str, ...]
    top: float
    bar: float
    end: float


def share_bars(rows: Sequence[ShareRow], note: str = "", layout: Layout = PAPER) -> Drawing:
    """The chart; `note` is the head over the notes."""
    top = 13.0 if note else 0.0
    placed = tuple(_placed(rows, top, layout))
    return Drawing(
        kind="phone-shares" if layout.below else "shares",
        alt=" ".join(_alt(row, note) for row in rows),
        width=f"{layout.full:g}",
        height=unit((placed[-1].end if placed else top) + 1),
        shapes=tuple(_shapes(placed, layout)),
        words=(
            *([word(layout.full, 9, note, size="9", fill="quiet", anchor="end")] if note else []),
            *(each for one in placed for each in _words(one, layout)),
        ),
    )


def _placed(rows: Sequence[ShareRow], top: float, layout: Layout) -> Iterator[_Placed]:
    for row in rows:
        lines = wrapped(row.name, 9.5, layout.name, 600)
        bar = top + (MORE * len(lines) + 2 if layout.below else 0)
        end = bar + ROW + 3 if layout.below else top + ROW + MORE * (len(lines) - 1)
        yield _Placed(row, lines, top, bar, end)
        top = end


def _shapes(placed: Sequence[_Placed], layout: Layout) -> Iterator[Shape]:
    start, wide = layout.start, layout.wide
    yield Shape("".join(box(start, one.bar + 3, wide, 11) for one in placed), "band_off")
    bars = [
        (one.row, box(start, one.bar + 4.5, max(float(one.row.part) * wide, 1), 8)) for one in placed if one.row.part
    ]
    yield Shape("".join(bar for row, bar in bars if not row.dashed), "accent")
    yield Shape("".join(bar for row, bar in bars if row.dashed), "paper", "accent", "0.8", "2 1.4")


def _words(one: _Placed, layout: Layout) -> Iterator[Word]:
    for at, text in enumerate(one.lines):
        yield word(0, one.top + 12 + at * MORE, text, size="9.5", weight="600" if at == 0 else "400")
    yield word(layout.start + layout.wide + 8, one.bar + 12, _percent(one.row.part), size="9.5", weight="600")
    yield word(layout.full, one.bar + 12, one.row.note, size="9.5", anchor="end")


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
