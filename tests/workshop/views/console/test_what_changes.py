"""What each answer would change, before anybody votes on it."""

from __future__ import annotations

import pytest

from hustings.problems import InputError
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.what_changes import what_changes_view
from support.room import Room
from support.session import PLAN, do


def test_each_answer_has_its_index_and_the_deal_breakers_that_it_decides(session: Session) -> None:
    do(session, "decide", question="voice_online", answer={"value": "much"}, rationale="We looked.")
    before = dict(session.answers)
    view = what_changes_view(session, PLAN)
    assert view["now"].startswith("Now: between ")
    assert [("A", "Not in place"), ("B", "Partly in place")] == [
        (line["letter"], line["text"]) for line in view["lines"][:2]
    ]
    assert 4 == len({line["says"] for line in view["lines"]})
    assert "not met after" in view["lines"][0]["gates"][0]
    assert before == dict(session.answers)


def test_where_there_is_no_single_answer_it_says_so(session: Session) -> None:
    for name in ("channels", "campaign_name"):
        assert ([], "There is no single answer to compare.") == (
            (view := what_changes_view(session, name))["lines"],
            view["nothing"],
        )
    with pytest.raises(InputError):
        what_changes_view(session, "x")


def test_only_the_facilitator_is_told(room: Room) -> None:
    asked = {"question": PLAN}
    assert 403 == room.post("/api/what_changes", asked).status_code
    assert 403 == room.post("/api/what_changes", asked, cookies=room.joined()).status_code
    assert 4 == len(room.post("/api/what_changes", asked, cookies=room.leading()).json()["lines"])
