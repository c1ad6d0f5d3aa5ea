"""A rehearsal's pages: each says that it is one, and the console says what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser import Stageplay, violations
from support.console import console, menu
from support.server import serving
from support.session import TOWN
from support.sheets import filled_sheet

pytestmark = pytest.mark.slow
LABEL = "Rehearsal: people and votes are invented"


def test_every_page_says_that_it_is_a_rehearsal_and_the_console_guides(tmp_path: Path, browser: Browser) -> None:
    with serving(
        tmp_path, "rehearse", "practice", "--pack", TOWN, "--speed", "100", "--people", "5", "--seed", "1"
    ) as served:
        play = Stageplay(served, browser)
        desk, wall = console(play), play.screen()
        guide = desk.locator("#rehearsal")
        expect(guide).to_contain_text("Let them try it out first: press “Practice vote”.")
        desk.locator("#line-response_plan").click()
        play.act("open", question="response_plan")
        expect(guide).to_contain_text("the treasurer says nothing")
        assert [] == violations(desk)
        expect(wall.locator("#rehearsal")).to_have_text(LABEL)
        expect(wall.locator("body[data-scene=open] #rehearsal")).to_be_visible()
        desk.locator("#ask").click()
        expect(guide).to_contain_text("All votes are in.")
        expect(desk.locator("#ask")).to_have_count(0)
        phone = play.phone("Kim")
        expect(phone.locator("#rehearsal")).to_have_text(LABEL)
        assert [] == violations(phone)
        files(desk, tmp_path)
        play.close()


def files(desk: Page, folder: Path) -> None:
    """A filled worksheet is read in, and the results are taken, as in a workshop of real people."""
    sheet = filled_sheet(folder, folder / "practice.hustings")
    desk.locator("#people-button").click()
    desk.locator("#sheet").set_input_files({"name": "ann.pdf", "mimeType": "application/pdf", "buffer": sheet})
    expect(desk.locator("#sheet-told")).to_contain_text("ann.pdf: The sheet: Ann (")
    desk.keyboard.press("Escape")
    menu(desk, "readback")
    for name, begin in (
        ("workshop.xlsx", b"PK"),
        ("counts.csv", b""),
        ("decisions.csv", b""),
        ("decisions.docx", b"PK"),
    ):
        with desk.expect_download() as taken:
            desk.locator(f"#file-{name.replace('.', '-')}").click()
        assert name == taken.value.suggested_filename
        assert taken.value.path().read_bytes().startswith(begin)
