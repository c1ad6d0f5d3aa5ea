"""The pages of a follow-up, by what they say."""

from __future__ import annotations

from hustings.interview.pages.follow_up_pages import section_page, step_page, welcome_page
from interview.test_follow_up import begun


def test_a_welcome_says_only_what_is_to_come() -> None:
    texts = [line.text for line in welcome_page(begun(), 0, 1).lines if line.text]
    assert [
        "The last assessment is of 1 August 2026. Its answers are shown again, to confirm or to change.",
        "Then 1 section: where nothing changed, one key confirms it.",
        "Each answer is saved as you give it. Leave when you like and go on later.",
    ] == texts


def test_a_step_says_what_it_would_change() -> None:
    found = begun()
    page = step_page(found, found.steps[0], (1, 2))
    assert ("Steps of the plan · 1 of 2",) == page.position
    assert page.title.startswith("Done since 1 August 2026? Agree who answers first")
    assert [":done", ":not-done", ":ask"] == [option.id for option in page.options]


def test_a_section_offers_to_confirm_it_at_once() -> None:
    found = begun()
    section = found.pack.questionnaire.sections[0]
    pending = section.questions[:1]
    assert "Nothing changed here" == section_page(section, pending, found, begun=False).options[0].text
    begun_page = section_page(section, pending, found, begun=True, notices=("so",))
    assert ("Nothing else changed here", ("so",)) == (begun_page.options[0].text, begun_page.notices)
