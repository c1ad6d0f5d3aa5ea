"""What each event did to an answer, and the sittings in which it happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import EDITION, Answer, Event, State
from hustings.answers.history.answer_history import Act, changes, people, since_last_answer, sittings
from hustings.answers.replay import replay
from support.answers import DONT_KNOW, said

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
GIVEN = st.sampled_from([None, DONT_KNOW, said("yes"), said("no"), Answer(State.ANSWERED, "yes", note="seen")])


def event(question: str, answer: Answer | None, *, by: str = "Ann", hours: int = 0, source: str = "interview") -> Event:
    return Event("a1", 1, AT + timedelta(hours=hours), by, question, answer, source)


def acts(*answers: Answer | None) -> list[Act]:
    return [change.act for change in changes(event("q", answer) for answer in answers)]


def test_what_an_event_did() -> None:
    noted = Answer(State.ANSWERED, "yes", note="seen", grade=2)
    expected = [Act.GIVEN, Act.CONFIRMED, Act.EVIDENCE, Act.CHANGED, Act.WITHDRAWN, Act.GIVEN]
    assert expected == acts(said("yes"), said("yes"), noted, said("no"), None, said("no"))
    assert [Act.WITHDRAWN] == acts(None)
    assert [Act.ABOUT] == [change.act for change in changes([event(EDITION, said("quick"))])]


def test_what_stood_before() -> None:
    made = list(changes([event("q", said("yes")), event("r", DONT_KNOW), event("q", said("no"))]))
    assert [None, None, said("yes")] == [change.before for change in made]


def test_a_follow_up_is_measured_by_the_assessment_that_it_follows() -> None:
    made = changes([event("q", said("yes")), event("r", said("yes"))], {"q": said("yes"), "r": said("no")})
    assert [(Act.CONFIRMED, said("yes")), (Act.CHANGED, said("no"))] == [(change.act, change.before) for change in made]


def test_a_sitting_is_one_person_on_one_day_in_one_way() -> None:
    made = tuple(
        changes(
            [
                event("q", said("yes")),
                event("r", said("yes"), hours=2),
                event("s", said("yes"), hours=2, source="file"),
                event("s", said("no"), hours=3, by="Ben"),
                event("s", said("yes"), hours=3),
                event("s", said("no"), hours=26),
            ]
        )
    )
    found = sittings(made)
    assert [2, 1, 1, 1, 1] == [len(one.changes) for one in found]
    assert (AT, AT + timedelta(hours=2), 2, 0) == (
        found[0].first.at,
        found[0].last.at,
        found[0].count(Act.GIVEN),
        found[0].count(Act.CHANGED),
    )
    assert ("Ann", "Ben") == people(made)


def test_what_others_answered_since_somebody_was_here() -> None:
    made = tuple(
        changes(
            [event("q", said("yes")), event("r", said("yes"), by="Ben", hours=1), event("r", said("no"), by="Cleo")]
        )
    )
    last, others = since_last_answer(made, "ANN") or (None, ())
    assert (made[0].event, made[1:]) == (last, others)
    assert (made[2].event, ()) == since_last_answer(made, "Cleo")
    assert since_last_answer(made, "Dan") is None
    assert since_last_answer(made, "") is None


def test_without_a_name_nobody_is_named() -> None:
    assert () == people(tuple(changes([event("q", said("yes"), by="")])))


@given(st.lists(st.tuples(st.sampled_from("qrs"), GIVEN, st.sampled_from(["Ann", "Ben", ""]))))
def test_nothing_is_left_out_and_the_last_is_what_counts(drawn: Sequence[tuple[str, Answer | None, str]]) -> None:
    events = [event(question, answer, by=by) for question, answer, by in drawn]
    made = tuple(changes(events))
    assert events == [change.event for sitting in sittings(made) for change in sitting.changes]
    last = {change.event.question: change.event.answer for change in made}
    assert replay(events) == {name: answer for name, answer in last.items() if answer is not None}
