"""One way to use windows of different browsers: go, click, write, and wait for what stands there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Browser, Page

PATIENCE = 40.0
TEXTS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility()).map((one) => one.innerText)"""
"""A function of the page: the texts of the elements that can be seen."""


class Window(Protocol):
    """A window of a browser. `texts` are those of the elements that can be seen."""

    def click(self, selector: str) -> None: ...
    def fill(self, selector: str, text: str) -> None: ...
    def texts(self, selector: str) -> list[str]: ...


OpenWindow = Callable[[str, int, int], Window]
"""Opens a window with a page: its address, width and height."""


@dataclass(frozen=True, slots=True)
class ChromiumWindow:
    """A window of Chromium."""

    page: Page

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click(timeout=PATIENCE * 1000)

    def fill(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.fill(text)

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.page.evaluate(TEXTS, selector)
        return found


def chromium_windows(browser: Browser) -> OpenWindow:
    """Opens windows of one Chromium; all have the same cookies."""
    context = browser.new_context(locale="en-US")

    def opened(address: str, width: int, height: int) -> Window:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        return ChromiumWindow(page)

    return opened


def wait_for(window: Window, selector: str, wanted: str) -> None:
    """Wait until an element that can be seen has this in its text."""
    end = time.monotonic() + PATIENCE
    while wanted not in (found := " | ".join(" ".join(text.split()) for text in window.texts(selector))):
        assert time.monotonic() < end, f"{selector}: {wanted!r} is not in {found!r}"
        time.sleep(0.1)
