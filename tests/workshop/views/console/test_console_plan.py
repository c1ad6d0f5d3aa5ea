"""The agenda is changed on the console: the order, what is skipped, the minutes, and when the room must be left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.browser import PLAN, Stageplay, violations
from support.console import console, look_at

pytestmark = pytest.mark.slow
FAKES = "#plan-parts .part[data-move=fakes] li"


@pytest.fixture
def page(play: Stageplay) -> Page:
    return console(play)


def names(page: Page, *expected: str) -> None:
    expect(page.locator(FAKES)).to_have_count(len(expected))
    for at, name in enumerate(expected):
        expect(page.locator(FAKES).nth(at)).to_have_attribute("data-move", name)


def test_the_agenda_is_arranged_by_mouse_and_keyboard_and_stays_so(page: Page) -> None:
    page.locator("#plan-button").click()
    names(page, PLAN, "voice_online")
    page.locator("#plan-up-voice_online").click()
    names(page, "voice_online", PLAN)
    page.locator(f"#plan-skip-{PLAN}").focus()
    page.keyboard.press("Alt+ArrowUp")
    names(page, PLAN, "voice_online")
    page.locator(f"{FAKES}[data-move=voice_online]").drag_to(page.locator(f"{FAKES}[data-move={PLAN}]"))
    names(page, "voice_online", PLAN)
    page.locator(f"{FAKES}[data-move={PLAN}]").drag_to(page.locator(f"{FAKES}[data-move=voice_online]"))
    names(page, PLAN, "voice_online")
    page.locator(f"#own-{PLAN}").fill("9")
    page.locator(f"#own-{PLAN}").blur()
    expect(page.locator("#plan-parts .part[data-move=fakes] h3")).to_have_text("Fakes 13 min to go")
    page.locator(f"#own-{PLAN}").fill("")
    page.locator(f"#own-{PLAN}").blur()
    page.locator("#plan-up-fakes").click()
    page.locator(f"#plan-skip-{PLAN}").click()
    expect(page.locator(f"#plan-skip-{PLAN}")).to_have_text("Back in")
    page.locator("#minutes-fakes").fill("1")
    page.locator("#minutes-fakes").blur()
    expect(page.locator("#plan-parts .part[data-move=fakes] h3")).to_have_text("Fakes 0 of 1 min used, 4 to go")
    page.locator("#plan-until").fill("17:00")
    page.locator("#plan-until").blur()
    assert [] == violations(page)
    page.locator("#step").click()
    expect(page.locator("#plan-button")).to_be_focused()
    expect(page.locator("#foot")).to_contain_text("We must leave at 17:00")
    page.reload()
    expect(page.locator("#lines h3")).to_have_text(
        ["About you 0 of 4 · 2 min", "Fakes 0 of 2 · 4 min", "Voter data 0 of 2 · 6 min"]
    )
    expect(page.locator(f"#line-{PLAN}")).to_contain_text("skipped")
    expect(page.locator("#pace")).to_contain_text("1 skipped")


def test_a_question_is_skipped_and_taken_up_where_it_is_asked(page: Page) -> None:
    look_at(page, "campaign_name")
    page.locator("#do-skip").click()
    expect(page.locator("#asked")).not_to_contain_text("called")
    expect(page.locator("#line-campaign_name")).to_contain_text("skipped")
    look_at(page, "campaign_name")
    page.locator("#do-unskip").click()
    expect(page.locator("#line-campaign_name")).not_to_contain_text("skipped")
    page.locator("#down-campaign_name").click()
    expect(page.locator("#lines .line").nth(1)).to_have_attribute("id", "line-campaign_name")


def test_an_earlier_decision_is_taken_back(page: Page, play: Stageplay) -> None:
    for name, value in ((PLAN, "fully"), ("voice_online", "much")):
        play.act("decide", question=name, answer={"value": value}, rationale="We looked.")
    look_at(page, PLAN)
    page.locator("#do-undo").click()
    expect(page.locator("#step")).to_have_text("Open the vote")
    expect(page.locator("#line-voice_online")).to_contain_text("decided")
