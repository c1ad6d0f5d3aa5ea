"""The agenda is changed while it runs, and a restart finds it as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.workshop.session.agenda.agenda import agenda, all_lines, asking_places, next_up
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view, question_at_hand
from support.session import PLAN, WHY, do, people, shown, workshop

DRILL = "plan_drill"


def order(session: Session) -> list[str]:
    return [line.question.id for line in all_lines(agenda(session))]


def why_not(session: Session, name: str, **fields: object) -> str:
    before = session.journal.entries()
    with pytest.raises(InputError) as wrong:
        do(session, name, **fields)
    assert before == session.journal.entries()
    return " ".join(filter(None, (wrong.value.what, wrong.value.hint)))


def test_the_whole_agenda_survives_a_restart(path: Path) -> None:
    with workshop(path) as session:
        listed = [line.question.id for line in agenda(session)[2].lines]
        do(session, "arrange", section="fakes", order=listed[::-1])
        do(session, "arrange", order=["fakes"])
        do(session, "skip", question=listed[0])
        do(session, "budget", section="fakes", minutes=20)
        do(session, "leave_by", time="17:00")
        do(session, "project", what="question", question="records_rule")
        before = console_view(session)
    with workshop(path) as again:
        assert {**before, "began": ""} == {**console_view(again), "began": ""}
        assert "fakes" == agenda(again)[0].id
        assert listed[::-1] == [line.question.id for line in agenda(again)[0].lines]
        assert ("question", "records_rule") == (again.projection.kind, again.projection.question)


def test_a_skipped_question_is_not_proposed_and_comes_back(session: Session) -> None:
    first = next_up(agenda(session))
    assert first is not None
    do(session, "skip", question=first.id)
    do(session, "skip", question=first.id)
    assert first != next_up(agenda(session))
    view = console_view(session)
    line = view["sections"][0]["questions"][0]
    assert (first.id, "skipped", "skipped", False) == (line["id"], line["phase"], line["phase_text"], line["done"])
    assert "1 skipped" == view["progress"]["skipped"]
    assert (question_at_hand(session, first.id) or {})["skipped"]
    do(session, "unskip", question=first.id)
    do(session, "unskip", question=first.id)
    assert first == next_up(agenda(session))


def test_a_question_with_votes_is_not_skipped(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "none")
    assert "Only a question that waits for its first vote can be skipped." == why_not(session, "skip", question=PLAN)


def test_an_order_with_strangers_or_twice_the_same_is_refused(session: Session) -> None:
    wrong = "That is no order of the agenda. Load the page again, then move it once more."
    for bad in ([PLAN, PLAN], [PLAN, "uses_ai"], ["<b>"]):
        assert wrong == why_not(session, "arrange", section="fakes", order=bad)
    assert "No part of the agenda is called `nothing`." == why_not(session, "arrange", section="nothing", order=[])
    assert "`order` must be a list of texts." == why_not(session, "arrange", section="fakes", order=[1])
    do(session, "arrange", section="fakes", order=[])


def test_minutes_and_times_are_checked(session: Session) -> None:
    assert "Say for which part of the agenda." == why_not(session, "budget", minutes=5)
    assert "`minutes` must be a number from 0 to 240." == why_not(session, "budget", section="fakes", minutes=900)
    assert "“25:00” is no time of day. Write it like 17:00." == why_not(session, "leave_by", time="25:00")
    assert "A question takes at most 60 minutes." == why_not(session, "budget", question=PLAN, minutes=61)
    assert "No question is called `x`." == why_not(session, "budget", question="x", minutes=2)
    do(session, "leave_by", time="9.05")
    assert "09:05" == console_view(session)["time"]["until"]
    do(session, "leave_by", time="")
    assert ("", "") == (console_view(session)["time"]["until"], console_view(session)["time"]["says"])


def test_any_decision_can_be_taken_back_and_two_consoles_take_back_one(session: Session) -> None:
    session.decide(PLAN, {"value": "fully"}, WHY)
    session.decide("voice_online", {"value": "much"}, WHY)
    do(session, "undo", question=PLAN)
    assert (None, PLAN in session.answers) == (session.topic(PLAN).decision, False)
    assert session.topic("voice_online").decision is not None
    assert "The room has gone on meanwhile. Look where it is now." == why_not(session, "undo", question=PLAN)
    assert "voice_online" == session.last_decided()


def test_a_decision_is_taken_back_after_the_end_too(session: Session) -> None:
    session.decide(PLAN, {"value": "fully"}, WHY)
    session.finish()
    do(session, "undo", question=PLAN)
    session.decide(PLAN, {"value": "partly"}, WHY)
    assert "partly" == session.answers[PLAN].value


def test_weightiest_first_moves_the_parts_and_takes_back_what_was_moved_within_them(session: Session) -> None:
    planned = order(session)
    sections = [section.id for section in agenda(session)]
    do(session, "arrange", section="fakes", order=[line.question.id for line in agenda(session)[2].lines][::-1])
    do(session, "weightiest")
    open_points = sorted(asking_places(session), key=lambda name: asking_places(session)[name])
    weighed = [
        section.id for section in agenda(session) if {line.question.id for line in section.lines} & {*open_points}
    ]
    first = list(dict.fromkeys(session.pack.questions[name].section for name in open_points))
    assert [one for one in first if one in sections] == weighed
    assert sections != [section.id for section in agenda(session)]
    assert {"": session.room.plan.orders[""]} == dict(session.room.plan.orders)
    do(session, "as_planned")
    assert (planned, {}) == (order(session), dict(session.room.plan.orders))
