"""The facilitator's console as a window of a workshop that is led from a test."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from support.browser import Stageplay

LAPTOP = {"width": 1280, "height": 800}


def link(play: Stageplay) -> str:
    """What the terminal tells the facilitator to open, when asked."""
    return play.served.link("console")


def console(play: Stageplay) -> Page:
    """A console in a browser of its own, which must never try what the page's own rules forbid."""
    page = play.page(LAPTOP)
    page.on("console", lambda told: play.wrong.append(told.text) if "Content Security Policy" in told.text else None)
    page.goto(link(play))
    expect(page.locator("#desk")).to_be_visible()
    return page


def step(page: Page, now: str, then: str) -> None:
    """Press the big button, which says `now`, and see it say `then`."""
    button = page.locator("#step")
    expect(button).to_have_text(now)
    button.click()
    expect(button).to_have_text(then)


def closed(page: Page) -> None:
    """Close the open vote without showing it."""
    page.locator("#do-close").click()
    expect(page.locator("#do-close")).to_have_count(0)
    expect(page.locator("#step")).to_have_text("Show the votes")
    page.wait_for_selector("#step:not([aria-disabled])")


def menu(page: Page, name: str) -> None:
    """Choose something from the menu at the right end of the top line."""
    page.locator("#more-button").click()
    page.locator(f"#{name}-button").click()


def look_at(page: Page, question: str) -> None:
    page.locator(f"#line-{question}").click()
    expect(page.locator(f"#line-{question}")).to_have_attribute("aria-current", "true")
    expect(page.locator("#asked")).to_be_visible()  # and no form or agenda in its place
