"""Fields: what is typed, what it is read as, and a list that is searched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hustings.interview.screen.fields import (
    day_hint,
    day_moved,
    month_rows,
    search_rows,
    typed_lines,
    weekday_letters,
    words_rows,
)
from hustings.interview.screen.grid import grid_for
from hustings.interview.screen.view import View
from hustings.interview.typed_day import day_reader
from hustings.pack.rules import DateOrder
from hustings.styled_text.rows import Rows, text_of
from support import screens

GRID = grid_for(80, 24)
DATE_ORDERS: tuple[DateOrder | None, ...] = (None, "month_first", "day_first")


def told(rows: Rows) -> list[str]:
    return [text_of(row).rstrip() for row in rows]


def field(state: str, columns: int = 80, **changes: object) -> list[str]:
    page, view = screens.states()[state]
    return told(words_rows(page, replace(view, **changes), grid_for(columns, 24)))  # type: ignore[arg-type]


def test_a_number_has_its_unit_behind_the_field() -> None:
    assert ["❯ 6          hours", "  ──────────", "  A number from 0 to 400, in hours."] == field("number")


def test_a_day_is_read_back_at_each_key() -> None:
    assert "  Thursday, 28 January 2027, 59 days away" == field("date")[-1]
    assert "  28 jan, 1/28, in 60 days or 2027-01-28: all are read." == field("date", typed="28 j")[-1]
    assert "  Tuesday, 24 November 2026, 6 days ago" == field("date", typed="24 nov 2026")[-1]
    assert (
        "  ✕ “99 feb” is not a date. Write it like 3 November 2026 or 2026-11-03." == field("date", typed="99 feb")[-1]
    )
    assert ["  Thursday, 23 September 2027", "  297 days away"] == field("date", 34, typed="23 sep")[-2:]


def test_a_day_in_figures_is_shown_as_the_place_writes_it() -> None:
    hints = [day_hint(day_reader(order, date(2026, 11, 30))) for order in DATE_ORDERS]
    assert ["28 jan, 1/28, in 60 days or 2027-01-28: all are read."] * 2 == hints[:2]
    assert "28 jan, 28/1, in 60 days or 2027-01-28: all are read." == hints[2]


def test_a_warning_stands_instead_of_what_is_read() -> None:
    assert 2 == len(field("date", warning="no"))


def test_a_long_text_takes_rows_of_which_the_last_are_seen() -> None:
    assert ("xxxxxxxxxx", "xx") == typed_lines("x" * 12, 10)
    assert ("one", "two", "") == typed_lines("one\ntwo\n", 10)
    assert 5 == len(typed_lines("x" * 999, 10))
    assert ("\u6295\u7968", "\u6295") == typed_lines("\u6295\u7968\u6295", 4)


def test_a_list_is_found_in_as_many_columns_as_fit() -> None:
    page, view = screens.states()["long_list_found"]
    assert ["❯ ca", "  ──────────────────────────────────", "❯ California        North Carolina"] == told(
        search_rows(page, view, GRID, 12)
    )[:3]
    assert "  4 of 56" == told(search_rows(page, view, GRID, 12))[-1]
    assert ["Ca"] == [text for row in search_rows(page, view, GRID, 12) for role, text in row if role == "found"][:1]
    assert "  Nothing holds “xyz”. Esc clears it." == told(search_rows(page, View(typed="xyz"), GRID, 12))[-1]


def test_what_was_found_is_seen_in_a_text_that_is_cut() -> None:
    page, view = screens.states()["find"]
    rows = told(search_rows(page, view, grid_for(60, 20), 12))[2:-1]
    assert [] == [row for row in rows if "rule" not in row]
    assert "  …too, been shown the rules on AI, data and fakes?" in rows


def test_what_is_selected_in_a_long_list_is_seen() -> None:
    page, view = screens.states()["long_list"]
    rows = {at: told(search_rows(page, replace(view, selected=at), GRID, 12)) for at in (0, 11, 30, 56)}
    assert [] == [at for at, shown in rows.items() if not any(f"❯ {page.options[at].text}" in row for row in shown[1:])]
    assert rows[0][-1].startswith("  56 in all, ")


def test_a_month_shows_the_day_that_is_typed() -> None:
    page, view = screens.states()["date"]
    rows = month_rows(page, view)
    assert ["January 2027", "Su Mo Tu We Th Fr Sa", "                1  2"] == told(rows)[:3]
    assert ["28"] == [text for row in rows for role, text in row if role == "today"]
    assert "November 2026" == told(month_rows(page, View()))[0]
    assert () == month_rows(replace(page, today=None), View())
    assert 7 == len(weekday_letters())


def test_a_day_is_moved_by_days_and_months() -> None:
    page, _ = screens.states()["date"]
    assert ["2026-11-30", "2027-02-28", "2026-12-31"] == [
        day_moved(page, View(), 1), day_moved(page, View(typed="31 jan 2027"), 0, 1),
        day_moved(page, View(typed="31 jan 2027"), 0, -1),
    ]  # fmt: skip
    assert "x" == day_moved(replace(page, today=None), View(typed="x"), 1)
