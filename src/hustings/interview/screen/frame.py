"""The frame of every page: the place at the top, the keys at the foot, and between them a body that always fits.

What does not fit gives way in order: the blank rows, then what can be left out of the question, then the list scrolls
inside itself. The foot never moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from hustings.frozen_records import dataclass
from hustings.interview.pages.page import Page
from hustings.interview.screen.grid import Grid
from hustings.interview.screen.section_bars import section_bars
from hustings.interview.screen.view import View
from hustings.messages import say
from hustings.styled_text.rows import BLANK, Piece, Row, Rows, cut, ends, wide
from hustings.styled_text.signs import MARK, TICK
from hustings.styled_text.terminal_text import safe

Keys = Sequence[tuple[str, str]]
"""Keys and what each does, the most needed first."""
GAP = "   "
CONTINUED: Piece = ("", "    ")
"""What a row of a list begins with that belongs to the one above."""
LEAST_LIST = 3


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between head and foot: `top` stays, `rest` scrolls, `end` stays below it.

    `brief`: the top without what can be left out. `focus`: the rows of `rest` that must be seen. `grouped`: the blank
    rows of `rest` part groups, and stay when it scrolls.
    """

    top: Rows
    rest: Rows = ()
    end: Rows = ()
    brief: Rows | None = None
    focus: tuple[int, int] = (0, 0)
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """A body cut to the rows there are. `hidden`: rows that are not seen, so that it scrolls."""

    rows: Rows
    hidden: int = 0


def head_rows(page: Page, grid: Grid) -> Rows:
    """Where we are, how long it takes, and a bar for each section."""
    head = page.head
    left: Row = (
        (("here", safe(head.title)), *((("quiet", f"  {head.count}"),) if head.count else ()))
        if head.title
        else (("fill", MARK), ("strong", "  Hustings"))
    )
    bars = section_bars(head.meters, grid.stage)
    return (ends(left, _right(page), grid.stage), *((bars,) if bars else ()))


def _right(page: Page) -> list[Row]:
    """What stands at the right, in forms from long to short."""
    stops: Row = (("alarm", page.head.stops),) if page.head.stops else ()
    rights: list[Row] = [(("quiet", safe(words)),) for words in page.head.right if words]
    if not stops:
        return rights
    return [*((*stops, ("quiet", "  ·  "), *right) for right in rights), stops]


def key_line(keys: Keys, width: int) -> Row:
    """As many keys with their words as fit on a line; `?` shows the others."""
    row = list[Piece]()
    for key, words in keys:
        more: list[Piece] = [("", GAP)] if row else []
        more += [("key", key), ("quiet", f" {words}")]
        if wide((*row, *more)) > width:
            continue
        row += more
    return tuple(row)


def foot_rows(page: Page, view: View, grid: Grid, keys: Keys) -> Rows:
    """What was saved, and the keys."""
    line = key_line(keys, grid.stage)
    if page.saved and page.state not in ("stop", "section_end") and not view.help:
        words: Row = (
            ("hot" if view.fresh else "tick", TICK),
            ("quiet", f" {say('Saved: {answer}', answer=safe(page.saved))}"),
        )
        return (cut(words, grid.stage), line)
    if grid.small:
        return (cut((("quiet", say("A small window: --plain asks line by line.")),), grid.stage), line)
    return (BLANK, line) if grid.airy else (line,)


def framed(page: Page, grid: Grid, body: Sequence[Row], foot: Rows) -> Rows:
    """Head, body and foot, in as many rows as the page has."""
    head = (*(BLANK,) * grid.top, *head_rows(page, grid), *((BLANK,) if grid.rows > LEAST_LIST * 4 else ()))
    below = max(grid.height - len(head) - len(body) - len(foot) - grid.airy, 0)
    rows = (*head, *body, *(BLANK,) * below, *foot)
    return tuple(((("", " " * grid.margin), *row) if row else BLANK) for row in rows)


def room_for(page: Page, grid: Grid, foot: Rows) -> int:
    """The rows that a body may have."""
    head = grid.top + len(head_rows(page, grid)) + (1 if grid.rows > LEAST_LIST * 4 else 0)
    return max(grid.height - head - len(foot) - grid.airy, 1)


def fit(body: Body, room: int) -> Fitted:
    """The rows of a body, cut to the room."""
    for top in (body.top, body.brief if body.brief is not None else body.top):
        whole = (*top, *body.rest, *body.end)
        if len(whole) <= room:
            return Fitted(whole)
        if len(tight := _without_air(whole, room)) <= room:
            return Fitted(tight)
    return _scrolled(body, room)


def _without_air(rows: Sequence[Row], room: int = 0) -> Rows:
    """Rows without blank ones, or without as many of the last of them as it takes to fit."""
    kept, spare = list[Row](), len(rows) - room
    for number, row in reversed(list(enumerate(rows))):
        if number and not wide(row) and spare > 0:
            spare -= 1
        else:
            kept.append(row)
    return tuple(reversed(kept))


def _scrolled(body: Body, room: int) -> Fitted:
    """The top stays if it leaves room for some rows of the list, else its end; the list shows what is selected."""
    top = _without_air(body.brief if body.brief is not None else body.top)
    end = _without_air((BLANK, *body.end))[1:]
    most = max(room - LEAST_LIST - len(end), 1)
    top = top[: most - 1] if len(top) > most and not body.rest else top[-most:]
    rows = [(number, row) for number, row in enumerate(body.rest) if body.grouped or wide(row)]
    seen = max(room - len(top) - len(end) - 1, 1)
    first = _first_seen([number for number, _ in rows], body.focus, seen)
    shown = tuple(row for _, row in rows[first : first + seen])
    if body.grouped:
        first, shown = _whole_groups(first, shown)
    note = _more_note(first, len(rows) - first - len(shown))
    fitted = (*top, *shown, note, *end)[:room]
    return Fitted(fitted, len(_without_air((*body.top, *body.rest, *body.end))) - len(fitted) + 1)


def _whole_groups(first: int, shown: Rows) -> tuple[int, Rows]:
    """Rows without an answer whose question is above them, and without a heading that has nothing under it."""
    begin = next((at for at, row in enumerate(shown) if row and row[0] != CONTINUED), 0)
    end = len(shown)
    while end > begin + 1 and (not wide(shown[end - 1]) or shown[end - 1][0][0] == "strong"):
        end -= 1
    return first + begin, shown[begin:end]


def _first_seen(numbers: Sequence[int], focus: tuple[int, int], seen: int) -> int:
    """The first row to show, so that what is selected is seen, with as much above it as below."""
    start = next((at for at, number in enumerate(numbers) if number >= focus[0]), 0)
    stop = next((at for at, number in enumerate(numbers) if number >= focus[1]), len(numbers))
    first = start - max(seen - (stop - start), 0) // 2
    return max(0, min(first, len(numbers) - seen))


def _more_note(above: int, below: int) -> Row:
    """How many rows are above and below."""
    words = " · ".join(
        part
        for part in (say("{n} above", n=above) if above else "", say("{n} below", n=below) if below else "")
        if part
    )
    return (("key", "  ↑↓"), ("quiet", f" {words}")) if words else BLANK
