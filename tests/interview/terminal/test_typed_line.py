"""What a line typed in plain mode means."""

from __future__ import annotations

from hustings.interview.pages.page import KeyPressed, Option, Page, TypedAnswer
from hustings.interview.terminal.typed_line import parse_line


def test_a_typed_answer_that_may_not_apply_asks_which() -> None:
    page = Page("words", "How many?", keys=("dont_know", "na"))
    assert parse_line(page, "/na") == KeyPressed("na")
    assert parse_line(page, "//na") == TypedAnswer("/na")


def test_a_choice_of_a_long_list_may_be_typed() -> None:
    page = Page("one", "Where?", options=tuple(Option(f"s{n}", f"State {n}") for n in range(30)))
    assert parse_line(page, "state 7") == TypedAnswer("s7")
    assert parse_line(page, "30") == TypedAnswer("s29")
    assert parse_line(page, "state 1") == TypedAnswer("s1")
    assert parse_line(page, "st") == "There is no st here. Type 1 to 30."
