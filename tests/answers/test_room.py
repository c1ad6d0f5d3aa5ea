"""The life of a question in a workshop (method.md 2.3): what may follow on what, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.ballots import Ballots, ballots
from hustings.answers.events import Answer, State
from hustings.answers.room import FROM, Phase, Room, Timer, Topic, after, may, room
from hustings.answers.workshop import Decision, Entry, Kind, Said, Settled, Vote, tallied

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
YES = Answer(State.ANSWERED, "yes")
AGREED = Decision(Settled.AGREED, YES)
OPEN_STILL = Decision(Settled.UNRESOLVED, Answer(State.UNRESOLVED, votes=("yes", "no")))


def entry(kind: Kind, question: str = "plan", **fields: object) -> Entry:
    return Entry(1, AT, "Ann", kind, question, **fields)  # type: ignore[arg-type]


def closed(*votes: str, notes: tuple[str, ...] = ()) -> Entry:
    return entry(Kind.CLOSED, ballots=ballots(votes), notes=notes)


def phases(entries: Sequence[Entry]) -> list[Phase]:
    found, seen = Room(), []
    for one in entries:
        found = after(found, one)
        seen.append(found.topic("plan").phase)
    return seen


ROUND = (entry(Kind.OPENED), closed("yes", "no"), entry(Kind.REVEALED))
WHOLE = (*ROUND, entry(Kind.DISCUSSING), *ROUND, entry(Kind.DECIDED, decision=AGREED))


def test_the_whole_life_of_a_question() -> None:
    talked = [Phase.OPEN, Phase.CLOSED, Phase.REVEALED]
    assert phases(WHOLE) == [*talked, Phase.DISCUSSING, *talked, Phase.DECIDED]
    topic = room(WHOLE).topic("plan")
    assert (topic.round, topic.rounds, topic.decision) == (2, (ballots(["yes", "no"]),) * 2, AGREED)


def test_nothing_is_seen_before_the_reveal() -> None:
    assert room(ROUND[:2]).topic("plan").seen == ()
    assert room(ROUND).topic("plan").seen == (ballots(["yes", "no"]),)
    assert room((*ROUND, entry(Kind.DISCUSSING), *ROUND[:2])).topic("plan").seen == (ballots(["yes", "no"]),)


def test_a_show_of_cards_waits_for_the_close() -> None:
    counting = entry(Kind.COUNTED, ballots=ballots(["yes"]), text="cards")
    topic = room((entry(Kind.OPENED), counting, counting)).topic("plan")
    assert (topic.entered, topic.rounds, topic.round) == (ballots(["yes", "yes"]), (), 1)
    assert room((entry(Kind.OPENED), counting, closed("yes"))).topic("plan").entered == Ballots()


def test_a_count_can_be_started_over() -> None:
    counting = entry(Kind.COUNTED, ballots=ballots(["yes"]), text="cards")
    again = entry(Kind.COUNTED, ballots=Ballots())
    assert room((entry(Kind.OPENED), counting, again, counting)).topic("plan").entered == ballots(["yes"])


def test_there_are_two_rounds_and_no_third() -> None:
    found = room((*ROUND, *ROUND))
    assert not may(found, Kind.OPENED, "plan")
    assert may(found, Kind.DECIDED, "plan")


@pytest.mark.parametrize("waiting", [ROUND[:1], ROUND[:2]], ids=["open", "closed"])
def test_one_question_at_a_time(waiting: Sequence[Entry]) -> None:
    assert not may(room(waiting), Kind.OPENED, "reach")
    assert may(room((*waiting, *ROUND[len(waiting) :])), Kind.OPENED, "reach")


def test_an_unresolved_question_is_settled_as_open() -> None:
    found = room((*ROUND, entry(Kind.DECIDED, decision=OPEN_STILL)))
    assert found.topic("plan").phase is Phase.UNRESOLVED


def test_a_decision_that_is_undone_leaves_the_votes_on_the_table() -> None:
    topic = room((*WHOLE, entry(Kind.UNDONE))).topic("plan")
    assert (topic.phase, topic.decision, topic.former) == (Phase.REVEALED, None, ())
    told = entry(Kind.DECIDED, decision=AGREED)
    assert room((told, entry(Kind.UNDONE))).topic("plan").phase is Phase.DRAFT


def test_a_decision_that_is_reopened_keeps_its_history() -> None:
    found = room((*WHOLE, entry(Kind.FINISHED, ""), entry(Kind.REOPENED)))
    assert found.topic("plan").former == (AGREED,)
    assert (may(found, Kind.DECIDED, "plan"), may(found, Kind.OPENED, "plan")) == (True, False)
    assert room((entry(Kind.REOPENED),)).topic("plan").former == ()


def test_what_is_parked_leaves_the_screen_and_can_be_taken_up_again() -> None:
    found = room((*ROUND, entry(Kind.PARKED, text="Ask the lawyer.")))
    assert (found.current, found.topic("plan").phase) == ("", Phase.PARKED)
    assert may(found, Kind.OPENED, "plan")
    assert may(found, Kind.DECIDED, "plan")
    assert [line.text for line in found.log] == ["Ask the lawyer."]
    other = after(room(ROUND), entry(Kind.PARKED, "reach"))
    assert other.current == "plan"


def test_what_is_done_with_leaves_the_screen_when_the_room_goes_on() -> None:
    spoken = entry(Kind.DECIDED, "name", decision=AGREED)
    assert room((*WHOLE, spoken)).current == ""
    assert room((*ROUND[:1], spoken)).current == "plan"
    assert room((*WHOLE, entry(Kind.UNDONE))).current == "plan"


def test_notes_are_kept_with_their_question_or_with_the_room() -> None:
    said = closed("yes", notes=("It is old.",))
    found = room((entry(Kind.OPENED), said, entry(Kind.REVEALED), entry(Kind.NOTED, notes=("So it is.",))))
    assert found.topic("plan").notes == ("It is old.", "So it is.")
    assert room((entry(Kind.NOTED, "", text="Break at ten."),)).log[0].text == "Break at ten."


def test_notes_of_a_round_wait_until_its_votes_are_shown() -> None:
    second = (entry(Kind.DISCUSSING), entry(Kind.OPENED), closed("yes", notes=("I changed my mind.",)))
    found = room((*ROUND, *second))
    assert found.topic("plan").notes == ()
    assert after(found, entry(Kind.REVEALED)).topic("plan").notes == ("I changed my mind.",)


def test_nothing_is_discussed_over_a_vote_that_is_open() -> None:
    found = room((*ROUND, entry(Kind.OPENED, "reach")))
    assert not may(found, Kind.DISCUSSING, "plan")
    assert found.current == "reach"


def test_evidence_to_fetch_is_in_the_log() -> None:
    line = entry(Kind.FETCH, text="The folder", owner="Lee", due=AT.date())
    assert room((line,)).log == (line,)


def test_a_workshop_knows_its_edition_and_its_end() -> None:
    found = room((entry(Kind.BEGAN, "", text="quick"), entry(Kind.OPENED), closed(), entry(Kind.FINISHED, "")))
    assert (found.edition, found.began, found.finished, found.current, found.count) == ("quick", AT, True, "", 4)


# --- the timer ---------------------------------------------------------------------------------------------


def later(seconds: int) -> datetime:
    return AT + timedelta(seconds=seconds)


def test_a_timer_runs_down_and_no_further() -> None:
    timer = room((entry(Kind.TIMER, "", seconds=120),)).timer
    assert timer is not None
    assert [timer.at(later(gone)) for gone in (-60, 0, 50, 500)] == [120, 120, 70, 0]
    assert room((entry(Kind.TIMER, "", seconds=120), entry(Kind.TIMER, ""))).timer is None


def test_a_timer_waits_when_the_program_was_stopped() -> None:
    running = (entry(Kind.TIMER, "", seconds=120), replace(entry(Kind.NOTED, ""), at=later(30)))
    found = after(room(running), replace(entry(Kind.RESUMED, ""), at=later(900)))
    assert found.timer == Timer(90)
    assert found.timer.at(later(9999)) == 90
    assert after(Room(), entry(Kind.RESUMED, "")).timer is None


def test_a_decision_ends_the_timer() -> None:
    assert room((entry(Kind.TIMER, "", seconds=120), entry(Kind.DECIDED, decision=AGREED))).timer is None


# --- whatever happens --------------------------------------------------------------------------------------

ACTS = st.sampled_from([*FROM, Kind.NOTED, Kind.TIMER, Kind.FINISHED, Kind.RESUMED])
NAMES = st.sampled_from(["plan", "reach"])


def _filled(kind: Kind, question: str) -> Entry:
    said = ballots(["yes"]) if kind in (Kind.CLOSED, Kind.COUNTED) else None
    made = AGREED if kind is Kind.DECIDED else None
    return entry(kind, question, ballots=said, decision=made, text="x")


@given(st.lists(st.tuples(ACTS, NAMES), max_size=60))
def test_whatever_is_tried_the_rules_hold(tried: Sequence[tuple[Kind, str]]) -> None:
    found = Room()
    for kind, question in tried:
        if not may(found, kind, question):
            continue
        before = found.topic(question)
        found = after(found, _filled(kind, question))
        now = found.topic(question)
        assert now.rounds[: len(before.rounds)] == before.rounds
        assert len(now.rounds) <= 2
        assert len(now.seen) <= len(now.rounds)
        assert sum(topic.phase in (Phase.OPEN, Phase.CLOSED) for topic in found.topics.values()) <= 1
        assert (now.decision is not None) == (now.phase in (Phase.DECIDED, Phase.UNRESOLVED))


@given(st.lists(st.sampled_from(WHOLE), max_size=20))
def test_the_same_log_gives_the_same_room(entries: Sequence[Entry]) -> None:
    step_by_step = Room()
    for one in entries:
        step_by_step = after(step_by_step, one)
    assert room(entries) == step_by_step


def test_a_question_nobody_touched_is_a_draft() -> None:
    assert room(()).topic("plan") == Topic("plan")


def test_votes_as_counts() -> None:
    votes = [Vote(Said.OPTION, "yes"), Vote(Said.DONT_KNOW), Vote(Said.NOT_APPLICABLE), Vote(Said.ABSTAIN)]
    assert tallied(votes) == Ballots(("yes",), 1, 1, 1)
