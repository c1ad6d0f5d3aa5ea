"""The lines of a page in rows: plain, under a label, with a sign, with a bar, or the range on the line of bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hustings.interview.pages.page import PageLine, Sign, Style
from hustings.interview.screen.choices import SIGNS
from hustings.messages import say
from hustings.styled_text.bars import bar, strip_rows
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, Row, Rows, balanced, led, para, wide
from hustings.styled_text.signs import PLACE
from hustings.styled_text.terminal_text import safe
from hustings.text import cells

ROLES: dict[Style, Role] = {
    "plain": "", "strong": "strong", "quiet": "quiet", "notice": "alarm", "heading": "strong",
}  # fmt: skip
COMPOSED: tuple[Sign, ...] = ("find_out", "step")
"""The signs of lines that stand alone, so that they are broken into lines of equal length."""
STRIP = 60
METER = 24
LABELS_FROM = 50
"""The width from which labels stand in a column of their own; under it, they stand above."""


def line_rows(lines: Sequence[PageLine], width: int, *, strips: bool = True, label: Role = "quiet") -> Rows:
    """Lines in rows of a width. `strips`: whether there is room for the line of bands; `label`: how labels look."""
    column = _label_column(lines) if width >= LABELS_FROM else 0
    rows = list[Row]()
    for words, group in groupby(lines, key=lambda line: "" if line.meter is not None else line.label):
        drawn = tuple(row for line in group for row in _line(line, width, column, strips=strips))
        rows += _named(drawn, words, column, label) if words else drawn
    return tuple(rows)


def _label_column(lines: Sequence[PageLine]) -> int:
    """The width of the column of labels."""
    labels = (part for line in lines if line.meter is None for part in safe(line.label).split("\n"))
    widest = max(map(cells, labels), default=0)
    return widest + 2 if widest else 0


def _line(line: PageLine, width: int, column: int, *, strips: bool) -> Rows:
    if line.strip is not None:
        rows = strip_rows(line.strip, min(width - column, STRIP)) if strips else ()
        return _indented(rows, column)
    if line.meter is not None:
        return (_meter(line, width),)
    if line.place:
        return tuple((("key", f"{PLACE} "), ("strong", text)) for text in balanced(line.text, width - 2))
    if not line.text:
        return (BLANK,)
    return _indented(_text(line, width - column), column) if line.label else _text(line, width)


def _indented(rows: Rows, column: int) -> Rows:
    return tuple(((("", " " * column), *row) if column else row) for row in rows)


def _text(line: PageLine, width: int) -> Rows:
    lead: Row = (SIGNS[line.sign], ("", " ")) if line.sign else ()
    if line.sign in COMPOSED:
        return led_lines(line.text, width, ROLES[line.style], lead)
    return para(line.text, width, ROLES[line.style], lead)


def _named(rows: Rows, label: str, column: int, role: Role) -> Iterator[Row]:
    """Rows with their label: beside them, or in a narrow window above."""
    labels = safe(label).split("\n")
    if not column:
        yield from (((role if not number else "quiet", part),) for number, part in enumerate(labels))
        yield from rows
        return
    for number in range(max(len(rows), len(labels))):
        row = rows[number][1:] if number < len(rows) else BLANK
        part = labels[number] if number < len(labels) else ""
        yield ((role if not number else "quiet", part), ("", " " * (column - cells(part))), *row)


def _meter(line: PageLine, width: int) -> Row:
    """The name of a section, a bar as long as it takes, and the minutes."""
    assert line.meter is not None
    name: Row = (("quiet", f"  {line.label}  "), ("", safe(line.text)))
    minutes = say("{n} min", n=line.meter.minutes)
    room = width - 32 - cells(minutes) - 2
    size = min(line.meter.minutes, max(room, 0), METER)
    gap = max(32 - wide(name), 2) if width >= LABELS_FROM else max(width - wide(name) - cells(minutes), 1)
    bars = bar(line.meter.part, size)[1:] if size > 0 else ()
    fill: Row = tuple(("fill", "━" * cells(text)) for _, text in bars if text)
    return (*name, ("", " " * gap), *fill, ("quiet", f" {minutes}"))


def led_lines(words: str, width: int, role: Role, lead: Row) -> Rows:
    """A text in balanced lines after a sign."""
    return led(balanced(words, width - wide(lead)), role, lead, wide(lead))
