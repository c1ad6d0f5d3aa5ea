"""A note from the room may be printed: the phone says so, and the facilitator can keep one out of everything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.cli.cases.opened_case import read_case
from hustings.cli.verbs.report import write_report
from support.browser import Stageplay
from support.cli import hustings
from support.report import attachments
from support.session import PLAN
from support.votes import entry
from support.workshop_case import EVENTFUL, PACK_FOLDER, case_with_workshop, told

BAD, GOOD = "Kim's cousin said so.", "It is in the drawer."
PODCAST, MANAGER = "There is a podcast.", "The manager pays for hers."
WARNING = "The facilitator sees it without your name. It may be printed in the report."


# --- printed -----------------------------------------------------------------------------------------------


def hidden(*more: LogEntry) -> tuple[LogEntry, ...]:
    """The eventful evening, with a note that the facilitator hid."""
    return (*EVENTFUL[:-1], entry(EntryKind.HIDDEN, "voice_online", notes=(PODCAST,)), *more, EVENTFUL[-1])


@pytest.mark.slow
def test_hidden_notes_are_in_no_report(tmp_path: Path) -> None:
    path = case_with_workshop(tmp_path, hidden())
    found = read_case(str(path), str(PACK_FOLDER))
    day = date(2026, 9, 10)
    paper = write_report(found, tmp_path / "out.pdf", day)
    screen = write_report(found, tmp_path / "out.html", day, html=True).read_text(encoding="utf-8")
    carried = attachments(paper)
    scored = hustings("score", "rivera", "--json", "--pack", PACK_FOLDER, cwd=tmp_path).out
    for text in (screen, carried["assessment.json"], scored):
        assert (True, False) == (MANAGER in text, PODCAST in text)
    assert PODCAST not in "".join(carried.values())
    assert PODCAST.encode() not in paper.read_bytes()


def test_shown_again_it_is_told() -> None:
    heard = told(hidden(entry(EntryKind.UNHIDDEN, "voice_online", notes=(PODCAST,)))).of("voice_online")
    assert heard is not None
    assert (PODCAST,) == heard.notes


# --- the faces ---------------------------------------------------------------------------------------------


def test_on_the_console_and_the_phone(play: Stageplay) -> None:
    phone, console = play.phone("Kim"), play.page({"width": 1280, "height": 800})
    console.goto(play.served.link("console"))
    play.join(2)
    play.act("open", question=PLAN)
    phone.locator("fieldset").get_by_text("Fully in place").first.click()
    phone.get_by_role("button", name="Vote", exact=True).click()
    expect(phone.locator("#state")).to_contain_text("Your vote is in.")
    phone.get_by_text("Add a reason, without your name").click()
    expect(phone.locator("#note-help")).to_have_text(WARNING)
    phone.get_by_label("A reason the room should know").fill(BAD)
    phone.get_by_role("button", name="Send note").click()
    expect(phone.locator("#note-told")).to_have_text("Your note was sent.")
    for step in ("close", "reveal"):
        play.act(step)
    phone.get_by_text("Add a note").click()
    expect(phone.locator("#note-help")).to_have_text(WARNING)
    phone.locator("#note-text").fill(GOOD)
    phone.get_by_role("button", name="Send note").click()
    expect(console.locator("#notes > ul span")).to_have_text([BAD, GOOD])
    console.locator("#hide-0").click()
    expect(console.locator("#notes > ul span")).to_have_text([GOOD])
    expect(console.locator("#hidden-notes-title")).to_have_text("Hidden notes (1)")
    expect(console.locator("#log")).not_to_contain_text(BAD)
    console.locator("#hidden-notes-title").click()
    console.locator("#unhide-0").click()
    expect(console.locator("#notes > ul span")).to_have_text([BAD, GOOD])
    expect(console.locator("#hidden-notes")).to_have_count(0)
