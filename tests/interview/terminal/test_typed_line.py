"""What a line typed in plain mode means."""

from __future__ import annotations

from datetime import date

from hustings.interview.pages.page import KeyPressed, Option, Page, TypedAnswer
from hustings.interview.terminal.typed_line import parse_line
from hustings.interview.typed_day import day_reader


def test_a_typed_answer_that_may_not_apply_asks_which() -> None:
    page = Page("words", "How many?", keys=("dont_know", "na"))
    assert parse_line(page, "/na") == KeyPressed("na")
    assert parse_line(page, "//na") == TypedAnswer("/na")


def test_a_choice_of_a_long_list_may_be_typed() -> None:
    page = Page("one", "Where?", options=tuple(Option(f"s{n}", f"State {n}") for n in range(30)))
    assert parse_line(page, "state 7") == TypedAnswer("s7")
    assert parse_line(page, "30") == TypedAnswer("s29")
    assert parse_line(page, "state 1") == TypedAnswer("s1")
    assert parse_line(page, "xy") == "There is no xy here. Type 1 to 30."
    assert parse_line(page, "te 29") == TypedAnswer("s29")
    assert parse_line(page, "st") == (
        "“st” fits State 0, State 1, State 2, State 3, State 4, State 5, State 6, State 7 and 22 more."
        " Type more of one, or its number."
    )
    assert parse_line(page, "ate 2") == (
        "“ate 2” fits State 2, State 20, State 21, State 22, State 23, State 24, State 25, State 26 and 3 more."
        " Type more of one, or its number."
    )


def test_a_day_is_read_as_on_a_screen() -> None:
    page = Page("words", "When?", words="date", keys=("back",), day_of=day_reader(None, date(2026, 11, 24)))
    assert parse_line(page, "28 jan") == TypedAnswer("2027-01-28")
    assert parse_line(page, "31 feb") == "February 2027 has 28 days."
    assert parse_line(page, "") == TypedAnswer("")
    assert parse_line(page, "/b") == KeyPressed("back")
