"""One's own questions before the workshop, answered in private."""

from __future__ import annotations

from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import PREWORK, CastVote, Seat, Vote, VoteKind
from hustings.workshop.session.session import Session
from hustings.workshop.views.prework import prework_view
from support.room import Room, personal_link
from support.session import town


def test_a_personal_link_shows_ones_own_questions(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee", "comms"))
    cookies = dict(room.post("/api/enter", {"link": personal_link(room)}).cookies)
    asked = room.ask("GET", "/api/prework", cookies=cookies).json()["questions"]
    roles = {room.stage.session.pack.questions[question["id"]].role for question in asked}
    assert {"comms"} == roles


def test_pre_work_asks_for_ones_own_questions_in_private(session: Session) -> None:
    manager, anybody = session.sit(Seat(0, role="manager")), session.sit(Seat(0))
    session.cast(CastVote(manager.number, "uses_ai", PREWORK, Vote(VoteKind.OPTION, "yes")))
    own = {question["id"]: question["own"] for question in prework_view(session, town(), manager)["questions"]}
    assert {"said": "option", "pick": "yes", "note": ""} == own["uses_ai"]
    assert {"manager"} == {town().questions[name].role for name in own}
    everything = {question["id"]: question["own"] for question in prework_view(session, town(), anybody)["questions"]}
    assert everything["uses_ai"] is None
    assert "campaign_name" not in everything
    session.open("uses_ai")
    assert "uses_ai" not in [question["id"] for question in prework_view(session, town(), manager)["questions"]]
    assert QuestionPhase.OPEN is session.topic("uses_ai").phase
