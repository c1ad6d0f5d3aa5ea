"""A full page one is set smaller before it is laid out, so that it stays one page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hustings.messages import say, speaking
from hustings.pack.translation.ui_language import read_words
from hustings.report.document.document_records import Document
from hustings.report.document.page_one.page_fit import ROOM, crowded, fits, fitted, height
from support import campaign_ai
from support.deep import some
from support.pdf_pages import read
from support.report import DATES, NEW_YEAR, pdf_of, report_of, town, town_report


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


def spanish(case: str) -> Document:
    """The report of a worked campaign in Spanish, without the chapters that follow page one."""
    found = campaign_ai.case(case)
    whole = report_of(campaign_ai.edition(found.edition, "es"), {**dict(found.answers), **DATES}, on=NEW_YEAR)
    todo = replace(whole.todo, steps=(), later=(), lists=())
    return replace(whole, domains=(), todo=todo, answers=(), ledger=(), sources=())


def test_a_page_with_long_stops_names_fewer_steps_and_stays_one_page() -> None:
    with speaking(read_words("es")):
        one = spanish("ai_calls_to_everyone").summary
        assert (2, 3) == (len(one.stops), len(one.steps))
        assert one.do_first.startswith("5 de ")
    assert fits(one, "Rivera")
    assert not fits(replace(one, steps=one.steps * 3), "Rivera")


FULLEST = ("county_lists_in_chatbots", "ai_calls_to_everyone", "attacked_unready", "opponent_shown_as_real")


@pytest.mark.slow
@pytest.mark.parametrize("case", some(FULLEST, 2))
def test_the_fullest_pages_are_one_sheet_of_letter(case: str, tmp_path: Path) -> None:
    with speaking(read_words("es")):
        pages = read(pdf_of(spanish(case), tmp_path / "report.pdf").read_bytes())
        assert [1, 2] == [
            next(at for at, page in enumerate(pages) if say(topic) in page.top)
            for topic in ("In one minute", "The plan in time")
        ]
