"""Fields to write in: text, numbers with their unit, dates that are read back at each key, and the search of a list.

A field is drawn with what is typed in it; on a terminal an editable buffer lies over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from hustings.interview.pages.page import Option, Page
from hustings.interview.screen.grid import Grid
from hustings.interview.screen.view import View, listed
from hustings.interview.typed_day import DayReading
from hustings.messages import WEEKDAYS, month_and_year, say, spoken, weekday_names
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, ELLIPSIS, Piece, Row, Rows, cut, filled, para, text_of, wide
from hustings.styled_text.signs import CROSS, HERE
from hustings.styled_text.terminal_text import safe
from hustings.text import cells, without_accents

WIDTHS = {"text": 56, "number": 10, "date": 30}
SEARCH = 34
MOST_ROWS = 5
MOST_COLUMNS = 3
WEEK = 7


def field_rows(view: View, width: int, after: Row = ()) -> Rows:
    """A field with what is typed, and a line under it. A long text takes several rows, of which the last are seen."""
    lines = typed_lines(view.typed, width)
    lead: Row = (("key", f"{HERE} "),)
    rows = [((*(lead if not number else (("", "  "),)), ("field", line.ljust(0)))) for number, line in enumerate(lines)]
    rows = [(*row[:1], *filled(row[1:], width)) for row in rows]
    rows[0] = (*rows[0], *after)
    return (*rows, (("", "  "), ("line", "─" * width)))


def typed_lines(typed: str, width: int) -> tuple[str, ...]:
    """What is typed, in the rows of its field: cut at the edge, as a terminal does."""
    lines = [line for part in safe(typed).split("\n") for line in _pieces(part, width)]
    return tuple(lines[-MOST_ROWS:])


def _pieces(text: str, width: int) -> Iterator[str]:
    line = ""
    for character in text:
        if cells(line) + cells(character) > width:
            yield line
            line = ""
        line += character
    yield line


def width_of(page: Page, grid: Grid) -> int:
    """The width of a page's field."""
    if page.above is not None:
        return grid.text - 2
    return min(SEARCH if page.kind == "one" else WIDTHS[page.words], grid.text - 2)


def words_rows(page: Page, view: View, grid: Grid) -> Rows:
    """The field of a page where words are typed, and what is read or expected."""
    unit: Row = (("quiet", f" {safe(page.unit)}"),) if page.unit and page.above is None else ()
    width = min(width_of(page, grid), grid.text - 2 - wide(unit))
    rows = field_rows(view, width, unit)
    if view.warning or page.notices:
        return rows
    return (*rows, *_below_field(page, view, grid))


def _below_field(page: Page, view: View, grid: Grid) -> Rows:
    hint = page.hint if page.day_of is None else day_hint(page.day_of)
    if page.day_of is None or not view.typed.strip():
        return para(hint, grid.text, "quiet", (("", "  "),)) if hint else ()
    reading = page.day_of(view.typed)
    day, away = reading.words(page.today)
    if day:
        late = reading.day is not None and page.today is not None and reading.day < page.today
        role: Role = "ask" if late else "quiet"
        return (*_joined(day, away, grid, role),)
    if reading.problem:
        return error_rows(reading.problem, grid.text)
    return para(hint, grid.text, "quiet", (("", "  "),))


def day_hint(day_of: Callable[[str], DayReading]) -> str:
    """How a day may be typed where the campaign is."""
    third_of_april = day_of("3/4").day
    day_first = third_of_april is not None and third_of_april.day == 3  # noqa: PLR2004 - the three of 3/4
    figures = "28/1" if day_first else "1/28"
    return say("28 jan, {figures}, in 60 days or 2027-01-28: all are read.", figures=figures)


def _joined(day: str, away: str, grid: Grid, role: Role) -> Rows:
    row: Row = (("", "  "), ("strong", day), *(((role, f", {away}"),) if away else ()))
    if wide(row) <= grid.text:
        return (row,)
    return ((("", "  "), ("strong", day)), (("", "  "), (role, away)))


def error_rows(words: str, width: int) -> Rows:
    """What is wrong, under the field."""
    return para(words, width, "error", (("", "  "), ("error", f"{CROSS} ")))


# --- a long list -------------------------------------------------------------------------------------------


