"""Choices in rows."""

from __future__ import annotations

from dataclasses import replace

from hustings.interview.screen.choices import filter_rows, list_rows
from hustings.interview.screen.grid import grid_for
from hustings.styled_text.rows import text_of
from support import screens


def told(state: str, columns: int = 80, rows: int = 24, *, spaced: bool = True) -> list[str]:
    page, view = screens.states()[state]
    return [text_of(row).rstrip() for row in list_rows(page, view, grid_for(columns, rows), spaced=spaced).rows]


def test_a_choice_has_its_key_and_the_one_selected_its_sign() -> None:
    assert [
        "  1  No", "❯ 2  Only our own people, and they agreed",
        "  3  Public figures, as satire that nobody takes for real",
        "  4  An opponent, a voter or someone else, so that it looks real", "", "  d  We don't know",
    ] == told("select")  # fmt: skip
    assert "" not in told("select", spaced=False)


def test_a_tall_window_has_air_between_choices() -> None:
    assert ["  1  No", "", "❯ 2  Only our own people, and they agreed"] == told("select", 80, 40)[:3]


def test_ticks_stand_in_boxes() -> None:
    assert ["  [ ] 1  Doors, events and print", "  [✓] 2  E-mail to a list"] == told("many")[:2]
    assert "      d  We don't know" == told("many")[-1]


def test_the_answer_before_is_marked() -> None:
    assert "     but a tool that we approved  ✓ your answer" in told("answered", 70)


def test_a_long_choice_breaks_into_lines_of_like_length_behind_its_key() -> None:
    assert ["  4  An opponent, a voter or someone", "     else, so that it looks real"] == told("select", 60)[3:5]


def test_sections_have_bars_where_there_is_room() -> None:
    assert "❯ 3  Data privacy             3 of 13  5 min   here" == told("sections", 60)[2]
    assert "━━━━───────────────" in told("sections", 80)[2]
    assert told("sections", 60)[0].endswith("15 of 15  ✓")


def test_the_review_has_columns_in_a_wide_window_and_rows_in_a_narrow_one() -> None:
    wide = next(row for row in told("review", 100) if "race for" in row)
    assert ("What is the race for?" in wide, "council seat  changed" in wide) == (True, True)
    narrow = told("review", 60)
    at = narrow.index("❯ ✓ What is the race for?")
    assert "    A city, county or council seat  changed" == narrow[at + 1]


def test_the_review_tells_how_many_answers_each_key_shows() -> None:
    page, view = screens.states()["review"]
    rows = filter_rows(page, replace(view, shown="open"), grid_for(80, 24))
    assert ["a all 72   o open 44   c changed 1"] == [text_of(row) for row in rows]
    assert ["open 44"] == [text for row in rows for role, text in row if role == "found"]
