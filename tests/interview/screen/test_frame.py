"""The frame: the foot stands still, and what does not fit gives way."""

from __future__ import annotations

from hustings.interview.pages.page import Page, PageHead
from hustings.interview.screen.frame import CONTINUED, Body, fit, foot_rows, framed, head_rows, key_line, room_for
from hustings.interview.screen.grid import grid_for
from hustings.interview.screen.section_bars import Meter
from hustings.interview.screen.view import View
from hustings.styled_text.rows import BLANK, Row, text_of

KEYS = (("1-4", "answer"), ("b", "back"), ("?", "help"), ("q", "leave"))
PAGE = Page(
    "go", "", head=PageHead("Fakes", "2 of 15", ("about 9 min left", "9 min"), "1 stop", (Meter(1, 4),)), saved="No"
)


def rows(*texts: str) -> tuple[Row, ...]:
    return tuple(((("", text),) if text else BLANK) for text in texts)


def test_place_stops_and_minutes_stand_at_the_top() -> None:
    first, bars = head_rows(PAGE, grid_for(60, 24))
    assert "Fakes  2 of 15" + " " * 17 + "1 stop  ·  about 9 min left" == text_of(first)
    assert 58 == len(text_of(bars))
    assert "▂▄▆  Hustings" == text_of(head_rows(Page("go", ""), grid_for(60, 24))[0])


def test_the_foot_says_what_was_saved_and_the_keys_that_fit() -> None:
    assert ["✓ Saved: No", "1-4 answer   b back   ? help   q leave"] == [
        text_of(row) for row in foot_rows(PAGE, View(), grid_for(60, 24), KEYS)
    ]
    assert "1-4 answer   b back" == text_of(key_line(KEYS, 22))
    assert ("hot", "✓") == foot_rows(PAGE, View(fresh=True), grid_for(60, 24), KEYS)[0][0]
    assert 1 == len(foot_rows(Page("go", ""), View(), grid_for(60, 20), KEYS))
    small = foot_rows(Page("go", ""), View(), grid_for(50, 20), KEYS)
    assert "A small window: --plain asks line by line." == text_of(small[0])


def test_the_keys_stand_in_the_same_row_however_long_the_page_is() -> None:
    grid = grid_for(80, 24)
    foot = foot_rows(PAGE, View(), grid, KEYS)
    for length in (1, 5, room_for(PAGE, grid, foot)):
        drawn = framed(PAGE, grid, rows(*(["x"] * length)), foot)
        assert text_of(drawn[22]).strip().startswith("1-4 answer")


def test_air_goes_first_from_below_then_the_explanation_then_the_list_scrolls() -> None:
    body = Body(rows("Q", "help", ""), rows("1", "", "2", "", "3"), (), rows("Q"), (2, 3))
    assert [8, 8, 7, 6, 5] == [len(fit(body, room).rows) for room in (9, 8, 7, 6, 5)]
    assert ["Q", "help", "", "1", "2", "3"] == [text_of(row) for row in fit(body, 6).rows]
    assert ["Q", "1", "2", "3"] == [text_of(row) for row in fit(body, 4).rows]
    assert ["Q", "2", "  ↑↓ 1 above · 1 below"] == [text_of(row) for row in fit(body, 3).rows]
    assert fit(body, 3).hidden
    assert not fit(body, 9).hidden


def test_what_is_selected_is_seen() -> None:
    body = Body(rows("Q"), rows(*map(str, range(40))), (), None, (30, 31))
    assert "30" in [text_of(row) for row in fit(body, 10).rows]


def test_groups_are_not_torn_where_a_list_scrolls() -> None:
    one: list[Row] = [(("strong", "One"),), (("", "  a"),), (CONTINUED, ("", "A")), (("", "  b"),), BLANK]
    body = Body(rows("All"), (*one, *one), (), focus=(3, 4), grouped=True)
    assert ["All", "  b", "  ↑↓ 3 above · 6 below"] == [text_of(row) for row in fit(body, 6).rows]
