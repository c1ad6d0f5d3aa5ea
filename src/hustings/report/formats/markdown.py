"""Blocks as Markdown, as GitHub and most editors read it. No text of a campaign or a pack becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hustings.report.formats.blocks import Block, Blocks, Heading, Items, Picture, Table, Text
from hustings.text import harmless

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
FIRST, NUMBERED = re.compile(r"^([-+=])"), re.compile(r"^(\d+)([.)])(?=\s|$)")


def markdown(blocks: Blocks) -> str:
    """The blocks as one text, which ends with a line feed."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {plain(text)}"
        case Text(text, lead):
            yield f"**{plain(lead)}** {plain(text)}" if lead else plain(text)
        case Items(lines):
            yield from (f"- {plain(line)}" for line in lines)
        case Picture(chart):
            yield f"*{plain(chart.alt)}*"
        case Table(heads, rows):
            yield _row(heads)
            yield _row(("---",) * len(heads), raw=True)
            yield from map(_row, rows)


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    return f"| {' | '.join(cells if raw else map(plain, cells))} |"


def plain(text: str) -> str:
    """A text on one line as which it reads, whatever it holds; where it had lines, they are breaks."""
    lines = (MARKUP.sub(r"\\\1", line.strip()) for line in harmless(text).split("\n"))
    return "<br>".join(NUMBERED.sub(r"\1\\\2", FIRST.sub(r"\\\1", line)) for line in lines if line)
