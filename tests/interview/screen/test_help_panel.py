"""Help beside a question and below it."""

from __future__ import annotations

import pytest

from hustings.interview.pages.page import Page
from hustings.interview.screen.help_panel import help_rows, key_rows, lower_panel
from hustings.styled_text.rows import Rows, text_of
from support import screens


@pytest.fixture(scope="module")
def page() -> Page:
    return screens.states()["help"][0]


def told(rows: Rows) -> list[str]:
    return [text_of(row).rstrip() for row in rows]


def test_beside_a_question_stand_why_proof_and_who_without_codes(page: Page) -> None:
    rows = told(help_rows(page, 44, whole=False, beside=True))
    assert ["Why we ask", "What counts as proof", "Who knows"] == [
        row
        for row in rows
        if row in ("How to answer", "Why we ask", "What counts as proof", "Who knows", "Keys", "Where this comes from")
    ]
    assert "F-B35" not in " ".join(rows)


def test_the_whole_help_has_sources_and_keys(page: Page) -> None:
    rows = told(help_rows(page, 44, whole=True))
    assert {"How to answer", "Where this comes from", "Keys"} <= set(rows)
    assert "F-B35" not in " ".join(rows)


def test_below_a_question_help_says_how_much_of_it_is_seen(page: Page) -> None:
    rows, more = lower_panel(page, 68, 5, 0)
    assert (text_of(rows[0]).startswith("── How to answer "), text_of(rows[0]).endswith(" 5 of 34 lines"), more) == (
        True,
        True,
        True,
    )
    last, more = lower_panel(page, 68, 5, 999)
    assert (6, False) == (len(last), more)


def test_keys_stand_in_columns(page: Page) -> None:
    assert ["Keys", "1-5 answer            m   sections"] == told(key_rows(page, 44))[:2]
