"""The parts of a report in the order in which they are read: headings, paragraphs, lists, tables and charts.

What a writer of one format needs, and no more: all text is ready. `kind` is for templates, which know no classes.
"""

from __future__ import annotations

from typing import Literal

from hustings.frozen_records import dataclass
from hustings.report.charts.primitives.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title. `topic`: a few words over a sentence that is a headline.

    `apart`: it begins a page.
    """

    text: str
    level: int = 2
    topic: str = ""
    apart: bool = False
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with a few words before it that stand out. `quiet`: a note in smaller type."""

    text: str
    lead: str = ""
    quiet: bool = False
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    lines: tuple[str, ...]
    kind: Literal["items"] = "items"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heads, and rows of as many cells. `shares`: the relative widths of the columns.

    `numbers`: the columns of numbers, from 0, which are set to the right.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    kind: Literal["table"] = "table"

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the columns in percent of the table's width."""
        return tuple(100 * share // sum(self.shares) for share in self.shares)

    def without_empty_columns(self) -> Table:
        """The table without its empty columns; the first column always stays."""
        kept = [at for at in range(len(self.heads)) if not at or any(row[at] for row in self.rows)]
        return Table(
            tuple(self.heads[at] for at in kept),
            tuple(tuple(row[at] for at in kept) for row in self.rows),
            tuple(self.shares[at] for at in kept),
            tuple(kept.index(at) for at in self.numbers if at in kept),
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, with the sentences that stand for it. `phone`: the same for a narrow page."""

    chart: Drawing
    phone: Drawing | None = None
    kind: Literal["picture"] = "picture"


Block = Heading | Text | Items | Table | Picture
Blocks = tuple[Block, ...]
