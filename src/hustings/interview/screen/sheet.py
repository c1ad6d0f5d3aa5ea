"""A page and what was done on it to the rows of a screen, and where its field is."""

from __future__ import annotations

from dataclasses import replace

from hustings.frozen_records import dataclass
from hustings.interview.pages.page import Page, PageLine
from hustings.interview.screen.choices import SIGNS, filter_rows, list_rows
from hustings.interview.screen.fields import error_rows, month_rows, search_rows, typed_lines, width_of, words_rows
from hustings.interview.screen.frame import Body, Fitted, fit, foot_rows, framed, room_for
from hustings.interview.screen.grid import Grid, without_side
from hustings.interview.screen.help_panel import help_rows, lower_panel
from hustings.interview.screen.key_lines import keys_of
from hustings.interview.screen.lines import led_lines, line_rows
from hustings.interview.screen.view import View, writes
from hustings.messages import say, several
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, Row, Rows, balanced, beside, para, ruled, wide
from hustings.styled_text.signs import EDGE

DONE_PAGES = ("section_end", "finish", "leave", "role_done")
"""Pages whose title says that something is done."""
LEAST_CHOICES = 6
"""The rows below which choices fold away while help is open under them."""
LEAST_PANEL = 4
STOP_WIDTH = 72
STRIP_ROWS = 22
"""The rows from which there is room for the line of bands."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page drawn: its rows; where its field is (column, row, width, height), if it has one.

    `more`: there is more to read; `folded`: the choices are hidden by help.
    """

    rows: Rows
    field: tuple[int, int, int, int] | None = None
    more: bool = False
    folded: bool = False


def sheet(page: Page, view: View, grid: Grid) -> Sheet:
    """Draw a page on a grid."""
    grid = grid if page.state == "question" or page.above is not None else without_side(grid)
    if page.state == "question" and view.help and not grid.side:
        return _with_help_below(page, view, grid)
    foot = foot_rows(page, view, grid, keys_of(page, view, grid, more=True))
    room = room_for(page, grid, foot)
    fitted = fit(_body(page, view, grid, room), room)
    if page.kind == "go" or page.state in ("finish", "resume", "leave", "welcome"):
        fitted = _scrolled_down(page, view, grid, fitted, room)
    fitted = replace(fitted, rows=_edged(fitted.rows)) if page.state == "stop" else fitted
    more = bool(fitted.hidden)
    foot = foot_rows(page, view, grid, keys_of(page, view, grid, more=more))
    rows, more_help = _with_side(page, view, grid, fitted.rows, room)
    if more_help != more:
        foot = foot_rows(page, view, grid, keys_of(page, view, grid, more=more_help or more))
    drawn = framed(page, grid, rows, foot)
    return Sheet(drawn, _field(page, view, grid, drawn), more=more or more_help)


def _scrolled_down(page: Page, view: View, grid: Grid, fitted: Fitted, room: int) -> Fitted:
    """A page to read that is longer than the window: the rows from where it was scrolled to."""
    if not fitted.hidden:
        return fitted
    whole = [row for row in _whole(_body(page, view, grid, room)) if wide(row)]
    first = max(0, min(view.top, len(whole) - room + 1))
    left = len(whole) - first - (room - 1)
    seen = whole[first : first + room - 1]
    note: Row = (
        ("key", "  ↓" if left > 0 else "  ↑"),
        ("quiet", f" {several(left, '{n} more line', '{n} more lines')}" if left > 0 else ""),
    )
    return Fitted((*seen, note), max(left, 0))


def _whole(body: Body) -> Rows:
    return (*body.top, *body.rest, *body.end)


def _body(page: Page, view: View, grid: Grid, room: int) -> Body:
    if page.state == "stop":
        return Body(_stop_rows(page, grid))
    if page.above is not None:
        return _panel_body(page, view, grid)
    title = _title_rows(page, grid)
    what: Rows = ((("strong", page.hint),),) if page.state == "finish" else ()
    top, brief = (*title.rows, BLANK, *what), title.brief
    if page.kind == "words":
        return Body(
            (*top, *words_rows(page, view, grid)),
            (),
            _end(page, view, grid),
            (*brief, *words_rows(page, view, grid)),
        )
    if page.searchable:
        end = _end(page, view, grid)
        results = search_rows(page, view, grid, room - len(top) - len(end))
        return Body((*top, *results), (), end, (*brief, *search_rows(page, view, grid, room - len(brief) - len(end))))
    if page.kind == "go":
        return Body(top[:-1] if not page.lines else title.rows, (), _end(page, view, grid))
    drawn = list_rows(page, view, grid, spaced=True)
    if page.state == "review":
        top = brief = (*title.rows, *filter_rows(page, view, grid), BLANK)
    return Body(top, drawn.rows, _end(page, view, grid), brief, drawn.focus, grouped=page.state == "review")


@dataclass(frozen=True, slots=True)
class _Title:
    """The rows of a question and its explanation; `brief` without the explanation."""

    rows: Rows
    brief: Rows


def _title_rows(page: Page, grid: Grid) -> _Title:
    title: Rows = tuple((("title", line),) for line in balanced(page.title, grid.text))
    if page.state in DONE_PAGES:
        title = led_lines(page.title, grid.text, "title", (SIGNS["done"], ("", " ")))
    intro = (*para(page.intro, grid.text, "quiet"), BLANK) if page.intro else ()
    shown = [line for line in page.lines if not _is_after(page, line) and not line.aside]
    label: Role = "strong" if page.state == "section_end" else "quiet"
    shown = [replace(line, text=line.brief) if line.brief and not grid.loose else line for line in shown]
    lines = line_rows(shown, grid.text, strips=grid.rows >= STRIP_ROWS, label=label)
    return _Title((*intro, *title, *lines), title)


