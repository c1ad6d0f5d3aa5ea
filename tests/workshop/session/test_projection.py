"""What the facilitator projects beside the votes: a question to read, a break, the read-back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hustings.problems import InputError
from hustings.workshop.session.projection import Projection
from hustings.workshop.session.session import Session
from support.session import AT, PLAN, do, people, shown


def test_a_question_is_projected_until_the_next_step(session: Session) -> None:
    do(session, "project", what="question", question=PLAN)
    assert Projection("question", PLAN) == session.projection
    do(session, "note", text="Something beside it.")
    assert Projection("question", PLAN) == session.projection
    do(session, "open", question=PLAN)
    assert Projection() == session.projection


def test_the_answer_to_the_question_that_is_projected_belongs_to_it(session: Session) -> None:
    do(session, "project", what="question", question="campaign_name")
    do(session, "decide", question="campaign_name", answer={"value": "Rivera"})
    assert "campaign_name" == session.projection.question
    do(session, "decide", question="first_ballots", answer={"value": "2027-02-01"})
    assert Projection() == session.projection


def test_a_break_has_an_end_and_a_timer_which_stops_with_it(session: Session) -> None:
    do(session, "project", what="break", minutes=5)
    assert AT + timedelta(minutes=5) == session.projection.until
    assert session.room.timer is not None
    assert 300 == session.room.timer.left
    do(session, "open", question=PLAN)
    assert None is session.room.timer


def test_the_read_back_has_pages_and_the_room_comes_back(session: Session) -> None:
    do(session, "project", what="break")
    do(session, "project", what="read_back", page=2)
    assert (Projection("read_back", page=2), None) == (session.projection, session.room.timer)
    do(session, "project", what="room")
    assert Projection() == session.projection


def test_after_a_break_the_question_that_was_being_read_is_shown_again(session: Session) -> None:
    do(session, "project", what="question", question=PLAN)
    do(session, "project", what="break")
    do(session, "project", what="read_back", page=1)
    assert ("read_back", PLAN) == (session.projection.kind, session.projection.back)
    assert PLAN == session.room.plan.presented  # a restart in the break finds it too
    do(session, "project", what="room")
    assert Projection("question", PLAN) == session.projection
    do(session, "project", what="room")
    assert Projection() == session.projection


def test_nothing_is_projected_over_votes_that_are_not_shown_or_after_the_end(session: Session) -> None:
    session.open(PLAN)
    assert "A vote is still open.\n  Close it and show it, or cancel it." == refused_projection(session)
    session.cancel(PLAN)
    session.finish()
    assert "The workshop has ended." == refused_projection(session)


def refused_projection(session: Session) -> str:
    with pytest.raises(InputError) as wrong:
        do(session, "project", what="break")
    return str(wrong.value)


def test_to_discuss_starts_the_clock_and_a_second_vote_stops_it(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "fully", "fully")
    do(session, "discuss", question=PLAN)
    assert session.room.timer is not None
    assert 120 == session.room.timer.left
    do(session, "open", question=PLAN)
    assert None is session.room.timer
