"""The wall between questions and at the end: progress, read-back, where the campaign stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hustings.workshop.session.session import Session
from hustings.workshop.views.wall.wall import screen_view
from hustings.workshop.views.wall.wall_pages import read_back_pages
from support.session import PLAN, WHY, do, people, shown, town


def wall(session: Session) -> dict[str, Any]:
    return screen_view(session, town())


def recorded(session: Session, **answers: object) -> None:
    for name, value in answers.items():
        session.decide(name, {"value": value}, WHY)


def test_a_break_says_what_is_done_and_what_comes(session: Session) -> None:
    people(session, 3)
    recorded(session, campaign_name="Rivera", first_ballots="2027-02-01", staff=3, uses_ai="no")
    shown(session, PLAN, "fully", "fully", "fully")
    session.decide(PLAN, {"value": "fully"})
    do(session, "project", what="break", minutes=10)
    found = wall(session)["break"]
    assert ("1 of 3 parts are done", "Agreed on 1 of 1. Next: Voter data.") == (found["title"], found["line"])
    assert [(4, 4, False), (0, 2, True), (1, 3, False)] == [
        (part["done"], part["all"], part["now"]) for part in found["parts"]
    ]
    assert "4 of 4" == found["parts"][0]["says"]
    assert found["parts"][1]["says"].startswith("0 of 2, ")
    assert found["back"].startswith("Back at ")


def test_a_break_says_whether_the_room_is_on_time(session: Session) -> None:
    do(session, "leave_by", time=f"{session.clock().astimezone() + timedelta(hours=4):%H:%M}")
    do(session, "project", what="break", minutes=10)
    assert "On time. Next: About you." == wall(session)["break"]["line"]
    session.clock.wait(6 * 60 * 60)  # type: ignore[attr-defined]
    assert " minutes late. Next: About you." in wall(session)["break"]["line"]


def test_the_index_is_a_range_until_nothing_is_open(session: Session) -> None:
    do(session, "project", what="break")
    found = wall(session)["break"]["index"]
    assert "readiness index out of 100, provisional: 5 answers are still open" == found["says"]
    assert " to " in found["value"]
    assert [0.0, 40.0, 60.0, 80.0] == [band["from"] for band in found["bands"]]
    recorded(
        session, channels=["doors"], uses_ai="no", records_rule="fully", voice_online="none", response_plan="fully"
    )
    recorded(session, plan_drill="fully")
    session.finish()
    last = wall(session)["end"]["index"]
    assert ("100", "readiness index out of 100: Ready.") == (last["value"].split(".")[0], last["says"])
    assert ["Ready"] == [band["title"] for band in last["bands"] if band["reached"]]


def test_the_end_has_the_first_steps_with_owner_and_day(session: Session) -> None:
    recorded(
        session, channels=["calls"], uses_ai="yes", chatbot_account="none", records_rule="none", voice_online="much"
    )
    recorded(session, response_plan="none", first_ballots="2027-02-01")
    session.finish()
    found = wall(session)["end"]
    assert found["index"]["says"].startswith("readiness index out of 100: ")
    assert found["steps"]
    assert {"due", "title", "who"} == set(found["steps"][0])
    assert found["steps"] == wall(session)["end"]["steps"]


def test_the_read_back_has_five_lines_a_page_and_how_the_room_came_to_each(session: Session) -> None:
    people(session, 4)
    recorded(session, campaign_name="Rivera", staff=3)
    shown(session, PLAN, "none", "none", "fully", "fully")
    session.leave_open(PLAN)
    shown(session, "voice_online", "some", "some", "some", "some")
    session.decide("voice_online", {"value": "much"}, WHY)
    shown(session, "records_rule", "fully", "fully", "fully", "fully")
    session.decide("records_rule", {"value": "fully"})
    shown(session, "channels", ("doors",), ("doors",), ("doors",), ("texts",))  # type: ignore[arg-type]
    session.decide("channels", {"value": ["doors"]})
    assert 2 == read_back_pages(session)
    do(session, "project", what="read_back", page=1)
    first = wall(session)["read_back"]
    assert (5, "Page 1 of 2. Corrections keep their history.") == (len(first["lines"]), first["says"])
    do(session, "project", what="read_back", page=9)
    chips = {
        line["question"][:10]: line["chip"] for page in (first, wall(session)["read_back"]) for line in page["lines"]
    }
    assert {"No vote", "Left open", "Not the vote", "Agreed"} <= set(chips.values())
    assert 2 == wall(session)["read_back"]["page"]


def test_without_a_score_there_is_no_index_and_no_step(session: Session) -> None:
    session.pack = replace(session.pack, rubric=replace(session.pack.rubric, domains=(), gates=()), items={})
    do(session, "project", what="break")
    assert None is wall(session)["break"]["index"]
    session.finish()
    assert {"index": None, "steps": []} == wall(session)["end"]
