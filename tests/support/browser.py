"""A real browser without a window, and a workshop's server for it to look at."""

from __future__ import annotations

import asyncio
import atexit
import json
import shutil
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from support.server import Served

PLAN = "response_plan"
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
AXE = """(options) => axe.run(options).then((found) => found.violations.map(
  (one) => [one.id, one.nodes.map((node) => node.html.slice(0, 120))]))"""
"""What axe finds on a page that has it: each rule that is broken, with the elements."""
OFF = (
    *(
        "DestroyProfileOnBrowserClose",
        "HttpsUpgrades",
        "LensOverlay",
        "MediaRouter",
        "OptimizationHints",
        "PaintHolding",
    ),
    *("NetworkTimeServiceQuerying", "PreconnectToSearch", "AvoidUnnecessaryBeforeUnloadCheckSync", "AimEnabled"),
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
)
"""What a browser need not do: what Playwright too turns off, and the pages of the address bar. They are laid out in
two programs of their own for each window, and cost twice as much as our page. Nor is a program to be kept ready."""
QUIET = [
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # a page takes the program that is there
    "--font-render-hinting=none",  # letters as wide as they are in a window
]
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first of these that is here. The first draws the same pages without a browser's own windows: a page costs less
than half."""
RUNNING: list[Browser] = []
"""The browsers that this process has started."""
PHONE = {"width": 320, "height": 640}
OK = 200
WALL = {"width": 1280, "height": 720}
SOON = 8000.0
AGAIN = 100.0


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this process; all test modules share it, one after the other, each with windows of its own.

    While it is driven, nobody else can run an event loop: afterwards it is left until it is driven again.
    """
    driver, loop = _driver()
    asyncio._set_running_loop(loop)
    browser = _launched(driver)
    try:
        yield browser
    finally:
        for context in browser.contexts:
            context.close()
        asyncio._set_running_loop(None)


@cache
def _driver() -> tuple[Playwright, asyncio.AbstractEventLoop]:
    """What drives browsers, and the loop that it runs in as long as this process."""
    expect.set_options(timeout=SOON)
    driver = sync_playwright().start()
    loop = asyncio.get_running_loop()
    atexit.register(_stop, driver, loop)
    return driver, loop


def _stop(driver: Playwright, loop: asyncio.AbstractEventLoop) -> None:
    asyncio._set_running_loop(loop)
    driver.stop()


def _launched(driver: Playwright) -> Browser:
    """The browser that runs; a new one if there is none or it has ended."""
    if not RUNNING or not RUNNING[-1].is_connected():
        found = next(path for name in PROGRAMS if (path := shutil.which(name)))
        RUNNING.append(driver.chromium.launch(executable_path=found, args=QUIET))
    return RUNNING[-1]


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds against WCAG 2.2 AA, with the elements, once the page stands still.

    At the end of the page its bar covers nothing. A page that still changes is looked at again.
    """
    page.locator("html.worded").wait_for(timeout=SOON)
    return violations_of(page)


def violations_of(page: Page) -> list[tuple[str, list[str]]]:
    """The same of a page that is not one of the workshop's."""
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": list(WCAG), "resultTypes": ["violations"]}
    end = time.monotonic() + SOON / 1000
    while (found := page.evaluate(AXE, options)) and time.monotonic() < end:
        page.wait_for_timeout(AGAIN)
    return [(rule, elements) for rule, elements in found]


def guest(served: Served, **given: object) -> httpx.Client:
    """Somebody without a browser who came in. (A browser that is driven has an event loop of its own.)"""
    found = httpx.Client(base_url=served.root, headers={"origin": served.root}, verify=_certificates())
    assert found.post("/api/enter", json=given).status_code == OK
    return found


@cache
def _certificates() -> ssl.SSLContext:
    """What a client without a certificate to check would read anew each time, which takes as long as a page."""
    return ssl.create_default_context()


@dataclass
class Stageplay:
    """A workshop that is led from a test: the facilitator, and people without a browser."""

    served: Served
    browser: Browser
    console: httpx.Client = field(init=False)
    others: list[httpx.Client] = field(default_factory=list)
    taps: int = 0
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.console = guest(self.served, secret=self.served.secret())

    def close(self) -> None:
        """Everybody goes home; no page may have complained."""
        for context in self.browser.contexts:
            context.close()
        for client in (self.console, *self.others):
            client.close()
        assert self.wrong == []

    def act(self, step: str, **fields: object) -> None:
        told = self.console.post("/api/act", json={"act": step, **fields})
        assert told.status_code == OK, told.text

    def door(self, step: str, **fields: object) -> None:
        told = self.console.post("/api/door", json={"act": step, **fields})
        assert told.status_code == OK, told.text

    def join(self, count: int) -> None:
        self.others += [guest(self.served, code=self.served.code, name=f"Person {n}") for n in range(count)]

    def vote(self, name: str, round_: int, *picks: str | list[str]) -> None:
        for client, pick in zip(self.others, picks, strict=False):
            self.taps += 1
            vote = {"question": name, "round": round_, "pick": pick, "tap": f"tap-{self.taps}"}
            told = client.post("/api/vote", json=vote)
            assert told.status_code == OK, told.text

    def view(self, face: str = "console") -> dict[str, Any]:
        """What the console or the screen shows now."""
        with self.console.stream("GET", "/api/live", params={"face": face}) as told:
            line = next(line for line in told.iter_lines() if line.startswith("data: {"))
            found: dict[str, Any] = json.loads(line.removeprefix("data: "))
            return found

    def page(self, size: dict[str, int], **more: Any) -> Page:
        """A new window of its own, which must never complain."""
        page = self.browser.new_context(viewport=size, **{"locale": "en-US", **more}).new_page()  # type: ignore[arg-type]
        page.on("pageerror", lambda wrong: self.wrong.append(str(wrong)))
        return page

    def phone(self, name: str = "", **more: Any) -> Page:
        """A phone that scanned the code and joined."""
        page = self.page(PHONE, **more)
        page.goto(f"{self.served.root}/#{self.served.code}")
        page.get_by_label("Your name, if you like").fill(name)
        page.get_by_role("button", name="Join").click()
        return page

    def screen(self) -> Page:
        page = self.page(WALL, reduced_motion="reduce")  # what is measured stands still
        page.goto(self.served.link("screen"))
        return page

    def seats(self) -> list[str]:
        return [seat["name"] for seat in self.view()["seats"]]
