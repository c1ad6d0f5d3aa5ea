"""A workshop as it is led: the server as its own program, the console in a browser, and phones that only send."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, expect

from server_support import serving, town_words

TAPS = count(1)


@dataclass(slots=True)
class Room:
    """A workshop that is being served: its address, the facilitator's secret and the join code."""

    root: str
    secret: str
    code: str
    phones: list[httpx.Client] = field(default_factory=list)

    @property
    def link(self) -> str:
        return f"{self.root}/console#{self.secret}"

    def join(self, *names: str) -> None:
        for name in names:
            phone = httpx.Client(base_url=self.root, headers={"origin": self.root})
            assert phone.post("/api/enter", json={"code": self.code, "name": name}).is_success
            self.phones.append(phone)

    def vote(self, question: str, round_: int, *picks: str) -> None:
        """One vote from each phone in turn; `?` does not know."""
        for phone, pick in zip(self.phones, picks, strict=False):
            said = {"said": "dont_know"} if pick == "?" else {"said": "option", "pick": pick}
            sent = {"question": question, "round": round_, "tap": f"tap {next(TAPS)}", "note": "", **said}
            assert phone.post("/api/vote", json=sent).is_success

    def note(self, question: str, text: str) -> None:
        assert self.phones[0].post("/api/note", json={"question": question, "text": text}).is_success


@contextmanager
def served(folder: Path, *, language: str = "en", port: int = 0) -> Iterator[Room]:
    """`hustings workshop` on the town race, until it is left."""
    with serving(folder, *town_words(port=port), "--lang", language) as server:
        room = Room(server.root, server.secret, server.code)
        try:
            yield room
        finally:
            for phone in room.phones:
                phone.close()


@contextmanager
def console(browser: Browser, room: Room) -> Iterator[Page]:
    """The console in a browser of its own, which must never complain about the page's own code."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if "Content Security Policy" in told.text else None)
    page.goto(room.link)
    expect(page.locator("#desk")).to_be_visible()
    yield page
    assert [] == wrong
    context.close()


def step(page: Page, now: str, then: str) -> None:
    """Press the big button, which says `now`, and see it say `then`."""
    button = page.locator("#step")
    expect(button).to_have_text(now)
    button.click()
    expect(button).to_have_text(then)


def look_at(page: Page, question: str) -> None:
    page.locator(f"#line-{question}").click()
    expect(page.locator(f"#line-{question}")).to_have_attribute("aria-current", "true")
