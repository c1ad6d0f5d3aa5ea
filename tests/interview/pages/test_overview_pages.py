"""The pages that look over an interview: its sections, its beginning, the end of a section."""

from __future__ import annotations

from hustings.interview.navigation import begin
from hustings.interview.pages.overview_pages import closing_page, find_page, review_page
from hustings.interview.pages.page import PageLine
from hustings.interview.screen.view import View, choosable
from support.interview import TO_PRIVACY, answers, town, typed
from support.scoring import e1, mini


def test_sections_are_listed_with_what_is_done_and_lead_to_their_first_open_question() -> None:
    log, written, _ = typed("/sections", "2", "/sections", "/back", before=answers(**TO_PRIVACY, voice_online="blank"))
    assert "  1. About you · 4 of 4 · all seen" in written
    assert "  2. Voter data · 0 of 3 · 3 open" in written
    assert "  3. Fakes · 1 of 2 · 1 open, 1 skipped" in written
    assert "5 of 9 answered, about 4 minutes left." in written
    assert log.known == []


def test_a_new_interview_says_what_it_is_and_how_long_it_takes() -> None:
    _, written, _ = typed()
    assert [line for line in written if line][:6] == [
        "A town council race",
        "1. About you, 3 min",
        "2. Voter data, 2 min",
        "3. Fakes, 2 min",
        "8 questions, about 5 minutes (up to 7).",
        "Each answer is saved as you give it. Leave when you like and go on later.",
    ]


def test_a_closing_page_leads_to_the_review_if_wanted() -> None:
    page = closing_page(begin(town(), answers(**TO_PRIVACY)), town().questionnaire.sections[0], (PageLine("so far"),))
    assert (page.kind, page.keys, [line.text for line in page.lines][1]) == ("go", ("back", "review", "quit"), "so far")


def test_the_review_says_what_an_answer_below_its_target_would_bring() -> None:
    options = {option.id: option.text for option in review_page(begin(mini(), e1())).options}
    assert "F control one\n→ Partly in place\nIf this were “Fully in place”: +10.2, Guarded" == options["f_c1"]
    assert "P control one\n→ Largely in place" == options["p_c1"]


def test_a_question_is_found_by_its_words_and_by_its_answer() -> None:
    page = find_page(begin(town(), answers(**TO_PRIVACY)))
    assert page.searchable
    assert ["staff"] == [option.id for option in choosable(page, View(typed="people work"))]
    assert ["campaign_name"] == [option.id for option in choosable(page, View(typed="rivera"))]
