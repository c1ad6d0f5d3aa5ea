"""The pages of a follow-up, by what they say."""

from __future__ import annotations

from datetime import date

from hustings.interview.pages.follow_up_pages import section_page, step_page, steps_page, welcome_page
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.follow_up import follow_up
from interview.test_follow_up import begun
from support import campaign_ai


def test_a_welcome_says_only_what_is_to_come() -> None:
    texts = [line.text for line in welcome_page(begun(), 0, 1).lines if line.text]
    assert [
        "The last assessment is of 1 August 2026. Its answers are shown again, to confirm or to change.",
        "Then 1 section: where nothing changed, one key confirms it.",
        "Each answer is saved as you give it. Leave when you like and go on later.",
    ] == texts


def test_a_step_says_what_it_would_change() -> None:
    found = begun()
    page = step_page(found, found.steps[0])
    assert ("Steps of the plan",) == page.position
    assert page.title.startswith("Done since 1 August 2026? Agree who answers first")
    assert [":done", ":ask", ":not-done"] == [option.id for option in page.options]


def test_the_steps_are_ticked_on_one_page_and_none_is_at_first() -> None:
    found = begun()
    page = steps_page(found, found.steps, (20, 22))
    assert ("several", (":none",), "21 to 22 of 22") == (page.kind, page.initial, page.head.count)
    assert [":none", *(one.step.key for one in found.steps)] == [option.id for option in page.options]


def test_a_fallback_is_told_in_its_own_words_and_any_other_step_in_a_few() -> None:
    campaign = campaign_ai.case("mayor_with_office_lists")
    pack, said = campaign_ai.edition(campaign.edition), campaign_ai.answers(campaign)
    found = follow_up(ComparedAssessment(pack, said, date(2027, 3, 4)), (campaign_ai.pack(), said), pack)
    texts = {option.id: option.text for option in steps_page(found, found.steps, (0, len(found.steps))).options}
    assert (
        "No host to ask? Tell supporters your one real address. → Only SPF or DKIM is set up"
        == texts["fallback:watch_mail_domain"]
    )
    assert any(text.startswith("One small team plan, training off → ") for text in texts.values())


def test_a_section_offers_to_confirm_it_at_once() -> None:
    found = begun()
    section = found.pack.questionnaire.sections[0]
    pending = section.questions[:1]
    assert "Nothing changed here" == section_page(section, pending, found, begun=False).options[0].text
    begun_page = section_page(section, pending, found, begun=True, notices=("so",))
    assert ("Nothing else changed here", ("so",)) == (begun_page.options[0].text, begun_page.notices)
