"""A composed text as Markdown that is readable as plain text. Nothing in the text is taken as markup.

Only what CommonMark (or a table or strike-through of its extensions) would take as markup is escaped, because many
backslashes are hard to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hustings.kit.filled_text import FilledPart, FilledText
from hustings.messages import say
from hustings.text import one_line

MARKUP = re.compile(r"[\\`*\[]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
"""Escapes, code, emphasis, links and pictures, tags, entities, strike-through."""
UNDERSCORES = re.compile(r"(?<=\S)_+")
OPENS = re.compile(r"(?:[-+](?=\s|$|[-\s]*$)|>|#{1,6}(?=\s|$)|~|={1,}\s*$)")
"""The start of a line that would make it a list, a quotation, a heading, a rule or a fence."""
ALL_BLANK = re.compile(r"[_\s]*_[_\s]*")
NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
CLOSES_A_HEADING = re.compile(r"(?<=\s)(#+)$")
BLANK_LINE = "______________________________"
WIDEST = 40
"""The widest column that is padded."""


def markdown(text: FilledText) -> str:
    """The text as a Markdown file."""
    head = [f"# {_heading(text.title)}", f"*{_inline(text.draft)}.* {_inline(text.about)}"]
    parts = [block for part in text.parts for block in _part(part)]
    return "\n\n".join([*head, *parts, *_sources(text.sources), "---", f"{_line(text.made)}."]) + "\n"


def _inline(text: str) -> str:
    """Text escaped for use within a line."""
    line = MARKUP.sub(r"\\\g<0>", one_line(text))
    return UNDERSCORES.sub(lambda match: _underscores(match, line), line)


def _underscores(match: re.Match[str], line: str) -> str:
    """Escape underscores that could end an emphasis; those inside a word or a blank line cannot."""
    inside_word = line[match.start() - 1].isalnum() and line[match.end() : match.end() + 1].isalnum()
    return match[0] if inside_word or line[match.start() - 1] == "_" else match[0].replace("_", r"\_")


def _line(text: str) -> str:
    """Text escaped for use at the start of a line."""
    line = NUMBERED.sub(r"\1\\\2", _inline(text))
    if ALL_BLANK.fullmatch(line):
        return f"\u00a0{line}"  # alone it would be a horizontal rule
    return f"\\{line}" if OPENS.match(line) else line


def _heading(text: str) -> str:
    return CLOSES_A_HEADING.sub(r"\\\1", _line(text))


def _part(part: FilledPart) -> Iterator[str]:
    match part.kind:
        case "heading":
            yield f"## {_heading(part.text)}"
        case "fill":
            yield f"{_line(part.text)}: {BLANK_LINE}"
        case "list":
            yield _bullets(part.lines)
        case "steps":
            yield "\n".join(f"{number}. {_line(line)}" for number, line in enumerate(part.lines, 1))
        case "ticks":
            yield "\n".join(f"- [ ] {_inline(line)}" for line in part.lines)
        case "table":
            yield "\n".join(_table(part))
        case _:
            yield _line(part.text)


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {_line(line)}" for line in lines)


def _sources(sources: Sequence[str]) -> Iterator[str]:
    if sources:
        yield f"## {_heading(say('Sources'))}"
        yield _bullets(sources)


def _table(part: FilledPart) -> Iterator[str]:
    """The table, with padded columns for reading as plain text."""
    rows = [tuple(_cell(cell) for cell in row) for row in (part.columns, *part.rows)]
    widths = [min(max(3, *map(len, column)), WIDEST) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("-" * width for width in widths))
    for row in rows:
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"


def _cell(text: str) -> str:
    return _inline(text).replace("|", r"\|")
