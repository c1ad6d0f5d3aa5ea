"""Rows of a screen: pieces of text, each with its role; how they are wrapped, joined, filled up and shortened.

Text of authors and campaigns is made safe here, on its way into a row. Width counts cells, because CJK and emoji take
two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from hustings.interview.terminal.terminal_text import paragraphs, safe
from hustings.text import cells

Role = Literal[
    "", "strong", "title", "quiet", "key", "here", "accent", "fill", "line", "tick", "hot", "ask", "error", "alarm",
    "stop", "found", "today", "field",
]  # fmt: skip
"""What a piece of text is; `palette` says how that looks. The role never carries a meaning that the text does not."""
Piece = tuple[Role, str]
Row = tuple[Piece, ...]
Rows = tuple[Row, ...]
BLANK: Row = ()
LEAST = 8
ELLIPSIS = "…"


def wide(row: Iterable[Piece]) -> int:
    """The width of a row in cells."""
    return sum(cells(text) for _, text in row)


@lru_cache(maxsize=1024)
def wrapped_lines(text: str, width: int) -> tuple[str, ...]:
    """Safe lines of at most `width` cells, broken between words."""
    return paragraphs(text, max(width, LEAST))


@lru_cache(maxsize=1024)
def balanced(text: str, width: int) -> tuple[str, ...]:
    """The fewest lines, of about the same length: a question looks composed, not poured."""
    lines = wrapped_lines(text, width)
    if len(lines) == 1 or "\n" in text:
        return lines
    for narrower in range(max(width // 2, LEAST), width):
        if len(tried := wrapped_lines(text, narrower)) == len(lines) and _unbroken(tried, text):
            return tried
    return lines


def _unbroken(lines: Sequence[str], text: str) -> bool:
    return " ".join(lines) == " ".join(safe(text).split())


def para(text: str, width: int, role: Role = "", lead: Row = (), indent: int | None = None) -> Rows:
    """A text in rows. `lead` stands before the first one, the others are indented as far."""
    room = wide(lead) if indent is None else indent
    lines = wrapped_lines(text, width - room)
    return led(lines, role, lead, room)


def led(lines: Sequence[str], role: Role, lead: Row, indent: int) -> Rows:
    """Lines as rows: the first after `lead`, the others indented."""
    blanks: Row = ((("", " " * indent)),) if indent else ()
    first: Row = (*lead, *(((("", " " * (indent - wide(lead)))),) if indent > wide(lead) else ()))
    return tuple((*(blanks if number else first), (role, line)) for number, line in enumerate(lines))


def ends(left: Row, right: Sequence[Row], width: int) -> Row:
    """A row with something at each end: the first of the forms at the right, longest first, that leaves room."""
    for form in right:
        if (gap := width - wide(left) - wide(form)) > 0:
            return (*left, ("", " " * gap), *form)
    return cut(left, width)


def cut(row: Row, width: int) -> Row:
    """A row shortened to a width: between words where that is possible, and with an ellipsis."""
    if wide(row) <= width:
        return row
    kept, room = list[Piece](), width - 1
    for role, text in row:
        if cells(text) > room:
            kept.append((role, _shortened(text, room) + ELLIPSIS))
            break
        kept.append((role, text))
        room -= cells(text)
    return tuple(kept)


def _shortened(text: str, room: int) -> str:
    """As many whole words as there is room for; of a single long word, its beginning."""
    words = text[: max(room, 0) + 1].rpartition(" ")[0] if text.isascii() else wrapped_lines(text, max(room, LEAST))[0]
    short = words.rstrip(" ,.;:") if cells(words) <= room else ""
    if not short.strip():
        short = text[: max(room, 0)]
        while cells(short) > max(room, 0):
            short = short[:-1]
    return short


def filled(row: Row, width: int) -> Row:
    """A row filled up with blanks to a width."""
    gap = width - wide(row)
    return (*row, ("", " " * gap)) if gap > 0 else row


def beside(left: Sequence[Row], right: Sequence[Row], width: int, gap: int) -> Rows:
    """Two columns of rows with a thin line between them."""
    count = max(len(left), len(right))
    mains = (*left, *(BLANK,) * (count - len(left)))
    sides = (*right, *(BLANK,) * (count - len(right)))
    between: Row = (("", " " * (gap - 2)), ("line", "│"), ("", " "))
    return tuple((*filled(main, width), *between, *side) for main, side in zip(mains, sides, strict=True))


def ruled(title: str, width: int, right: Row = ()) -> Row:
    """A title on a thin line, with something at its end if there is room."""
    left: Row = (("line", "── "), ("strong", safe(title)), ("", " "))
    after: Row = (("", " "), *right) if right and wide(left) + wide(right) + 1 < width else ()
    return cut((*left, ("line", "─" * (width - wide(left) - wide(after))), *after), width)


def text_of(row: Row) -> str:
    """A row as plain text."""
    return "".join(text for _, text in row)
