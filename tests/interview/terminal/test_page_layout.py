"""What a page says, laid out for a window; and which keys it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.interview import navigation, page_builders
from hustings.interview.page import Option, Page, PageLine
from hustings.interview.terminal.page_layout import PageLayout, lay_out, split_page
from hustings.text import cells
from support.interview import ALL, answers, town


def page(start: str, **said: object) -> Page:
    return page_builders.question_page(navigation.begin(town(), answers(**said), start))


def chatbot_page() -> Page:
    return page("chatbot_account", campaign_name="Rivera", uses_ai="yes")


def texts(laid: PageLayout) -> list[str]:
    return [line.text for line in (*laid.head, *map(PageLine, laid.titles), *laid.foot)]


def height(laid: PageLayout) -> int:
    return len(laid.head) + laid.rows + len(laid.foot) + laid.scrolls


def test_a_question_page_at_80_columns() -> None:
    assert texts(lay_out(chatbot_page(), 80, 24)) == [
        "Voter data · question 2 of 3 · about 4 minutes left (up to 5)",
        "─" * 78,
        "",
        "When someone here uses a chatbot for campaign work, whose account is it?",
        "Count everyone. If it varies, answer for the weakest account.",
        "",
        "Their own free or personal account",
        "Their own paid account",
        "The campaign's team plan, with training on our text switched off",
        "The campaign's team plan, sign-in managed by us and checked this month",
        "We don't know",
        "",
        "F7/b back  F8/s skip  F4/d don't know  F1/? help  F10/q save and quit",
        "F2/n note  F3/p proof  F5/j sections  F6/r review",
    ]


def test_the_place_is_said_as_long_as_the_line_allows() -> None:
    places = [lay_out(chatbot_page(), columns, 24).head[0].text for columns in (70, 55, 40, 20)]
    assert places == [
        "Voter data · question 2 of 3 · about 4 minutes left (up to 5)",
        "Voter data · question 2 of 3 · 4 to 5 minutes left",
        "Voter data · 2 of 3 · 4 to 5 min left",
        "2 of 3 · 4 to 5 min",
    ]


def test_a_long_choice_is_wrapped_behind_its_number() -> None:
    assert lay_out(chatbot_page(), 40, 24).titles[3] == (
        "The campaign's team plan, sign-in\n      managed by us and checked this\n      month"
    )


def test_lines_are_never_wider_than_is_good_to_read() -> None:
    assert max(cells(text) for text in texts(lay_out(chatbot_page(), 200, 50))) == 88


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("rows", [14, 24])
@pytest.mark.parametrize("name", list(town().questions))
def test_every_question_fits_with_all_choices_and_keys(name: str, columns: int, rows: int) -> None:
    laid = lay_out(page(name, **ALL), columns, rows)
    lines = [*texts(laid)[: len(laid.head)], *"\n".join(laid.titles).split("\n"), *(foot.text for foot in laid.foot)]
    assert (laid.scrolls, height(laid) <= rows) == (False, True)
    assert [line for line in lines if cells(line) > columns - 1] == []
    assert any("back" in line.text for line in laid.foot)


def test_in_a_short_window_air_goes_first_then_keys_then_help() -> None:
    laid = [lay_out(chatbot_page(), 80, rows) for rows in (14, 11, 10, 9)]
    assert ["" in texts(one) for one in laid] == [True, False, False, False]
    assert [len([line for line in one.foot if line.text]) for one in laid] == [2, 2, 1, 1]
    assert ["Count everyone" in " ".join(texts(one)) for one in laid] == [True, True, True, False]


def test_where_even_the_least_does_not_fit_choices_scroll_and_the_page_still_fits() -> None:
    for rows in (3, 5, 7):
        laid = lay_out(chatbot_page(), 40, rows)
        assert laid.scrolls
        assert laid.rows >= 1
        assert height(laid) <= rows


def test_untrusted_text_is_harmless_on_the_page() -> None:
    evil = Page("one", "\x1b[2JTitle", ("\x1b]0;x\x07here",), options=(Option("a", "\x1b[31mred"),), notices=("\x9bH",))
    assert texts(lay_out(evil, 80, 24)) == ["]0;xhere", "─" * 78, "", "[2JTitle", "! H", "", "[31mred", ""]


def test_a_notice_is_marked_by_more_than_its_look() -> None:
    laid = lay_out(replace(chatbot_page(), notices=("One choice is needed.",)), 80, 24)
    assert PageLine("! One choice is needed.", "notice") in laid.head


def test_a_long_text_is_read_in_parts() -> None:
    long = Page(
        "go", "Help", lines=tuple(PageLine(f"line {n}") for n in range(30)), options=(Option("go_on", "Go on"),)
    )
    found = split_page(long, 80, 24)
    assert [part.options[0].text for part in found] == ["Read on (1 of 2)", "Go on"]
    assert [line.text for part in found for line in part.lines] == [f"line {n}" for n in range(30)]
    assert [lay_out(part, 80, 24).scrolls for part in found] == [False, False]
    assert split_page(long, 80, 60) == (long,)


# --- keys --------------------------------------------------------------------------------------------------
