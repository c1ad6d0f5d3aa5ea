"""The debrief takes two pages, says what the file knows, and names nobody who voted."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdf
import pytest

from hustings.report.paper.debrief import Debrief, FetchLine, debrief, debrief_pdf
from hustings.scoring.progress.reminders import reminders
from hustings.scoring.score import score
from support.report import TOWN, answered, plain_theme, town
from support.votes import answers_of
from support.workshop_case import EVENTFUL, PEOPLE, told

ON = date(2026, 9, 9)


def filled() -> Debrief:
    answers = {**answered(town(), TOWN), **answers_of(EVENTFUL)}
    result = score(town(), answers)
    days = reminders(result, ON, ON, None)
    return debrief(result, told(), EVENTFUL, days, campaign="Rivera <b>for</b> Council", on=ON)


def test_it_says_what_went_well_what_to_fetch_and_when_to_meet() -> None:
    page = filled()
    assert "Agreed at the first vote: 3 questions." in page.well
    assert FetchLine("The date of the drill", "Lee", "1 Dec") in page.fetch
    assert "Who pays for the plan?" in page.open
    assert ("16 September 2026", "9 September 2026") == (page.corrections, page.day)
    assert page.follow_ups[0].endswith("Assess the campaign again")


def test_before_anything_was_decided_there_are_lines_to_write_on() -> None:
    result = score(town(), answered(town(), TOWN))
    page = debrief(result, None, (), (), campaign="", on=ON)
    assert ((), (), (), "Nothing has been decided yet.") == (page.well, page.fetch, page.open, page.came_of_it)


@pytest.mark.slow
def test_it_is_printed_on_two_pages() -> None:
    read = pypdf.PdfReader(BytesIO(debrief_pdf(filled(), plain_theme(), paper="letter").content))
    one, two = (page.extract_text() for page in read.pages)
    assert "Rivera <b>for</b> Council" in one
    assert "Three ticks, no name" in two
    assert not [name for name in PEOPLE if name in one + two]
