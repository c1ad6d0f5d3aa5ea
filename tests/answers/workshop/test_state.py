"""The life of a question in a workshop (method.md 2.3): what may follow on what, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.records import Decision, DecisionKind, EntryKind, LogEntry, Vote, VoteKind, tallied
from hustings.answers.workshop.state import QuestionPhase, QuestionState, Timer, WorkshopState
from hustings.answers.workshop.transitions import FROM, may

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
YES = Answer(State.ANSWERED, "yes")
AGREED = Decision(DecisionKind.AGREED, YES)
OPEN_STILL = Decision(DecisionKind.UNRESOLVED, Answer(State.UNRESOLVED, votes=("yes", "no")))


def entry(kind: EntryKind, question: str = "plan", **fields: object) -> LogEntry:
    return LogEntry(1, AT, "Ann", kind, question, **fields)  # type: ignore[arg-type]


def closed(*votes: str, notes: tuple[str, ...] = ()) -> LogEntry:
    return entry(EntryKind.CLOSED, ballots=ballots(votes), notes=notes)


def phases(entries: Sequence[LogEntry]) -> list[QuestionPhase]:
    found, seen = WorkshopState(), []
    for one in entries:
        found = after(found, one)
        seen.append(found.topic("plan").phase)
    return seen


ROUND = (entry(EntryKind.OPENED), closed("yes", "no"), entry(EntryKind.REVEALED))
WHOLE = (*ROUND, entry(EntryKind.DISCUSSING), *ROUND, entry(EntryKind.DECIDED, decision=AGREED))


def test_the_whole_life_of_a_question() -> None:
    talked = [QuestionPhase.OPEN, QuestionPhase.CLOSED, QuestionPhase.REVEALED]
    assert phases(WHOLE) == [*talked, QuestionPhase.DISCUSSING, *talked, QuestionPhase.DECIDED]
    topic = room(WHOLE).topic("plan")
    assert (topic.round, topic.rounds, topic.decision) == (2, (ballots(["yes", "no"]),) * 2, AGREED)


def test_nothing_is_seen_before_the_reveal() -> None:
    assert room(ROUND[:2]).topic("plan").seen == ()
    assert room(ROUND).topic("plan").seen == (ballots(["yes", "no"]),)
    assert room((*ROUND, entry(EntryKind.DISCUSSING), *ROUND[:2])).topic("plan").seen == (ballots(["yes", "no"]),)


def test_a_show_of_cards_waits_for_the_close() -> None:
    counting = entry(EntryKind.COUNTED, ballots=ballots(["yes"]), text="cards")
    topic = room((entry(EntryKind.OPENED), counting, counting)).topic("plan")
    assert (topic.entered, topic.rounds, topic.round) == (ballots(["yes", "yes"]), (), 1)
    assert room((entry(EntryKind.OPENED), counting, closed("yes"))).topic("plan").entered == Ballots()


def test_a_count_can_be_started_over() -> None:
    counting = entry(EntryKind.COUNTED, ballots=ballots(["yes"]), text="cards")
    again = entry(EntryKind.COUNTED, ballots=Ballots())
    assert room((entry(EntryKind.OPENED), counting, again, counting)).topic("plan").entered == ballots(["yes"])


def test_there_are_two_rounds_and_no_third() -> None:
    found = room((*ROUND, *ROUND))
    assert not may(found, EntryKind.OPENED, "plan")
    assert may(found, EntryKind.DECIDED, "plan")


@pytest.mark.parametrize("waiting", [ROUND[:1], ROUND[:2]], ids=["open", "closed"])
def test_one_question_at_a_time(waiting: Sequence[LogEntry]) -> None:
    assert not may(room(waiting), EntryKind.OPENED, "reach")
    assert may(room((*waiting, *ROUND[len(waiting) :])), EntryKind.OPENED, "reach")


def test_an_unresolved_question_is_settled_as_open() -> None:
    found = room((*ROUND, entry(EntryKind.DECIDED, decision=OPEN_STILL)))
    assert found.topic("plan").phase is QuestionPhase.UNRESOLVED


def test_a_decision_that_is_undone_leaves_the_votes_on_the_table() -> None:
    topic = room((*WHOLE, entry(EntryKind.UNDONE))).topic("plan")
    assert (topic.phase, topic.decision, topic.former) == (QuestionPhase.REVEALED, None, ())
    told = entry(EntryKind.DECIDED, decision=AGREED)
    assert room((told, entry(EntryKind.UNDONE))).topic("plan").phase is QuestionPhase.DRAFT


def test_a_decision_that_is_reopened_keeps_its_history() -> None:
    found = room((*WHOLE, entry(EntryKind.FINISHED, ""), entry(EntryKind.REOPENED)))
    assert found.topic("plan").former == (AGREED,)
    assert (may(found, EntryKind.DECIDED, "plan"), may(found, EntryKind.OPENED, "plan")) == (True, False)
    assert room((entry(EntryKind.REOPENED),)).topic("plan").former == ()


def test_what_is_parked_leaves_the_screen_and_can_be_taken_up_again() -> None:
    found = room((*ROUND, entry(EntryKind.PARKED, text="Ask the lawyer.")))
    assert (found.current, found.topic("plan").phase) == ("", QuestionPhase.PARKED)
    assert may(found, EntryKind.OPENED, "plan")
    assert may(found, EntryKind.DECIDED, "plan")
    assert [line.text for line in found.log] == ["Ask the lawyer."]
    other = after(room(ROUND), entry(EntryKind.PARKED, "reach"))
    assert other.current == "plan"


def test_what_is_done_with_leaves_the_screen_when_the_room_goes_on() -> None:
    spoken = entry(EntryKind.DECIDED, "name", decision=AGREED)
    assert room((*WHOLE, spoken)).current == ""
    assert room((*ROUND[:1], spoken)).current == "plan"
    assert room((*WHOLE, entry(EntryKind.UNDONE))).current == "plan"


def test_notes_are_kept_with_their_question_or_with_the_room() -> None:
    said = closed("yes", notes=("It is old.",))
    found = room(
        (entry(EntryKind.OPENED), said, entry(EntryKind.REVEALED), entry(EntryKind.NOTED, notes=("So it is.",)))
    )
    assert found.topic("plan").notes == ("It is old.", "So it is.")
    assert room((entry(EntryKind.NOTED, "", text="Break at ten."),)).log[0].text == "Break at ten."


def test_notes_of_a_round_wait_until_its_votes_are_shown() -> None:
    second = (entry(EntryKind.DISCUSSING), entry(EntryKind.OPENED), closed("yes", notes=("I changed my mind.",)))
    found = room((*ROUND, *second))
    assert found.topic("plan").notes == ()
    assert after(found, entry(EntryKind.REVEALED)).topic("plan").notes == ("I changed my mind.",)


def test_nothing_is_discussed_over_a_vote_that_is_open() -> None:
    found = room((*ROUND, entry(EntryKind.OPENED, "reach")))
    assert not may(found, EntryKind.DISCUSSING, "plan")
    assert found.current == "reach"


def test_evidence_to_fetch_is_in_the_log() -> None:
    line = entry(EntryKind.FETCH, text="The folder", owner="Lee", due=AT.date())
    assert room((line,)).log == (line,)


def test_a_workshop_knows_its_edition_and_its_end() -> None:
    found = room(
        (entry(EntryKind.BEGAN, "", text="quick"), entry(EntryKind.OPENED), closed(), entry(EntryKind.FINISHED, ""))
    )
    assert (found.edition, found.began, found.finished, found.current, found.count) == ("quick", AT, True, "", 4)


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


def test_a_decision_ends_the_timer() -> None:
    assert room((entry(EntryKind.TIMER, "", seconds=120), entry(EntryKind.DECIDED, decision=AGREED))).timer is None


# --- whatever happens --------------------------------------------------------------------------------------

ACTS = st.sampled_from([*FROM, EntryKind.NOTED, EntryKind.TIMER, EntryKind.FINISHED, EntryKind.RESUMED])
NAMES = st.sampled_from(["plan", "reach"])


def _filled(kind: EntryKind, question: str) -> LogEntry:
    said = ballots(["yes"]) if kind in (EntryKind.CLOSED, EntryKind.COUNTED) else None
    made = AGREED if kind is EntryKind.DECIDED else None
    return entry(kind, question, ballots=said, decision=made, text="x")


@given(st.lists(st.tuples(ACTS, NAMES), max_size=60))
def test_whatever_is_tried_the_rules_hold(tried: Sequence[tuple[EntryKind, str]]) -> None:
    found = WorkshopState()
    for kind, question in tried:
        if not may(found, kind, question):
            continue
        before = found.topic(question)
        found = after(found, _filled(kind, question))
        now = found.topic(question)
        cancelled = kind is EntryKind.CANCELLED and before.phase is QuestionPhase.CLOSED
        kept = before.rounds[:-1] if cancelled else before.rounds
        assert now.rounds[: len(kept)] == kept
        assert len(now.rounds) <= 2
        assert len(now.seen) <= len(now.rounds)
        assert sum(topic.phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED) for topic in found.topics.values()) <= 1
        assert (now.decision is not None) == (now.phase in (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED))


@given(st.lists(st.sampled_from(WHOLE), max_size=20))
def test_the_same_log_gives_the_same_room(entries: Sequence[LogEntry]) -> None:
    step_by_step = WorkshopState()
    for one in entries:
        step_by_step = after(step_by_step, one)
    assert room(entries) == step_by_step


def test_a_question_nobody_touched_is_a_draft() -> None:
    assert room(()).topic("plan") == QuestionState("plan")


def test_votes_as_counts() -> None:
    votes = [
        Vote(VoteKind.OPTION, "yes"),
        Vote(VoteKind.DONT_KNOW),
        Vote(VoteKind.NOT_APPLICABLE),
        Vote(VoteKind.ABSTAIN),
    ]
    assert tallied(votes) == Ballots(("yes",), 1, 1, 1)
