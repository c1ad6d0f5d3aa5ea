"""The practice vote: everybody can vote on it, everybody sees the result, and nothing of it is anywhere afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from hustings.answers.events import State
from hustings.answers.workshop.workshop_log import CastVote, Vote, VoteKind
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.scoring.workshop.vote_outcome import Status
from hustings.workshop.session.commands import act
from hustings.workshop.session.practice_vote import PRACTICE, front_session, practice_pack, practise
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view
from hustings.workshop.views.page_state import own_view
from hustings.workshop.views.wall.wall import screen_view
from support.browser import Stageplay, violations
from support.console import console, step
from support.room import Room, told
from support.session import PLAN, do, people, town, votes, workshop


def practised(session: Session, *picks: str) -> Session:
    """A whole practice vote."""
    do(session, "practise")
    front = front_session(session)
    votes(front, PRACTICE, *picks)
    do(session, "close", question=PRACTICE)
    do(session, "reveal", question=PRACTICE)
    return front


def test_it_is_voted_on_counted_and_shown_like_a_real_vote(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        seats = people(session, 4)
        front = practised(session, "none", "partly", "partly", "fully")
        found = front.latest_outcome(front.topic(PRACTICE))
        assert found is not None
        assert (State.ANSWERED, "partly", Status.MIXED, "none", "fully") == (
            found.state,
            found.value,
            found.status,
            found.worst,
            found.best,
        )
        view = screen_view(front, practice_pack(town()))
        assert ("Practice vote", "revealed") == (view["question"]["section"], view["phase"])
        assert [1, 2, 0, 1, 0] == [bar["count"] for bar in view["rounds"][0]["bars"]]
        assert {"said": "option", "pick": "none", "note": ""} == own_view(front, seats[0])["own"]
        current = console_view(session)["current"]
        assert (True, []) == (current["practice"], current["can"])


def test_nothing_of_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    with workshop(path) as session:
        people(session, 3)
        before, answers = session.journal.entries(), session.answers
        practised(session, "none", "none", "fully")
        assert (before, answers, ()) == (session.journal.entries(), session.answers, session.journal.events())
        assert {} == session.room.topics
        assert {} == session.journal.votes(PRACTICE, 1)
    assert PRACTICE.encode() not in path.read_bytes()
    with workshop(path) as again:
        assert again.practice is None
        assert (None, True) == (console_view(again)["current"], console_view(again)["practice"])


def test_it_can_be_done_again_until_the_first_question(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        people(session, 3)
        practised(session, "none", "none", "none")
        practise(session)
        assert {} == front_session(session).votes(front_session(session).topic(PRACTICE))
        with pytest.raises(InputError) as twice:
            practise(session)
        assert (
            "A practice vote cannot begin now: one is open, or a question of the workshop was taken up.\n"
            "  Go on with what is before the room."
        ) == str(twice.value)
        session.open(PLAN)
        assert session is front_session(session)
        with pytest.raises(InputError, match="A practice vote cannot begin now"):
            practise(session)
        assert not console_view(session)["practice"]


def test_it_ends_when_it_is_left_and_with_the_workshop(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        do(session, "practise")
        do(session, "practice_over")
        assert session is front_session(session)
        do(session, "practise")
        session.finish()
        assert session is front_session(session)
        with pytest.raises(InputError, match="A practice vote cannot begin now"):
            practise(session)


@pytest.mark.parametrize("step_", ["decide", "park", "note", "discuss", "fetch", "leave_open", "cancel"])
def test_nothing_else_can_be_done_with_it(step_: str, tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        do(session, "practise")
        with pytest.raises(InputError, match=r"This is only practice: nothing is decided or written down\."):
            do(session, step_, question=PRACTICE, text="x")
        session.practice = None
        with pytest.raises(InputError) as late:
            do(session, "close", question=PRACTICE)
        assert "The practice vote is over.\n  Nothing of it is kept." == str(late.value)


def test_a_vote_that_comes_after_a_new_start_is_refused(room: Room) -> None:
    cookies = room.joined(name="Ann")
    ballot = {"question": PRACTICE, "round": 1, "pick": "partly", "tap": "a"}
    assert (409, "The practice vote is over.") == told(room.post("/api/vote", ballot, cookies=cookies))
    act(room.stage.session, {"act": "practise"})
    assert {"new": True} == room.post("/api/vote", ballot, cookies=cookies).json()
    assert {"new": False} == room.post("/api/vote", ballot, cookies=cookies).json()
    assert {1: Vote(VoteKind.OPTION, "partly")} == front_session(room.stage.session).journal.votes(PRACTICE, 1)
    do(room.stage.session, "close", question=PRACTICE)
    with pytest.raises(InputError, match="This vote is closed"):
        front_session(room.stage.session).cast(CastVote(1, PRACTICE, 1, Vote(VoteKind.OPTION, "none")))


def test_phones_see_it_in_their_language(room: Room) -> None:
    act(room.stage.session, {"act": "practise"})
    with speaking(read_words("es")):
        asked = practice_pack(town()).questions[PRACTICE]
    assert "Si usted se sirve lo último del café, ¿prepara otra jarra?" == asked.text
    assert asked.choices[1].text.startswith("En parte:")
    window = room.window(room.joined(name="Ann"))
    view = room.stage.view(window)
    assert ("If you take the last of the coffee, do you make a new pot?", True, "open") == (
        view["question"]["text"],
        view["practice"],
        view["phase"],
    )


def test_on_console_phone_and_projector(play: Stageplay) -> None:
    play.join(3)
    phone, screen, page = play.phone("Eve"), play.screen(), console(play)
    expect(page.locator("#facts")).to_be_visible()
    page.locator("#do-facts_save").click()
    step(page, "Practice vote", "Show the votes")
    expect(screen.locator("h2")).to_have_text("If you take the last of the coffee, do you make a new pot?")
    expect(phone.locator("fieldset")).to_be_visible()
    expect(phone.locator("#reason")).to_have_count(0)
    assert violations(phone) == []
    phone.get_by_text("Partly:").click()
    phone.get_by_role("button", name="Vote").click()
    play.vote(PRACTICE, 1, "none", "fully", "fully")
    expect(page.locator("#counted")).to_have_text("4 of 4 have voted")
    step(page, "Show the votes", "Go to the first question")
    expect(phone.locator("#result")).to_contain_text("How the room voted")
    expect(phone.locator("#note details")).to_have_count(0)
    expect(screen.locator(".chip")).to_contain_text("Split")
    assert violations(page) == []
    page.locator("#do-practise").click()
    expect(page.locator("#step")).to_have_text("Show the votes")
    expect(phone.locator("input:checked")).to_have_count(0)
    page.locator("#do-practice_over").click()
    expect(screen.locator(".way")).to_be_visible()
    expect(page.locator("#do-practise")).to_be_visible()
    play.act("open", question=PLAN)
    expect(page.locator("#do-practise")).to_have_count(0)
