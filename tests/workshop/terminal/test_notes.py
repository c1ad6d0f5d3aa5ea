"""A note from the room may be printed: the phone says so, and the facilitator can keep one out of everything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import expect

from hustings.answers.workshop.records import EntryKind, LogEntry
from hustings.cli.opened_case import opened
from hustings.cli.verbs.report import write
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.workshop.session import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.views.console import at_hand, console_view
from hustings.workshop.views.page_labels import labels
from hustings.workshop.views.read_back import readback_view
from support.browser import Stageplay
from support.cli import hustings
from support.session import PLAN, do, people, shown, workshop
from support.terminal import led, log_of
from support.votes import entry
from support.workshop_case import EVENTFUL, PACK_FOLDER, case_with_workshop, told

BAD, GOOD = "Kim's cousin said so.", "It is in the drawer."
PODCAST, MANAGER = "There is a podcast.", "The manager pays for hers."
WARNING = "The facilitator sees it without your name. It may be printed in the report."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rivera.hustings"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with workshop(path) as found:
        people(found, 3)
        shown(found, PLAN, "none", "none", "partly")
        for text in (BAD, GOOD):
            written_notes.remark(found, PLAN, text)
        yield found


def everywhere(session: Session) -> str:
    """All that the facilitator reads of the room, but for the list of what is hidden."""
    hand = {**(at_hand(session, PLAN) or {}), "hidden": []}
    return json.dumps([hand, console_view(session)["log"], readback_view(session)], ensure_ascii=False)


def test_a_hidden_note_is_nowhere_until_it_is_shown_again_in_its_place(session: Session) -> None:
    do(session, "hide", question=PLAN, text=BAD)
    do(session, "hide", question=PLAN, text=BAD)  # two consoles
    assert ((GOOD,), (BAD,)) == (session.topic(PLAN).notes, session.topic(PLAN).hidden)
    assert (True, False) == (GOOD in everywhere(session), BAD in everywhere(session))
    assert [BAD] == (at_hand(session, PLAN) or {})["hidden"]
    do(session, "unhide", question=PLAN, text=BAD)
    assert (BAD, GOOD) == session.topic(PLAN).notes
    assert BAD in everywhere(session)
    kinds = [line.kind for line in session.journal.entries()][-2:]
    assert [EntryKind.HIDDEN, EntryKind.UNHIDDEN] == kinds


def test_it_stays_hidden_after_a_restart_and_another_can_be_hidden_after_the_end(path: Path) -> None:
    with workshop(path) as session:
        people(session, 3)
        shown(session, PLAN, "none", "none", "none")
        for text in (BAD, GOOD):
            written_notes.remark(session, PLAN, text)
        written_notes.hide(session, PLAN, BAD)
        session.decide(PLAN, {"value": "none"})
        session.finish()
    with workshop(path) as session:
        assert (GOOD,) == session.topic(PLAN).notes
        written_notes.hide(session, PLAN, GOOD)
        assert (False, False) == (GOOD in everywhere(session), BAD in everywhere(session))


def test_the_same_words_written_again_stay_hidden(session: Session) -> None:
    written_notes.hide(session, PLAN, BAD)
    written_notes.remark(session, PLAN, BAD)
    assert (GOOD,) == session.topic(PLAN).notes


def test_a_note_that_is_not_there_is_not_said_to_be_hidden(session: Session) -> None:
    before = session.journal.entries()
    for name, text in ((PLAN, "It is in the"), ("records_rule", BAD), ("nothing", BAD), (PLAN, "")):
        with pytest.raises(InputError, match=r"There is no such note on this question\."):
            written_notes.hide(session, name, text)
    assert before == session.journal.entries()


def test_what_was_parked_without_words_is_still_listed(session: Session) -> None:
    written_notes.park(session, "records_rule", "")
    written_notes.hide(session, PLAN, BAD)
    assert ["parked", "note"] == [line["kind"] for line in console_view(session)["log"]]


# --- printed -----------------------------------------------------------------------------------------------


def hidden(*more: LogEntry) -> tuple[LogEntry, ...]:
    """The eventful evening, with a note that the facilitator hid."""
    return (*EVENTFUL[:-1], entry(EntryKind.HIDDEN, "voice_online", notes=(PODCAST,)), *more, EVENTFUL[-1])


def test_hidden_notes_are_in_no_report(tmp_path: Path) -> None:
    path = case_with_workshop(tmp_path, hidden())
    found = opened(str(path), str(PACK_FOLDER))
    day = date(2026, 9, 10)
    paper = write(found, tmp_path / "out.pdf", day)
    screen = write(found, tmp_path / "out.html", day, html=True).read_text(encoding="utf-8")
    with pikepdf.open(paper) as pdf:
        (attached,) = (pdf.attachments[name].get_file().read_bytes().decode() for name in pdf.attachments)
    scored = hustings("score", "rivera", "--json", "--pack", PACK_FOLDER, cwd=tmp_path).out
    for text in (screen, attached, scored):
        assert (True, False) == (MANAGER in text, PODCAST in text)
    assert PODCAST.encode() not in paper.read_bytes()


def test_shown_again_it_is_told() -> None:
    heard = told(hidden(entry(EntryKind.UNHIDDEN, "voice_online", notes=(PODCAST,)))).of("voice_online")
    assert heard is not None
    assert (PODCAST,) == heard.notes


# --- the faces ---------------------------------------------------------------------------------------------


def test_the_phone_says_that_a_note_may_be_printed() -> None:
    assert WARNING == labels("phone")["note_help"]
    with speaking(read_words("es")):
        assert labels("phone")["note_help"] == ("Quien modera la ve sin su nombre. Puede imprimirse en el informe.")


def test_in_the_terminal(path: Path) -> None:
    with workshop(path) as session:
        people(session, 1)
        shown(session, PLAN, "none")
        for text in (BAD, GOOD):
            written_notes.remark(session, PLAN, text)
    _, said = led(path, "go response_plan", "hide 3", "hide", "1", "hide 2", "unhide", "1", "hide 1")
    assert "Notes may be printed in the report. `hide` keeps one out of it." in said
    assert "Give a number from 1 to 2." in said
    assert f"1  {BAD}" in said
    assert "Hidden: it is in no report. `unhide` shows it again." in said
    assert "Give a number from 1 to 1." in said
    assert "The note is shown again, and may be printed in the report." in said
    notes = [(line.kind, line.notes) for line in log_of(path) if line.kind in (EntryKind.HIDDEN, EntryKind.UNHIDDEN)]
    assert [(EntryKind.HIDDEN, (BAD,)), (EntryKind.UNHIDDEN, (BAD,)), (EntryKind.HIDDEN, (BAD,))] == notes
    _, said = led(path, "go response_plan", "unhide 1", "unhide", "go records_rule", "hide 1")
    assert "No note of this question is hidden." in said
    assert "No note of this question is shown." in said


def test_on_the_console_and_the_phone(play: Stageplay) -> None:
    phone, console = play.phone("Kim"), play.page({"width": 1280, "height": 800})
    console.goto(play.served.link("console"))
    play.join(2)
    play.act("open", question=PLAN)
    expect(phone.locator("#reason-help")).to_have_text(WARNING)
    phone.get_by_label("Fully in place").check()
    phone.get_by_label("A reason the room should know").fill(BAD)
    phone.get_by_role("button", name="Vote", exact=True).click()
    expect(phone.locator("#state")).to_contain_text("Your vote is in.")
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
