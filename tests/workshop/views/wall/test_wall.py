"""The projector's page: which scene it is, and what that scene is given."""

from __future__ import annotations

import json
from typing import Any

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import Seat
from hustings.workshop.session.practice_vote import PRACTICE, front_session, practise
from hustings.workshop.session.session import Session
from hustings.workshop.views.wall.wall import screen_view
from support.session import FULLY, PLAN, do, people, shown, town, votes


def wall(session: Session) -> dict[str, Any]:
    return screen_view(session, town())


def test_each_step_has_its_scene(session: Session) -> None:
    people(session, 4)
    scenes = [wall(session)["scene"]]

    def step(name: str, **fields: object) -> None:
        do(session, name, **fields)
        scenes.append(wall(session)["scene"])

    step("project", what="question", question=PLAN)
    step("open", question=PLAN)
    votes(session, PLAN, "none", "none", "fully", "fully")
    for name in ("close", "reveal"):
        step(name)
    step("discuss", question=PLAN)
    step("open", question=PLAN)
    votes(session, PLAN, "fully", "fully", "fully", "fully", round_=2)
    for name in ("close", "reveal"):
        step(name)
    step("decide", question=PLAN, answer=FULLY)
    step("project", what="break")
    step("project", what="read_back")
    step("finish")
    assert [
        *("join", "before", "open", "closed", "result", "talk", "open", "closed", "rounds", "decided"),
        *("break", "read_back", "end"),
    ] == scenes


def test_a_fact_is_typed_and_its_answer_stands_large(session: Session) -> None:
    do(session, "project", what="question", question="campaign_name")
    assert ("typed", "") == (wall(session)["scene"], wall(session)["typed"])
    do(session, "decide", question="campaign_name", answer={"value": "Rivera"})
    assert ("typed", "Rivera") == (wall(session)["scene"], wall(session)["typed"])


def test_all_have_voted_only_once_everybody_has(session: Session) -> None:
    session.open(PLAN)
    assert {"cast": 0, "all": 0, "full": False, "all_in": ""} == wall(session)["count"]
    people(session, 2)
    votes(session, PLAN, "none")
    assert {"cast": 1, "all": 2, "full": False, "all_in": ""} == wall(session)["count"]
    votes(session, PLAN, "none", "fully")
    assert {"cast": 2, "all": 2, "full": True, "all_in": "Both votes are in"} == wall(session)["count"]
    session.count(PLAN, ballots(["none"]), "cards")
    assert {"cast": 3, "all": 3, "full": True, "all_in": "All 3 votes are in"} == wall(session)["count"]


def test_who_is_expected_is_counted_and_never_named(session: Session) -> None:
    session.sit(Seat(0, "Lee Quint"))
    session.sit(Seat(0, "An Observer", observer=True))
    people(session, 1)
    told = wall(session)
    assert {"here": 1, "expected": 2, "of": "of 2 expected", "ready": "1 phone is ready"} == told["people"]
    assert "Lee Quint" not in json.dumps(told)


def test_questions_are_numbered_by_what_is_done(session: Session) -> None:
    do(session, "project", what="question", question=PLAN)
    assert "Question 1 of 8" == wall(session)["place"]
    do(session, "decide", question="staff", answer={"value": 3})
    do(session, "project", what="question", question=PLAN)
    assert ("Question 2 of 8", {"done": 1, "all": 8}) == (wall(session)["place"], wall(session)["progress"])


def test_practice_has_no_number_and_nothing_hangs_on_it(session: Session) -> None:
    people(session, 3)
    practise(session)
    practice = front_session(session)
    shown_practice(practice)
    told = screen_view(practice, practice.pack)
    assert ("result", "", None) == (told["scene"], told["place"], told["hangs"])
    assert "This was only practice." == told["finding"]["ask"]["title"]


def shown_practice(practice: Session) -> None:
    votes(practice, PRACTICE, "none", "fully", "fully")
    practice.close()
    practice.reveal()


def test_before_the_reveal_the_first_result_is_not_among_what_is_drawn(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "fully", "fully")
    session.open(PLAN)
    assert {"rows", "finding", "hangs", "card", "ends"}.isdisjoint(wall(session))
