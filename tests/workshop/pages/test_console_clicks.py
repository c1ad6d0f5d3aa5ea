"""How many clicks or keys a question takes on the console, by the keyboard alone: Enter leads through."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.browser import PLAN, Stageplay, violations
from support.console import console, look_at

pytestmark = pytest.mark.slow
FACTS, ORDINARY, CONTESTED = 1, 3, 7
"""What the design allows; it counts six for a question that is talked about."""


@pytest.fixture
def page(play: Stageplay) -> Page:
    found = console(play)
    play.join(4)
    expect(found.locator("#people-button")).to_contain_text("4 here")
    return found


class Keys:
    """The keys that are pressed, each once the button says what it is pressed for."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, expected: str, key: str = "Enter") -> None:
        expect(self.page.locator("#step:not([aria-disabled])")).to_have_text(expected)
        self.page.keyboard.press(key)
        self.count += 1


def test_the_facts_take_one_key_and_practice_comes_before_the_first_vote(page: Page, play: Stageplay) -> None:
    page.locator("#fact-campaign_name").fill("Rivera for Council")
    keys = Keys(page)
    keys.press("Save and start voting", "Control+Enter")
    expect(page.locator("#facts")).to_be_hidden()
    expect(page.locator("#line-campaign_name.decided")).to_be_visible()
    assert FACTS == keys.count
    expect(page.locator("#step")).to_have_text("Practice vote")
    assert "room" == play.view()["projected"]["kind"]  # the real question is not read before practice
    expect(page.locator("#do-open")).to_be_visible()  # whoever has no time for it
    keys.press("Practice vote")
    expect(page.locator("#step")).to_have_text("Show the votes")
    page.locator("#do-practice_over").click()
    expect(page.locator("#step")).to_have_text("Open the vote")  # once is enough
    expect(page.locator("#do-practise")).to_be_visible()


def test_an_ordinary_question_takes_three_keys(page: Page, play: Stageplay) -> None:
    look_at(page, PLAN)
    keys = Keys(page)
    keys.press("Open the vote")
    expect(page.locator(".phase.open")).to_be_visible()
    play.vote(PLAN, 1, "fully", "fully", "fully", "fully")
    keys.press("Show the votes")
    keys.press("Record D and next")
    expect(page.locator("#asked")).to_contain_text("Is there a rule that voter records")  # no fact that stayed empty
    assert ORDINARY == keys.count
    look_at(page, PLAN)  # what was decided can be looked at while the next question stands on the wall
    expect(page.locator("#made .answer")).to_have_text("Fully in place and checked this month")


def test_several_answers_take_three_keys_too_unless_others_are_ticked(page: Page, play: Stageplay) -> None:
    look_at(page, "channels")
    keys = Keys(page)
    keys.press("Open the vote")
    expect(page.locator(".phase.open")).to_be_visible()
    play.vote("channels", 1, *[["doors", "texts"]] * 4)
    keys.press("Show the votes")
    expect(page.locator("#step")).to_have_text("Record it and next")
    page.set_viewport_size({"width": 1280, "height": 720})
    foot = page.locator("#steps").bounding_box()
    last = page.locator("#decision .bars li").last.bounding_box()
    assert foot is not None
    assert last is not None
    assert last["y"] + last["height"] <= foot["y"]  # no tick is below the fold
    assert violations(page) == []
    page.locator("#said-1-dont_know").check()
    expect(page.locator("#decision .bars input:checked")).to_have_count(0)
    for name in ("Doors", "Text"):
        page.locator("#decision .bars li", has_text=name).locator("input").check()
    expect(page.locator("#said-1-value")).to_be_checked()
    page.get_by_label("Phone calls").check()
    expect(page.locator("#step")).to_have_text("Record the decision")
    page.get_by_label("Phone calls").uncheck()
    page.locator("#asked").focus()
    keys.press("Record it and next")
    expect(page.locator("#line-channels.decided")).to_be_visible()
    expect(page.locator("#step")).to_have_text("Open the vote")
    assert ORDINARY == keys.count


def test_a_contested_question_takes_at_most_seven(page: Page, play: Stageplay) -> None:
    look_at(page, PLAN)
    keys = Keys(page)
    keys.press("Open the vote")
    expect(page.locator(".phase.open")).to_be_visible()
    play.vote(PLAN, 1, "none", "none", "fully", "fully")
    keys.press("Show the votes")
    expect(page.locator("#decision input:checked")).to_have_count(0)  # nothing is filled in on a split first vote
    keys.press("Discuss")
    expect(page.locator("#clock")).to_contain_text(":")  # the clock starts by itself
    keys.press("Open the second vote")
    expect(page.locator(".phase.open")).to_be_visible()
    play.vote(PLAN, 2, "largely", "largely", "largely", "fully")
    keys.press("Show the votes")
    keys.press("Record C and next")
    expect(page.locator("#asked")).to_contain_text("Is there a rule that voter records")
    assert 6 == keys.count <= CONTESTED


def test_enter_is_the_big_button_after_clicks_and_while_one_types_only_with_ctrl(page: Page, play: Stageplay) -> None:
    look_at(page, PLAN)
    page.locator("#timer-60").click()
    page.locator("#write-text").fill("Half a thought")
    page.locator("#write-text").press("Enter")
    expect(page.locator("#step")).to_have_text("Open the vote")
    page.locator("#timer-120").click()
    Keys(page).press("Open the vote")  # and not the timer that was clicked last
    expect(page.locator(".phase.open")).to_be_visible()
    play.vote(PLAN, 1, "partly", "partly", "partly", "partly")
    Keys(page).press("Show the votes")
    expect(page.locator("#step:not([aria-disabled])")).to_have_text("Record B and next")
    page.keyboard.press("3")
    expect(page.locator("#step")).to_have_text("Record C, not the vote")
    expect(page.locator("#otherwise")).to_contain_text("You record C. The votes say “Partly in place”.")
    page.locator("#rationale").fill("Kim showed us the page.")
    page.locator("#rationale").press("Control+Enter")
    expect(page.locator("#made h2")).to_have_text("Decided otherwise than voted")
    page.locator("#people-button").click()
    expect(page.locator("#people-title")).to_be_focused()
    page.keyboard.press("Enter")  # it is no big button while a panel is open
    page.keyboard.press("Escape")
    expect(page.locator("#people")).to_be_hidden()
    expect(page.locator("#people-button")).to_be_focused()
    expect(page.locator("#made h2")).to_have_text("Decided otherwise than voted")
