"""How a screen of so many columns and rows is divided: margins, the column of text, help beside it, and air."""

from __future__ import annotations

from dataclasses import replace

from hustings.frozen_records import dataclass

NARROW, MEDIUM, WIDE, WIDEST = 60, 72, 100, 140
"""Columns from which the margins grow; from `WIDE` on, help stands beside the question."""
LEAST_ROWS = 20
AIRY_ROWS, TOP_ROWS, LOOSE_ROWS, TALLEST = 23, 22, 30, 36
"""Rows from which there is air above the foot, a margin at the top, a blank row between choices; the last that grow."""
STAGE_ROWS = 34
"""Where the page ends in a window taller than `TALLEST`: the eye need not travel further."""
TEXT = 76
HELP = 32
HELP_WIDE = 44
LEAST_TEXT = 16


@dataclass(frozen=True, slots=True)
class Grid:
    """A screen: its columns and rows, the margin at the left, the column of text, and that of help (0: none)."""

    columns: int
    rows: int
    margin: int
    text: int
    side: int = 0
    gap: int = 4

    @property
    def stage(self) -> int:
        """The columns from the margin to the end of what is drawn."""
        return self.text + (self.gap + self.side if self.side else 0)

    @property
    def airy(self) -> bool:
        """Whether there is room for blank rows."""
        return self.rows >= AIRY_ROWS

    @property
    def loose(self) -> bool:
        """Whether there is room for a blank row between choices."""
        return self.rows >= LOOSE_ROWS

    @property
    def top(self) -> int:
        """Blank rows at the top."""
        return 1 if self.rows >= TOP_ROWS else 0

    @property
    def height(self) -> int:
        """The rows that are used."""
        return self.rows if self.rows <= TALLEST else STAGE_ROWS

    @property
    def small(self) -> bool:
        """Whether the window is smaller than the pages are made for."""
        return self.columns < NARROW or self.rows < LEAST_ROWS


def without_side(grid: Grid) -> Grid:
    """The same page with a wider column of text, where no help stands beside it."""
    text = max(grid.text, min(TEXT, grid.stage - grid.gap))
    return replace(grid, text=text, side=grid.stage - grid.gap - text) if grid.side else grid


def grid_for(columns: int, rows: int) -> Grid:
    """The grid of a window of this size."""
    if columns >= WIDEST:
        return Grid(columns, rows, 6, TEXT, HELP_WIDE, 6)
    if columns >= WIDE:
        return Grid(columns, rows, 3, min(columns - 6 - HELP - 4, MEDIUM), HELP)
    margin = 1 if columns < MEDIUM else 2
    return Grid(columns, rows, margin, max(min(columns - 2 * margin, TEXT), LEAST_TEXT))
