"""The records of kit/*.yaml: texts that a campaign can adopt, filled from its answers.

A text is a list of blocks. What is not known stays a blank line that somebody fills in by hand.
"""

from __future__ import annotations

from typing import Literal, get_args

from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition
from hustings.pack.questionnaire import placed
from hustings.problems import Place

BlockKind = Literal["heading", "text", "fill", "list", "steps", "ticks", "table", "rules", "uses"]
KINDS: tuple[BlockKind, ...] = get_args(BlockKind)


@dataclass(frozen=True, slots=True)
class KitEntry:
    """One line of a list. `{question_id}` in it stands for the answer, or for a blank line.

    A line that is nothing but `{question_id}` becomes a line for each choice. `sure`: see `Block`.
    """

    text: str
    when: Condition | None = None
    when_text: str = ""
    sure: bool = False
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. Cells that are not given are left empty, to be filled in by hand. `when`: see `Block`."""

    cells: tuple[str, ...]
    when: Condition | None = None
    when_text: str = ""
    sure: bool = False
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class KitBlock:
    """A part of a text. `text` belongs to heading, text and fill; `entries` to the lists.

    `uses` tells what AI is used for today, and what of it is paused until what it needs is there.
    A table has `columns`, `rows` as written, and `blank` empty rows below them; `widths` are shares, one for each
    column. While it is not known whether `when` holds, a block stays, to be struck by hand; with `sure` it goes.
    """

    kind: BlockKind
    text: str = ""
    entries: tuple[KitEntry, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    blank: int = 0
    widths: tuple[int, ...] = ()
    when: Condition | None = None
    when_text: str = ""
    sure: bool = False
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class KitText:
    """One text to adopt. `about`: what it is for, in a line; `sources`: what its statements rest on.

    `landscape`: its pages lie on their side, because its tables are wide. `when` it does not hold, nobody needs the
    text; while that is not known, it stays, but with `sure`.
    """

    id: str
    title: str
    about: str
    blocks: tuple[KitBlock, ...]
    sources: tuple[str, ...] = ()
    landscape: bool = False
    when: Condition | None = None
    when_text: str = ""
    sure: bool = False
    place: Place = placed()
