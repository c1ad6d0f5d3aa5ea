"""A composed text as Markdown that reads well as plain text. Everything in it is text, whoever wrote it.

Only what CommonMark (or a table, or a strike-through of its dialects) would take for markup is escaped: a page full of
backslashes is read by nobody.
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
"""What would make a block of a line that it begins: a list, a quotation, a heading, a rule, a fence."""
ALL_BLANK = re.compile(r"[_\s]*_[_\s]*")
NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
CLOSES_A_HEADING = re.compile(r"(?<=\s)(#+)$")
BLANK_LINE = "______________________________"
WIDEST = 40
"""A column is made even up to this many characters; beyond, it is read better ragged."""


def markdown(text: FilledText) -> str:
    """The text as a Markdown file."""
    head = [f"# {_heading(text.title)}", f"*{_inline(text.draft)}.* {_inline(text.about)}"]
    parts = [block for part in text.parts for block in _part(part)]
    return "\n\n".join([*head, *parts, *_sources(text.sources), "---", f"{_line(text.made)}."]) + "\n"


def _inline(text: str) -> str:
    """Text that stays text within a line."""
    line = MARKUP.sub(r"\\\g<0>", one_line(text))
    return UNDERSCORES.sub(lambda match: _underscores(match, line), line)


def _underscores(match: re.Match[str], line: str) -> str:
    """Underscores that could end an emphasis are escaped: neither those inside a word nor a blank line does."""
    inside_word = line[match.start() - 1].isalnum() and line[match.end() : match.end() + 1].isalnum()
    return match[0] if inside_word or line[match.start() - 1] == "_" else match[0].replace("_", r"\_")


def _line(text: str) -> str:
    """Text that stays text where a line begins."""
    line = NUMBERED.sub(r"\1\\\2", _inline(text))
    if ALL_BLANK.fullmatch(line):
        return f"\u00a0{line}"  # alone, it would be a rule across the page
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
    """The table, its columns made even for those who read it as plain text."""
    rows = [tuple(_cell(cell) for cell in row) for row in (part.columns, *part.rows)]
    widths = [min(max(3, *map(len, column)), WIDEST) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("-" * width for width in widths))
    for row in rows:
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"


def _cell(text: str) -> str:
    return _inline(text).replace("|", r"\|")