def search_rows(page: Page, view: View, grid: Grid, room: int) -> Rows:
    """A field, and what was found by it, in as many columns as fit."""
    options = listed(page, view)
    field = field_rows(view, width_of(page, grid))
    if not options:
        words = say("Nothing holds “{typed}”. Esc clears it.", typed=safe(view.typed))
        return (*field, *para(words, grid.text, "ask", (("", "  "),)))
    width = min(max(cells(safe(option.text)) for option in options) + 4, grid.text)
    columns = max(1, min(grid.text // width, MOST_COLUMNS))
    deep = max(min(-(-len(options) // columns), room - len(field) - 2 - grid.airy), 1)
    first = _first_column(view.selected, deep, columns, len(options)) * deep
    shown = options[first : first + deep * columns]
    return (*field, *_table(shown, view, first, deep, width), *_count(page, view, options, shown, grid))


def _first_column(selected: int, deep: int, columns: int, count: int) -> int:
    """The column that stands first, so that the selected option is seen."""
    last = max(-(-count // deep) - columns, 0)
    return min(max(selected // deep - columns + 1, 0), last)


def _table(shown: Sequence[Option], view: View, first: int, deep: int, width: int) -> Rows:
    """The options down the columns."""
    rows = list[Row]()
    for line in range(min(deep, len(shown))):
        row: tuple[Piece, ...] = ()
        for number in range(line, len(shown), deep):
            cell = _found_row(shown[number], view.typed, width, here=number + first == view.selected)
            row = (*row, *(filled(cell, width) if number + deep < len(shown) else cell))
        rows.append(row)
    return tuple(rows)


def _found_row(option: Option, typed: str, width: int, *, here: bool) -> Row:
    """An option with what was typed underlined in it."""
    lead: Piece = ("key", f"{HERE} ") if here else ("", "  ")
    role: Role = "here" if here else ""
    words = " ".join(without_accents(typed).split())
    text = text_of(cut(((role, _from_hit(safe(option.text), words, width - 2)),), width - 2))
    at = without_accents(text).find(words) if words else -1
    if at < 0 or len(without_accents(text)) != len(text):
        return (lead, (role, text))
    pieces: Row = ((role, text[:at]), ("found", text[at : at + len(words)]), (role, text[at + len(words) :]))
    return (lead, *(piece for piece in pieces if piece[1]))


def _from_hit(text: str, words: str, width: int) -> str:
    """A text from some words before a hit on, where the hit would otherwise be cut off."""
    folded = without_accents(text)
    at = folded.find(words) if words and len(folded) == len(text) else -1
    if cells(text) <= width or at < 0 or cells(text[: at + len(words)]) < width - 1:
        return text
    return f"{ELLIPSIS}{text[text.rfind(' ', 0, max(at - width // 3, 0)) + 1 :]}"


def _count(page: Page, view: View, found: Sequence[Option], shown: Sequence[Option], grid: Grid) -> Rows:
    """How many choices were found, without those that only say that one does not know."""
    count, all_ = (sum(option.key is None for option in options) for options in (found, page.options))
    left = len(found) - len(shown)
    words = say("{n} of {all}", n=count, all=all_) if view.typed else say("{n} in all", n=count)
    if left > 0:
        words = say("{count}, {n} more: type a letter or two", count=words, n=left)
    return (*((BLANK,) if grid.airy else ()), *para(words, grid.text, "quiet", (("", "  "),)))


# --- a month -----------------------------------------------------------------------------------------------


def month_rows(page: Page, view: View) -> Rows:
    """The month of the day that is typed, with that day standing out; today's month where nothing is typed yet."""
    day = page.day_of(view.typed).day if page.day_of is not None else None
    shown = day or page.today
    if shown is None:
        return ()
    first = shown.replace(day=1)
    start = first - timedelta(days=(first.weekday() + 1) % WEEK)
    weeks = [start + timedelta(days=WEEK * number) for number in range(6)]
    rows = [_week_row(week, shown, day) for week in weeks if week.month == shown.month or week < first]
    turns: Row = (
        ("key", "↑↓"),
        ("quiet", f" {say('a day')}   "),
        ("key", "PgUp PgDn"),
        ("quiet", f" {say('a month')}"),
    )
    return ((("strong", month_and_year(shown)),), (("quiet", " ".join(weekday_letters())),), *rows, turns, BLANK)


def weekday_letters() -> tuple[str, ...]:
    """Two letters for each day of the week, Sunday first."""
    names = weekday_names(spoken()) or WEEKDAYS
    return tuple(name[:2].title() for name in (names[-1], *names[:-1]))


def _week_row(start: date, shown: date, day: date | None) -> Row:
    row = list[Piece]()
    for number in range(WEEK):
        one = start + timedelta(days=number)
        inside = one.month == shown.month
        row += [("today" if one == day else "", f"{one.day:>2}" if inside else "  "), ("", " ")]
    return tuple(row)


def day_moved(page: Page, view: View, days: int, months: int = 0) -> str:
    """The text of the day that is so many days or months away from the one typed, as it is read in any place."""
    day = page.day_of(view.typed).day if page.day_of is not None else None
    start = day or page.today
    if start is None:
        return view.typed
    moved = start + timedelta(days=days if day else 0)
    for _ in range(abs(months)):
        moved = _next_month(moved, 1 if months > 0 else -1)
    return moved.isoformat()


def _next_month(day: date, step: int) -> date:
    month = day.month + step
    year, month = day.year + (month > 12) - (month < 1), (month - 1) % 12 + 1  # noqa: PLR2004 - months of a year
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return day
