"""The pages beside the way: how much is asked, and a question that is looked for."""

from __future__ import annotations

from hustings.interview.navigation import begin
from hustings.interview.pages.side_pages import EditionLeft, edition_page, find_page
from hustings.interview.screen.view import View, choosable
from support.campaign_ai import edition
from support.interview import TO_PRIVACY, answers, town


def test_each_edition_says_what_is_still_open() -> None:
    here = begin(edition("quick"), {})
    left = [EditionLeft(one, n, n) for n, one in enumerate(here.pack.questionnaire.editions)]
    page = edition_page(here, left)
    assert ["all answered, as now", "1 question, about 1 min", "2 questions, about 2 min"] == [
        option.beside for option in page.options
    ]
    assert page.options[1].text.startswith("Standard: 1 question, about 1 min. About half an hour.")
    assert "quick" == page.initial


def test_a_question_is_found_by_its_words_and_by_its_answer() -> None:
    page = find_page(begin(town(), answers(**TO_PRIVACY)))
    assert page.searchable
    assert ["staff"] == [option.id for option in choosable(page, View(typed="people work"))]
    assert ["campaign_name"] == [option.id for option in choosable(page, View(typed="rivera"))]
