"""How far a batch is, on the last line of a terminal; nothing where no terminal reads it."""

from __future__ import annotations

import os
import sys
from fractions import Fraction

from hustings.messages import english, say
from hustings.styled_text.ansi import ansi
from hustings.styled_text.bars import bar
from hustings.styled_text.palette import background_of, depth_of, styles
from hustings.styled_text.rows import Row
from hustings.styled_text.signs import in_ascii

WIDTH = 24
REPORTS = english("{done} of {total} reports")
FILES = english("{done} of {total} files")
ERASED = "\r\x1b[K"


class Progress:
    """The bar on standard error, drawn again after each report or file; `counted` says how many are done."""

    def __init__(self, total: int, counted: str = REPORTS) -> None:
        self.total, self.done, self.counted = total, 0, counted
        self.shown = sys.stderr.isatty()

    def draw(self) -> None:
        """Show how many are done."""
        if self.shown:
            sys.stderr.write(ERASED + self._line())
            sys.stderr.flush()

    def erase(self) -> None:
        """Take it away, so that other lines can be printed."""
        if self.shown:
            sys.stderr.write(ERASED)
            sys.stderr.flush()

    def step(self) -> None:
        """One more is done."""
        self.done += 1

    def advance(self, by: int) -> None:
        """Count that many more as done, and draw the bar again."""
        self.done += by
        self.draw()

    def _line(self) -> str:
        words = say(self.counted, done=self.done, total=self.total)
        row: Row = (*bar(Fraction(self.done, self.total), WIDTH), ("", f" {words}"))
        unicode = (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
        depth = depth_of(os.environ)
        return f" {ansi(row if unicode else in_ascii(row), styles(background_of(os.environ), depth), depth)}"
