"""The life of a question in a workshop (method.md 2.3): what may follow on what, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.state import QuestionState, Timer, WorkshopState
from hustings.answers.workshop.workshop_log import EntryKind
from support.workshop_log import AGREED, AT, ROUND, closed, entry


def test_nothing_is_seen_before_the_reveal() -> None:
    assert room(ROUND[:2]).topic("plan").seen == ()
    assert room(ROUND).topic("plan").seen == (ballots(["yes", "no"]),)
    assert room((*ROUND, entry(EntryKind.DISCUSSING), *ROUND[:2])).topic("plan").seen == (ballots(["yes", "no"]),)


def test_a_show_of_cards_waits_for_the_close() -> None:
    counting = entry(EntryKind.COUNTED, ballots=ballots(["yes"]), text="cards")
    topic = room((entry(EntryKind.OPENED), counting, counting)).topic("plan")
    assert (topic.entered, topic.rounds, topic.round) == (ballots(["yes", "yes"]), (), 1)
    assert room((entry(EntryKind.OPENED), counting, closed("yes"))).topic("plan").entered == Ballots()


def test_notes_of_a_round_wait_until_its_votes_are_shown() -> None:
    second = (entry(EntryKind.DISCUSSING), entry(EntryKind.OPENED), closed("yes", notes=("I changed my mind.",)))
    found = room((*ROUND, *second))
    assert found.topic("plan").notes == ()
    assert after(found, entry(EntryKind.REVEALED)).topic("plan").notes == ("I changed my mind.",)


# --- the timer ---------------------------------------------------------------------------------------------


def later(seconds: int) -> datetime:
    return AT + timedelta(seconds=seconds)


def test_a_timer_runs_down_and_no_further() -> None:
    timer = room((entry(EntryKind.TIMER, "", seconds=120),)).timer
    assert timer is not None
    assert [timer.at(later(gone)) for gone in (-60, 0, 50, 500)] == [120, 120, 70, 0]
    assert room((entry(EntryKind.TIMER, "", seconds=120), entry(EntryKind.TIMER, ""))).timer is None


def test_a_timer_waits_when_the_program_was_stopped() -> None:
    running = (entry(EntryKind.TIMER, "", seconds=120), replace(entry(EntryKind.NOTED, ""), at=later(30)))
    found = after(room(running), replace(entry(EntryKind.RESUMED, ""), at=later(900)))
    assert found.timer == Timer(90)
    assert found.timer.at(later(9999)) == 90
    assert after(WorkshopState(), entry(EntryKind.RESUMED, "")).timer is None


def test_the_question_on_the_screen_takes_the_time_until_it_is_decided() -> None:
    opened = ROUND
    assert "plan" == room(opened).at_hand
    assert "" == room((*opened, entry(EntryKind.DECIDED, decision=AGREED))).at_hand


def test_a_decision_ends_the_timer() -> None:
    assert room((entry(EntryKind.TIMER, "", seconds=120), entry(EntryKind.DECIDED, decision=AGREED))).timer is None


# --- whatever happens --------------------------------------------------------------------------------------


def test_a_question_nobody_touched_is_a_draft() -> None:
    assert room(()).topic("plan") == QuestionState("plan")