def _is_after(page: Page, line: PageLine) -> bool:
    """Whether a line belongs under the list: a note, a proof, what was answered, how much is left in all."""
    return page.state == "sections" or (page.state == "question" and bool(line.label))


def _end(page: Page, view: View, grid: Grid) -> Rows:
    """What stands under the choices or the field: what is wrong, then the note and the proof."""
    rows = tuple(row for text in page.notices for row in _notice(page, text, grid))
    rows = error_rows(view.warning, grid.text) if view.warning else rows
    blank = (BLANK,) if rows and page.kind != "words" else ()
    after = line_rows([line for line in page.lines if _is_after(page, line) and _is_told(page, line)], grid.text - 2)
    return (*blank, *rows, *((BLANK,) if after else ()), *((("", "  "), *row) for row in after))


def _notice(page: Page, text: str, grid: Grid) -> Rows:
    """Why something was not accepted; or what an answer changed elsewhere."""
    return (
        error_rows(text, grid.text)
        if page.refused
        else para(text, grid.text, "", (("", "  "), SIGNS["news"], ("", " ")))
    )


def _is_told(page: Page, line: PageLine) -> bool:
    """An answer that is marked among the choices, or is in the field, is not shown a second time."""
    return not (line.answer and (page.answered or page.initial))


# --- parts below and beside a question ---------------------------------------------------------------------


def _panel_body(page: Page, view: View, grid: Grid) -> Body:
    """A note or a proof in the lower panel; the question stays above it."""
    assert page.above is not None
    above = _title_rows(page.above, grid)
    close: Row = (("key", "Esc"), ("quiet", f" {say('closes')}"))
    lines = line_rows(page.lines, grid.text)
    head: Rows = (BLANK, ruled(page.title, grid.text, close), *lines)
    if page.kind == "words":
        rows = (*head, *words_rows(page, view, grid))
        return Body((*above.rows, *rows), (), _end(page, view, grid), (*above.brief, *rows))
    drawn = list_rows(page, view, grid, spaced=False)
    return Body((*above.rows, *head), drawn.rows, _end(page, view, grid), (*above.brief, *head), drawn.focus)


def _with_help_below(page: Page, view: View, grid: Grid) -> Sheet:
    """Help below the question; where it would leave too few rows, the choices fold away."""
    plain = replace(page, saved="", notices=())
    foot = foot_rows(plain, view, grid, keys_of(page, view, grid, more=True))
    room = room_for(plain, grid, foot)
    title = _title_rows(replace(plain, intro="", lines=()), grid).rows
    choices = () if page.kind == "words" or page.searchable else list_rows(page, view, grid, spaced=False).rows
    shown = (*title, BLANK, *choices, BLANK) if choices else (*title, BLANK)
    hidden = bool(choices) and room - len(shown) < LEAST_CHOICES
    above = (*title, BLANK, *_folded(page), BLANK) if hidden else shown
    below, more = lower_panel(page, grid.text, max(room - len(above) - 1, LEAST_PANEL), view.scroll)
    foot = foot_rows(plain, view, grid, keys_of(page, view, grid, hidden=hidden, more=more))
    rows = (*above, *below)
    return Sheet(framed(plain, grid, rows[-room:], foot), more=more, folded=hidden)


def _folded(page: Page) -> Rows:
    count = several(len(page.options), "{n} choice", "{n} choices")
    return ((("quiet", f"{count}   "), ("key", "Esc"), ("quiet", f" {say('shows them again')}")),)


def _with_side(page: Page, view: View, grid: Grid, rows: Rows, room: int) -> tuple[Rows, bool]:
    """Help beside the question in a wide window; whether there is more of it."""
    if not grid.side or page.state != "question" or page.above is not None:
        return rows, False
    month = month_rows(page, view) if page.words == "date" and page.kind == "words" and not view.help else ()
    help_ = help_rows(page, grid.side, whole=view.help, beside=True)
    tight = _without_blanks(help_)
    side = (*month, *(help_ if len(month) + len(help_) <= room or len(month) + len(tight) > room else tight))
    first = max(0, min(view.scroll, len(side) - room)) if view.help else 0
    seen = side[first : first + room]
    return (beside(rows, seen, grid.text, grid.gap) if seen else rows), view.help and first + room < len(side)


def _without_blanks(rows: Rows) -> Rows:
    return tuple(row for row in rows if wide(row))


# --- a stop ------------------------------------------------------------------------------------------------


def _stop_rows(page: Page, grid: Grid) -> Rows:
    """A stop: its word, what it is about, and what to do now."""
    width = min(grid.text, STOP_WIDTH) - 2
    word: Row = (("stop", f" {say('STOP')} "), ("quiet", f"  {say('Said once. It stays first in your plan.')}"))
    title: Rows = tuple((("title", line),) for line in balanced(page.title, width))
    return (word if wide(word) <= width else word[:1], BLANK, *title, BLANK, *line_rows(page.lines, width))


def _edged(rows: Rows) -> Rows:
    """The rows of a stop behind a heavy edge."""
    return tuple((("alarm", f"{EDGE} "), *row) for row in rows)


# --- the field ---------------------------------------------------------------------------------------------


def _field(page: Page, view: View, grid: Grid, rows: Rows) -> tuple[int, int, int, int] | None:
    """Where the field is on the screen, if there is one to write in."""
    if not writes(page, view):
        return None
    height = len(typed_lines(view.typed, width_of(page, grid)))
    for number, row in enumerate(rows):
        at = next((place for place, (role, _) in enumerate(row) if role == "field"), None)
        if at is not None:
            width = width_of(page, grid)
            return wide(row[:at]), number, width, height
    return None
