"""One workshop from the first phone to the report, as it goes in a room: all three faces in a real browser.

Five phones join; two of them lose the network in the middle of a vote, and the server is killed while the vote is open
and started again on its port. Nobody has to do anything about it, and no vote is lost.
"""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import EntryKind
from hustings.casefile import open_case
from support.browser import PHONE, PLAN, WALL
from support.cli import hustings
from support.console import look_at, menu, step
from support.server import Served, started, town_words
from support.session import TOWN

pytestmark = pytest.mark.slow

NAMES = ("Anabel Q", "Bonnie Q", "Cyrus Q", "Dinah Q", "Elias Q")
FIRST = ("Not in place", "Partly in place", "Partly in place", "Largely in place", "Largely in place")
SECOND = ("Partly in place",) * 4 + ("Largely in place",)
KEPT = "Your vote is in."


def window(browser: Browser, size: dict[str, int], address: str) -> Page:
    page = browser.new_context(viewport=size, locale="en-US").new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


def joined(browser: Browser, served: Served) -> list[Page]:
    phones = [window(browser, PHONE, f"{served.root}/#{served.code}") for _ in NAMES]
    for phone, name in zip(phones, NAMES, strict=True):
        phone.get_by_label("Your name, if you like").fill(name)
        phone.get_by_role("button", name="Join").click()
        expect(phone.get_by_text("You are in.")).to_be_visible()
    return phones


def votes(phones: list[Page], picks: tuple[str, ...]) -> None:
    for phone, pick in zip(phones, picks, strict=True):
        phone.locator("fieldset").get_by_text(pick, exact=True).click()
        phone.locator("#cast").click()


def all_kept(phones: list[Page]) -> None:
    for phone in phones:
        expect(phone.locator("#state")).to_contain_text(KEPT, timeout=20_000)


def first_round(console: Page, wall: Page) -> None:
    for page in (wall, console):
        expect(page.locator("#counted")).to_have_text("5 of 5 have voted", timeout=20_000)
    step(console, "Show the votes", "Discuss")
    expect(wall.locator(".bars .count")).to_have_text(["1", "2", "2", "0", "0"])
    step(console, "Discuss", "Open the second vote")


def second_round(console: Page, phones: list[Page]) -> None:
    step(console, "Open the second vote", "Show the votes")
    expect(phones[4].get_by_role("group", name="Round 2.")).to_be_visible()
    votes(phones, SECOND)
    all_kept(phones)
    step(console, "Show the votes", "Record B and next")


def decided(console: Page) -> None:
    console.locator("#dissent").fill("1")
    console.locator("#dissent_text").fill("Half of the page is empty.")
    step(console, "Record B and next", "Open the vote")


def ended(console: Page) -> None:
    menu(console, "finish")
    console.locator("#finish-sure").check()
    console.locator("#finish-form .main").click()


def in_the_room(folder: Path, browser: Browser) -> None:
    words = town_words(port=free_port())
    served = started(folder, *words)
    try:
        console = window(browser, {"width": 1280, "height": 800}, served.link("console"))
        wall = window(browser, WALL, served.link("screen"))
        phones = joined(browser, served)
        look_at(console, PLAN)
        step(console, "Open the vote", "Show the votes")
        expect(phones[4].locator("fieldset")).to_be_visible()
        for phone in phones[3:]:
            phone.context.set_offline(True)
        votes(phones, FIRST)
        all_kept(phones[:3])
        served.kill()
        served = started(folder, *words)
        for phone in phones[3:]:
            phone.context.set_offline(False)
        all_kept(phones)
        first_round(console, wall)
        second_round(console, phones)
        decided(console)
        expect(phones[0].locator(".decision")).to_contain_text("Half of the page is empty.")
        expect(wall.locator("body[data-scene=before] .q")).to_contain_text("Is there a rule that voter records")
        ended(console)
        for page in phones:
            expect(page.get_by_role("heading", name="The workshop has ended.")).to_be_visible()
        expect(wall.get_by_role("heading", name="Thank you. This is where you stand.")).to_be_visible()
        served.stop()
    finally:
        served.kill()
        for context in browser.contexts:
            context.close()


def test_a_workshop_from_the_first_phone_to_the_report(tmp_path: Path, browser: Browser) -> None:
    in_the_room(tmp_path, browser)
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        entries = case.entries("a1")
    rounds = [entry.ballots for entry in entries if entry.kind is EntryKind.CLOSED]
    assert [ballots(["none", *["partly"] * 2, *["largely"] * 2]), ballots([*["partly"] * 4, "largely"])] == rounds
    assert [EntryKind.RESUMED] == [entry.kind for entry in entries if entry.kind is EntryKind.RESUMED]
    assert [] == [name for name in NAMES for file in tmp_path.glob("rivera*") if name.encode() in file.read_bytes()]
    ran = hustings("report", "rivera", "--pack", str(TOWN), cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    told = " ".join("".join(page.extract_text() for page in PdfReader(tmp_path / "rivera.pdf").pages).split())
    assert "Half of the page is empty." in told
    assert "Agreed on 0 of 1 question" in told
