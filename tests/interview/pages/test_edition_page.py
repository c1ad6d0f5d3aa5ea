"""The page on which an edition is chosen."""

from __future__ import annotations

from hustings.interview.navigation import begin
from hustings.interview.pages.edition_page import EditionLeft, edition_page
from support.campaign_ai import edition


def test_each_edition_says_what_is_still_open() -> None:
    here = begin(edition("quick"), {})
    left = [EditionLeft(one, n, n) for n, one in enumerate(here.pack.questionnaire.editions)]
    page = edition_page(here, left)
    assert ["all answered, as now", "1 question, about 1 min", "2 questions, about 2 min"] == [
        option.beside for option in page.options
    ]
    assert page.options[1].text.startswith("Standard: 1 question, about 1 min. About half an hour.")
    assert "quick" == page.initial
