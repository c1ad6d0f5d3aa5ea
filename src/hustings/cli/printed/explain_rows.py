"""How a number came about, as a tree: names at the left, numbers at the right, and under each how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hustings.cli.invocation import next_command
from hustings.messages import say, several
from hustings.problems import Place
from hustings.scoring.ledger.index import LedgerEntry
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import LEAST, UNBOUNDED, Row, Rows, cut, ends, led, para, wide, wrapped_lines
from hustings.text import cells

DEEPEST, MOST = 2, 6
"""Levels below the number asked for, and lines on each, unless all are asked for."""
BRANCH, LAST, SIDE, NOTHING = "├─ ", "└─ ", "│  ", "   "
LEAST_LABEL = 24


def explain_rows(entries: Sequence[LedgerEntry], name: str, item: str, width: int, *, whole: bool) -> Iterator[Row]:
    """Each entry with what is below it; `whole`: every level and line, each with its place in the rubric."""
    for number, entry in enumerate(entries):
        yield from ((),) if number else ()
        yield from _line(entry, (), "", width, "strong", whole=whole)
        yield from _below(entry, "", width, 1, whole=whole)
    if whole:
        return
    yield ()
    place = next((entry.place for entry in entries if entry.place.file), None)
    if place is not None:
        yield from para(say("Every number and its reason: {place}", place=_short(place)), width, "quiet")
    if any(_is_cut(entry) for entry in entries):
        command = next_command("explain", name, *filter(None, [item]), "--all")
        yield (("key", command),) if width == UNBOUNDED else cut((("key", command),), width)


def _is_cut(entry: LedgerEntry, depth: int = 1) -> bool:
    """Whether something below an entry is left out."""
    if not entry.parts:
        return False
    return depth > DEEPEST or len(entry.parts) > MOST or any(_is_cut(part, depth + 1) for part in entry.parts)


def _below(entry: LedgerEntry, guide: str, width: int, depth: int, *, whole: bool) -> Iterator[Row]:
    if depth > DEEPEST and not whole:
        return
    parts = entry.parts if whole else entry.parts[:MOST]
    more = len(entry.parts) - len(parts)
    for number, part in enumerate(parts, 1):
        last = number == len(parts) and not more
        lead: Row = (("line", guide + (LAST if last else BRANCH)),)
        further = guide + (NOTHING if last else SIDE)
        yield from _line(part, lead, further, width, "" if part.counts else "quiet", whole=whole)
        yield from _below(part, further, width, depth + 1, whole=whole)
    if more:
        yield (("line", guide + LAST), ("quiet", several(more, "{n} more", "{n} more")))


def _line(entry: LedgerEntry, lead: Row, further: str, width: int, role: Role, *, whole: bool) -> Rows:
    """One entry: its label and its number, then how it was made."""
    value: Row = (("strong" if entry.counts else "quiet", entry.value),)
    beside = width != UNBOUNDED and width - wide(lead) - cells(entry.value) - 2 >= LEAST_LABEL
    label = entry.label if beside else f"{entry.label}: {entry.value}"
    room = (
        UNBOUNDED if width == UNBOUNDED else max(width - wide(lead) - (cells(entry.value) + 2 if beside else 0), LEAST)
    )
    first, *rest = led(wrapped_lines(label, room), role, lead, 0)
    guide: Row = (("line", further),) if further else ()
    rows = [ends(first, [value], width) if beside else first, *((*guide, *row) for row in rest)]
    for text in _small(entry, whole=whole):
        rows += para(text, width, "quiet", guide) if not guide else _guided(text, width, guide)
    return tuple(rows)


def _guided(text: str, width: int, guide: Row) -> Rows:
    """A small text with the guides of its place in the tree before each of its lines."""
    room = UNBOUNDED if width == UNBOUNDED else max(width - wide(guide), LEAST)
    return tuple((*guide, ("quiet", line)) for line in wrapped_lines(text, room))


def _small(entry: LedgerEntry, *, whole: bool) -> Iterator[str]:
    if entry.formula:
        yield f"= {entry.formula}" if "×" in entry.formula or "/" in entry.formula else entry.formula
    if whole and entry.place.file:
        yield f"[{_short(entry.place)}]"


def _short(place: Place) -> str:
    """A short form of a place in a pack: the last two parts of the path, and the line."""
    return say("{parts}, line {line}", parts="/".join(Path(place.file).parts[-2:]), line=place.line)
