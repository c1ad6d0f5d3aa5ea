"""What the facilitator asks for over the wire, when it is not as it should be: told in words, and nothing happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hustings.answers.events import Answer as Answered
from hustings.answers.events import State
from hustings.answers.workshop.workshop_log import Decision, DecisionKind
from hustings.problems import InputError
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view
from support.room import Room, told
from support.session import PLAN, people, shown, workshop

HOW_MANY = "Enter how many cards went up, from 1 to 999."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workshop(tmp_path / "rivera.hustings") as found:
        people(found, 1)
        found.open(PLAN)
        yield found


def counted(ballots: object, **more: object) -> Mapping[str, object]:
    return {"act": "count", "question": PLAN, "ballots": ballots, **more}


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        ({}, "There is no step ``."),
        ({"act": "revael"}, "There is no step `revael`.\n  Did you mean `reveal`?"),
        ({"act": 7}, "`act` must be text."),
        ({"act": "open"}, "No question is called ``."),
        (counted(None), HOW_MANY),
        (counted([]), HOW_MANY),
        (counted(["fully"]), HOW_MANY),
        (counted([{"pick": "fully", "count": 0}]), HOW_MANY),
        (counted([{"pick": "fully", "count": 1}], source="hearsay"), HOW_MANY),
        (counted([{"pick": "fully", "count": 1000}]), "`count` must be a number from 0 to 999."),
        (counted([{"pick": "fully", "count": True}]), "`count` must be a number from 0 to 999."),
        (counted([{"pick": {}, "count": 1}]), "One choice is needed."),
        (counted([{"said": "shouted", "count": 1}]), "That is no vote."),
        ({"act": "decide", "question": PLAN, "answer": "fully"}, "Choose the answer that is to be recorded."),
        ({"act": "timer", "seconds": 3601}, "`seconds` must be a number from 0 to 3600."),
        ({"act": "note", "text": " "}, "A few words are needed."),
        ({"act": "note", "text": "x" * 501}, "That is 501 characters; 500 is the most."),
        ({"act": "sit", "name": "x" * 61}, "The name is too long.\n  That is 61 characters; 60 is the most."),
        ({"act": "sit", "name": "Lee", "role": "king"}, "There is no role `king`."),
        ({"act": "sit", "seat": 9, "name": "Lee"}, "There is no seat 9."),
        ({"act": "rise", "seat": 9}, "There is no seat 9."),
        ({"act": "rise"}, "There is no seat 0."),
        (
            {"act": "fetch", "text": "The contract", "due": "soon"},
            "“soon” is not a date.\n  Write it like 3 November 2026 or 2026-11-03.",
        ),
    ],
)
def test_what_is_not_as_it_should_be_is_told_and_nothing_happens(
    session: Session, payload: Mapping[str, object], why: str
) -> None:
    before, seats = session.journal.entries(), session.journal.seats()
    with pytest.raises(InputError) as wrong:
        act(session, payload)
    assert why == (str(wrong.value) if "\n" in why else wrong.value.what)
    assert (before, seats) == (session.journal.entries(), session.journal.seats())


def test_a_console_that_is_behind_does_not_close_the_next_vote(room: Room) -> None:
    session, leading = room.stage.session, room.leading()
    shown(session, PLAN, "none")
    session.open(PLAN)
    behind = ({"question": PLAN, "round": 1}, {"question": "records_rule", "round": 2})
    for moment in behind:
        found = room.post("/api/act", {"act": "close", **moment}, cookies=leading)
        assert (409, "The room has gone on meanwhile.") == told(found)
    assert 200 == room.post("/api/act", {"act": "close", "question": PLAN, "round": 2}, cookies=leading).status_code


def test_two_who_undo_at_once_take_back_one_decision(room: Room) -> None:
    session, leading = room.stage.session, room.leading()
    for name in (PLAN, "records_rule"):
        shown(session, name, "none")
        session.decide(
            name, {"value": "none"}, Decision(DecisionKind.RECORDED, Answered(State.BLANK), rationale="So it is.")
        )
    undo = {"act": "undo", "question": console_view(session)["undo"]}
    assert 200 == room.post("/api/act", undo, cookies=leading).status_code
    assert (409, "The room has gone on meanwhile.") == told(room.post("/api/act", undo, cookies=leading))
    assert [PLAN] == [name for name, topic in session.room.topics.items() if topic.decision]
    assert 200 == room.post("/api/act", {"act": "undo"}, cookies=leading).status_code
    assert "" == console_view(session)["undo"]
