"""What is written down beside the votes: notes, what is parked, evidence to fetch."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import CastVote, EntryKind, Vote, VoteKind
from hustings.problems import InputError
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view, question_at_hand
from hustings.workshop.views.read_back import readback_view
from support.session import FULLY, PLAN, WHY, Standing, do, people, refused, shown, workshop

BAD, GOOD = "Kim's cousin said so.", "It is in the drawer."


@pytest.fixture
def noted(session: Session) -> Session:
    """Votes were shown, and two notes came."""
    people(session, 3)
    shown(session, PLAN, "none", "none", "partly")
    for text in (BAD, GOOD):
        written_notes.remark(session, PLAN, text)
    return session


def everywhere(session: Session) -> str:
    """All that the facilitator reads of the room, but for the list of what is hidden."""
    hand = {**(question_at_hand(session, PLAN) or {}), "hidden": []}
    return json.dumps([hand, console_view(session)["log"], readback_view(session)], ensure_ascii=False)


def test_parked_questions_and_thoughts(session: Session) -> None:
    written_notes.park(session, PLAN, "The lawyer is away.")
    written_notes.park(session, "", "Who writes to the vendor?")
    assert ["The lawyer is away.", "Who writes to the vendor?"] == [line.text for line in session.room.log]
    assert QuestionPhase.PARKED == session.topic(PLAN).phase
    session.decide(PLAN, FULLY, WHY)
    assert "This cannot be parked now" in refused(session, "park", PLAN, "")


def test_notes_evidence_and_timer(path: Path) -> None:
    clock = Standing()
    with workshop(path, clock) as session:
        written_notes.write(session, "Start at nine.")
        written_notes.fetch(session, PLAN, "The plan itself", "Lee", date(2026, 12, 1))
        assert "A few words are needed." == refused(session, "write", "  ")
        longest = "The name is too long.\n  That is 61 characters; 60 is the most."
        assert longest == refused(session, "fetch", "", "x", "y" * 61, None)
        assert "That is 501 characters; 500 is the most." == refused(session, "write", "y" * 501)
        assert "A timer runs for at most an hour." == refused(session, "start_timer", 3601)
        session.start_timer(120)
        clock.wait(30)
        assert session.room.timer is not None
        assert 90 == session.room.timer.at(clock())
        session.start_timer(0)
        assert session.room.timer is None


def test_notes_come_with_the_close_in_an_order_of_their_own(session: Session) -> None:
    one, other = people(session, 2)
    session.open(PLAN)
    session.cast(CastVote(one.number, PLAN, 1, Vote(VoteKind.OPTION, "none", "Zero pages.")))
    session.cast(CastVote(other.number, PLAN, 1, Vote(VoteKind.OPTION, "fully", "All done.")))
    session.close()
    assert () == session.topic(PLAN).notes
    assert "once the votes were shown" in refused(session, "remark", PLAN, "Late thought.")
    session.reveal()
    assert ("All done.", "Zero pages.") == session.topic(PLAN).notes
    written_notes.remark(session, PLAN, "Late thought.")
    assert "Late thought." == session.topic(PLAN).notes[-1]


def test_a_note_on_a_question_that_is_not_there_is_refused(session: Session) -> None:
    assert refused(session, "write", "x", "response_pla").startswith("No question is called `response_pla`.")


def test_a_hidden_note_is_nowhere_until_it_is_shown_again_in_its_place(noted: Session) -> None:
    do(noted, "hide", question=PLAN, text=BAD)
    do(noted, "hide", question=PLAN, text=BAD)  # two consoles
    assert ((GOOD,), (BAD,)) == (noted.topic(PLAN).notes, noted.topic(PLAN).hidden)
    assert (True, False) == (GOOD in everywhere(noted), BAD in everywhere(noted))
    assert [BAD] == (question_at_hand(noted, PLAN) or {})["hidden"]
    do(noted, "unhide", question=PLAN, text=BAD)
    assert (BAD, GOOD) == noted.topic(PLAN).notes
    assert BAD in everywhere(noted)
    kinds = [line.kind for line in noted.journal.entries()][-2:]
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


def test_the_same_words_written_again_stay_hidden(noted: Session) -> None:
    written_notes.hide(noted, PLAN, BAD)
    written_notes.remark(noted, PLAN, BAD)
    assert (GOOD,) == noted.topic(PLAN).notes


def test_a_note_that_is_not_there_is_not_said_to_be_hidden(noted: Session) -> None:
    before = noted.journal.entries()
    for name, text in ((PLAN, "It is in the"), ("records_rule", BAD), ("nothing", BAD), (PLAN, "")):
        with pytest.raises(InputError, match=r"There is no such note on this question\."):
            written_notes.hide(noted, name, text)
    assert before == noted.journal.entries()


def test_what_was_parked_without_words_is_still_listed(noted: Session) -> None:
    written_notes.park(noted, "records_rule", "")
    written_notes.hide(noted, PLAN, BAD)
    assert ["parked", "note"] == [line["kind"] for line in console_view(noted)["log"]]
