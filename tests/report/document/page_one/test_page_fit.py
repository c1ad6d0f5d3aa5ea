"""A full page one is set smaller before it is laid out, so that it stays one page."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.document.page_one.page_fit import ROOM, crowded, fitted, height
from support.report import report_of, town, town_report


def test_what_is_said_takes_room() -> None:
    one = town_report().summary
    more = replace(one, steps=one.steps * 2, notes=("A sentence that takes a line of its own. " * 3,))
    assert height(one, "Rivera") + 100 < height(more, "Rivera")
    assert height(one, "Rivera") < height(
        one, "A name that is so long that it takes a second line of the headline, or two"
    )


def test_a_page_is_crowded_where_a_sheet_would_not_hold_it() -> None:
    one = town_report(response_plan="none").summary
    assert not crowded(one, "Rivera")
    assert crowded(replace(one, steps=one.steps * 8), "Rivera")
    assert height(report_of(town(), {}).summary, "Rivera") < ROOM


def test_a_page_that_is_full_even_when_set_smaller_leaves_what_is_in_place_to_the_chapters() -> None:
    one = town_report(response_plan="none").summary
    assert fitted(one, "Rivera") == one
    small = fitted(replace(one, steps=one.steps * 5), "Rivera")
    assert (True, one.strengths) == (small.crowded, small.strengths)
    full = fitted(replace(one, steps=one.steps * 12), "Rivera")
    assert (True, (), "") == (full.crowded, full.strengths, full.more_strengths)
