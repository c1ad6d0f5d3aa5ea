"""Plain facts are written down together, each as a decision of its own that can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.workshop.workshop_log import DecisionKind
from hustings.problems import InputError
from hustings.workshop.session.agenda.facts import fact_value, facts
from hustings.workshop.session.session import Session
from support.session import WHY, do, people, shown, workshop

TYPED = {"campaign_name": " Rivera for Council ", "first_ballots": "2026-12-01", "staff": "", "uses_ai": "yes"}


def names(session: Session) -> list[str]:
    return [question.id for question in facts(session)]


def test_the_facts_are_what_is_not_scored_and_has_one_answer(session: Session) -> None:
    assert ["campaign_name", "first_ballots", "staff", "uses_ai"] == names(session)


def test_they_are_recorded_without_a_reason_and_the_rest_stays_open(path: Path) -> None:
    with workshop(path) as session:
        do(session, "facts", answers=TYPED)
        assert ["Rivera for Council", "2026-12-01", "", "yes"] == [
            fact_value(session, session.question(name)) for name in TYPED
        ]
        made = session.topic("uses_ai").decision
        assert made is not None
        assert (DecisionKind.RECORDED, "") == (made.settled, made.rationale)
    with workshop(path) as again:
        assert "staff" not in again.answers
        assert "chatbot_account" in [
            question.id for question in again.pack.questions.values() if question.id in again.pack.items
        ]


def test_the_same_once_more_writes_nothing_and_a_change_keeps_the_history(session: Session) -> None:
    do(session, "facts", answers=TYPED)
    before = session.journal.entries()
    do(session, "facts", answers=TYPED)
    assert before == session.journal.entries()
    do(session, "facts", answers={"uses_ai": "no"})
    assert "no" == session.answers["uses_ai"].value
    assert ["undone", "decided"] == [entry.kind.value for entry in session.journal.entries()[-2:]]
    session.undo("uses_ai")
    assert "uses_ai" not in session.answers


def test_if_one_is_no_answer_none_is_written(session: Session) -> None:
    before = session.journal.entries()
    with pytest.raises(InputError) as wrong:
        do(session, "facts", answers={**TYPED, "first_ballots": "soon"})
    assert "When do the first ballots go out? " in wrong.value.what
    for bad in ("x", {"campaign_name": 1}, {"nothing": "a"}, {"response_plan": "fully"}):
        with pytest.raises(InputError):
            do(session, "facts", answers=bad)
    assert before == session.journal.entries()


def test_what_the_room_voted_on_is_no_plain_fact_any_more(session: Session) -> None:
    people(session, 3)
    shown(session, "uses_ai", "yes", "yes", "no")
    assert "uses_ai" not in names(session)
    session.decide("uses_ai", {"value": "yes"}, WHY)
    assert "uses_ai" not in names(session)
