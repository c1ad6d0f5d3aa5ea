"""The agenda of a workshop in minutes, from the number of questions in each section (method.md 2.2).

The frame is fixed: opening, what was left over, read-back. Between them each section takes what its votes take at the
usual pace, with a break where the voting is long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from hustings.pack.asked import Question, Section
from hustings.pack.model import Pack
from hustings.scoring.consequence import Pace

Kind = Literal["opening", "votes", "break", "unresolved", "read_back"]
OPENING, BREAK, UNRESOLVED, READ_BACK = 10, 10, 15, 15
STRETCH = 75
"""Minutes of voting after which people need a break."""
LONG = 180
"""More minutes than a room stays with it in one sitting."""


@dataclass(frozen=True, slots=True)
class Block:
    """One item of the agenda: minutes after the beginning, its length, and for votes the section and how many."""

    kind: Kind
    start: int
    minutes: int
    section: Section | None = None
    questions: tuple[Question, ...] = ()


def agenda(pack: Pack, asked: Sequence[Question]) -> tuple[Block, ...]:
    """The blocks in order. Sections without an open question are left out."""
    return tuple(_timed(_blocks(pack, asked)))


def minutes(blocks: Sequence[Block]) -> int:
    """The length of the whole."""
    return sum(block.minutes for block in blocks)


def _blocks(pack: Pack, asked: Sequence[Question]) -> Iterator[Block]:
    yield Block("opening", 0, OPENING)
    yield from _with_breaks(tuple(_votes(pack, asked)))
    if asked:
        yield Block("unresolved", 0, UNRESOLVED)
    yield Block("read_back", 0, READ_BACK)


def _votes(pack: Pack, asked: Sequence[Question]) -> Iterator[Block]:
    count = Counter(question.section for question in asked)
    for section in pack.questionnaire.sections:
        if count[section.id]:
            length = ceil(Pace(left=count[section.id]).minutes())
            yield Block("votes", 0, length, section, tuple(q for q in asked if q.section == section.id))


def _with_breaks(votes: Sequence[Block]) -> Iterator[Block]:
    """A break for each stretch of voting but the last, between two sections."""
    whole, voted, had = minutes(votes), 0, 0
    breaks = whole // STRETCH
    for block in votes:
        if had < breaks and voted + block.minutes / 2 > (had + 1) * whole / (breaks + 1):
            yield Block("break", 0, BREAK)
            had += 1
        yield block
        voted += block.minutes


def _timed(blocks: Iterator[Block]) -> Iterator[Block]:
    start = 0
    for block in blocks:
        yield Block(block.kind, start, block.minutes, block.section, block.questions)
        start += block.minutes
