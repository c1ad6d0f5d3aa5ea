"""The form with the plain facts, on a real console."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hustings.workshop.session.session import Session
from hustings.workshop.views.console.facts_form import facts_view
from support.browser import Stageplay, violations
from support.console import console, look_at
from support.session import do


def test_each_field_has_its_answer_and_what_is_known_is_counted(session: Session) -> None:
    do(session, "facts", answers={"uses_ai": "yes"})
    view = facts_view(session)
    assert ("1 of 4 known", 3) == (view["known"], view["left"])
    assert [("campaign_name", "text", ""), ("uses_ai", "yes_no", "yes")] == [
        (field["id"], field["type"], field["value"]) for field in (view["fields"][0], view["fields"][-1])
    ]


@pytest.mark.slow
def test_the_facts_are_typed_on_one_form(play: Stageplay) -> None:
    page, wall = console(play), play.screen()
    expect(page.locator("#facts")).to_contain_text("Before the first vote 0 of 4 known")
    expect(page.locator("#asked")).to_be_hidden()
    expect(page.locator("#title")).to_have_text("No campaign name yet")
    page.locator("#fact-campaign_name").fill("Rivera for Council")
    page.locator("#fact-campaign_name").press("Enter")
    expect(page.locator("#fact-first_ballots")).to_be_focused()
    page.locator("#fact-staff").fill("a few")
    page.locator("#fact-uses_ai").select_option("yes")
    expect(page.locator("#step")).to_have_text("Save and start voting")
    page.reload()
    expect(page.locator("#fact-staff")).to_have_value("a few")
    page.locator("#step").click()
    expect(page.locator("#facts-form .alarm")).to_contain_text("How many people work on the campaign")
    page.locator("#fact-staff").fill("6")
    assert [] == violations(page)
    page.locator("#step:not([aria-disabled])").click()
    expect(page.locator("#facts")).to_be_hidden()
    expect(page.locator("#title")).to_have_text("Rivera for Council")
    expect(page.locator("#line-campaign_name")).to_contain_text("decided")
    expect(page.locator("#line-uses_ai")).to_contain_text("decided")
    expect(page.locator("#line-first_ballots")).not_to_contain_text("decided")
    expect(page.locator("#step")).to_have_text("Open the vote")
    expect(
        wall.locator("body[data-scene=join]")
    ).to_be_attached()  # nobody reads the question before there was practice


@pytest.mark.slow
def test_facts_are_saved_for_now_and_the_room_stays_where_it_is(play: Stageplay) -> None:
    page = console(play)
    page.locator("#fact-uses_ai").select_option("no")
    page.locator("#do-facts_save").click()
    expect(page.locator("#facts")).to_be_hidden()
    expect(page.locator("#line-uses_ai")).to_contain_text("decided")
    expect(page.locator("#step")).to_have_text("Open the vote")  # and no fact that was just left empty
    expect(page.locator("#asked")).to_be_focused()
    look_at(page, "campaign_name")
    page.locator("#step").click()
    expect(page.locator("#fact-campaign_name")).to_be_focused()
