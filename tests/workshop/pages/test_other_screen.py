"""The wall on the other screen: offered where the browser tells that there is one, and never without a press.

The browser under test has one screen; what it would tell of a second is put in its place.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.browser import Stageplay
from support.console import LAPTOP, link

pytestmark = pytest.mark.slow
SCREENS = """
  window.asked = 0;
  Object.defineProperty(Screen.prototype, "isExtended", { get: () => true });
  const here = { isPrimary: true };
  const there = { isPrimary: false, availLeft: 1280, availTop: 0, availWidth: 1920, availHeight: 1080 };
  window.getScreenDetails = async () => {
    window.asked += 1;
    if (REFUSED) throw new DOMException("", "NotAllowedError");
    return { screens: [here, there], currentScreen: here };
  };
  const open_ = window.open.bind(window);
  window.open = (...told) => { window.told = told; return BLOCKED ? null : open_(...told); };
"""


def console(play: Stageplay, *, screens: bool = True, refused: bool = False, blocked: bool = False) -> Page:
    page = play.page(LAPTOP)
    if screens:
        said = {"REFUSED": str(refused).lower(), "BLOCKED": str(blocked).lower()}
        page.add_init_script("".join(f"const {name} = {value};" for name, value in said.items()) + SCREENS)
    page.goto(link(play))
    expect(page.locator("#wall-button.calls")).to_be_visible()
    return page


def test_the_wall_is_shown_on_the_other_screen_after_a_press(play: Stageplay) -> None:
    page = console(play)
    assert (0, 1) == (page.evaluate("window.asked"), len(page.context.pages))
    page.locator("#wall-button").click()
    expect(page.locator("#projectors")).to_contain_text("No wall is open yet: the room sees nothing.")
    expect(page.locator("#projector")).to_have_text("Show the wall on the other screen")
    with page.expect_popup() as opened:
        page.locator("#projector").click()
    expect(opened.value.locator("body[data-scene=join]")).to_be_attached()
    assert ["/screen", "hustings-wall", "popup,left=1280,top=0,width=1920,height=1080"] == page.evaluate("window.told")
    expect(page.locator("#walls")).to_have_text("The wall is open.")
    expect(page.locator("#wall-button.calls")).to_have_count(0)
    opened.value.close()
    expect(page.locator("#wall-button.calls")).to_be_visible()  # it is known that the room sees nothing


def test_where_the_browser_may_not_tell_the_window_is_dragged_there(play: Stageplay) -> None:
    page = console(play, refused=True)
    page.locator("#wall-button").click()
    with page.expect_popup():
        page.locator("#projector").click()
    expect(page.locator("#projectors")).to_contain_text("The browser did not tell where the other screen is.")
    expect(page.locator("#projector")).to_have_text("Open the wall")


def test_a_blocked_window_is_told(play: Stageplay) -> None:
    page = console(play, blocked=True)
    page.locator("#asked, #facts-title").first.focus()
    page.keyboard.press("w")
    expect(page.locator("#projectors .alarm")).to_contain_text("The browser blocked the new window.")
    expect(page.locator("#wall")).to_be_visible()


def test_with_one_screen_a_key_opens_it_in_a_window_of_its_own(play: Stageplay) -> None:
    page = console(play, screens=False)
    page.locator("#do-facts_save").focus()
    with page.expect_popup() as opened:
        page.keyboard.press("w")
    expect(opened.value.locator("body[data-scene=join]")).to_be_attached()
    expect(page.locator("#wall")).to_be_hidden()
