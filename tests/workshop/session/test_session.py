"""A workshop as it goes on, on a real case file (method.md 2.3 to 2.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import (
    PREWORK,
    CastVote,
    Decision,
    DecisionKind,
    EntryKind,
    Seat,
    Vote,
    VoteKind,
)
from hustings.casefile import open_case
from hustings.problems import InputError
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import question_at_hand
from hustings.workshop.views.read_back import readback_view
from support.session import FULLY, PLAN, WHY, Standing, begun, people, refused, shown, town, votes, workshop


def test_a_question_from_the_vote_to_the_answer(session: Session) -> None:
    people(session, 5)
    shown(session, PLAN, "largely", "largely", "largely", "largely", "fully")
    session.decide(PLAN, {"value": "largely", "grade": "E1", "reference": "the one-pager"})
    topic = session.topic(PLAN)
    assert topic.decision is not None
    assert (QuestionPhase.DECIDED, DecisionKind.AGREED) == (topic.phase, topic.decision.settled)
    assert Answer(State.ANSWERED, "largely", grade=1, reference="the one-pager") == session.answers[PLAN]
    assert ["workshop"] == [event.source for event in session.journal.events()]


def test_everybody_of_one_mind(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "none")
    session.decide(PLAN, {"value": "none"})
    shown(session, "records_rule", "?", "?", "?")
    session.decide("records_rule", {"state": "dont_know"})
    kinds = [topic.decision.settled for topic in session.room.topics.values() if topic.decision]
    assert [DecisionKind.UNANIMOUS, DecisionKind.UNANIMOUS] == kinds


def test_an_answer_that_does_not_fit_is_refused_in_words(session: Session) -> None:
    people(session, 1)
    assert "has no choice `sometimes`" in refused(session, "decide", PLAN, {"value": "sometimes"})
    assert "cannot be marked as not applicable" in refused(session, "decide", PLAN, {"state": "na", "reason": "x"})
    assert "without a reason" in refused(session, "decide", "records_rule", {"state": "na"})
    assert "No question is called `response_pla`.\n  Did you mean `response_plan`?" == refused(
        session, "open", "response_pla"
    )


def test_what_a_room_cannot_agree_on_is_left_open_with_its_votes(session: Session) -> None:
    people(session, 4)
    shown(session, PLAN, "none", "partly", "partly", "largely")
    session.leave_open(PLAN, replace(WHY, owner="Lee", due=date(2026, 12, 1)))
    assert Answer(State.UNRESOLVED, votes=("largely", "none", "partly", "partly")) == session.answers[PLAN]
    assert QuestionPhase.UNRESOLVED == session.topic(PLAN).phase


def test_there_is_nothing_to_leave_open_without_votes_on_choices(session: Session) -> None:
    people(session, 1)
    shown(session, "records_rule", "?")
    assert refused(session, "leave_open", "records_rule").startswith("Nobody voted for one of the choices")


def test_a_second_round_is_a_new_vote(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "fully", "fully")
    session.discuss(PLAN)
    session.open(PLAN)
    assert {} == session.votes(session.topic(PLAN))
    votes(session, PLAN, "partly", "partly", "partly", round_=2)
    session.close()
    session.reveal()
    assert (ballots(["none", "fully", "fully"]), ballots(["partly"] * 3)) == session.topic(PLAN).rounds
    assert "This question cannot be opened now" in refused(session, "open", PLAN)


def test_several_votes_are_kept_together_or_not_at_all(session: Session) -> None:
    people(session, 1)
    session.open(PLAN)
    good, bad = CastVote(1, PLAN, 1, Vote(VoteKind.OPTION, "none")), CastVote(9, PLAN, 1, Vote(VoteKind.ABSTAIN))
    with pytest.raises(InputError):
        session.cast(good, bad)
    assert {} == session.votes(session.topic(PLAN))


def test_ticks_are_kept_in_the_packs_order(session: Session) -> None:
    people(session, 3)
    session.open("channels")
    for seat, pick in zip(session.voters(), (("doors", "calls"), ("doors",), ("nothing",)), strict=True):
        session.cast(CastVote(seat.number, "channels", 1, Vote(VoteKind.OPTION, pick)))
    session.close()
    session.reveal()
    session.decide("channels", {"value": ["doors"]})
    assert ("doors",) == session.answers["channels"].value


def test_cards_and_phones_are_counted_together(session: Session) -> None:
    people(session, 1)
    session.open(PLAN)
    votes(session, PLAN, "fully")
    session.count(PLAN, ballots(["none", "none"], dont_know=1), "cards")
    assert refused(session, "count", PLAN, Ballots(), "cards").startswith("Enter how many cards went up")
    session.close()
    assert (ballots(["fully", "none", "none"], dont_know=1),) == session.topic(PLAN).rounds


def test_a_miscount_is_counted_again_and_phones_stay(session: Session) -> None:
    people(session, 1)
    session.open(PLAN)
    votes(session, PLAN, "fully")
    session.count(PLAN, ballots(["none"] * 33), "cards")
    act(session, {"act": "count_again", "question": PLAN})
    session.count(PLAN, ballots(["none"] * 3), "cards")
    session.close()
    assert (ballots(["fully", "none", "none", "none"]),) == session.topic(PLAN).rounds


# --- before, and again -------------------------------------------------------------------------------------


def test_what_was_prepared_fills_the_first_round_and_can_be_changed(session: Session) -> None:
    early, late, watcher = *people(session, 2), session.sit(Seat(0, observer=True))
    session.cast(CastVote(early.number, PLAN, PREWORK, Vote(VoteKind.OPTION, "none")))
    session.journal.cast(CastVote(watcher.number, PLAN, PREWORK, Vote(VoteKind.OPTION, "fully")))
    session.open(PLAN)
    assert {early.number: Vote(VoteKind.OPTION, "none")} == session.votes(session.topic(PLAN))
    session.cast(CastVote(early.number, PLAN, 1, Vote(VoteKind.OPTION, "partly")))
    session.cast(CastVote(late.number, PLAN, 1, Vote(VoteKind.OPTION, "partly")))
    again = CastVote(early.number, PLAN, PREWORK, Vote(VoteKind.ABSTAIN))
    assert "The room has already begun with this question." == refused(session, "cast", again)
    session.close()
    assert (ballots(["partly", "partly"]),) == session.topic(PLAN).rounds


def test_what_is_said_aloud_is_not_voted_on(session: Session) -> None:
    assert refused(session, "open", "campaign_name").startswith("This is not voted on")


def test_who_leaves_takes_the_votes_that_are_not_closed(session: Session) -> None:
    people(session, 2)
    shown(session, PLAN, "none", "fully")
    session.open("records_rule")
    votes(session, "records_rule", "none", "fully")
    session.rise(1)
    session.close()
    assert (ballots(["none", "fully"]), ballots(["fully"])) == tuple(
        session.topic(name).rounds[0] for name in (PLAN, "records_rule")
    )


# --- the end -----------------------------------------------------------------------------------------------


def test_a_restart_takes_up_at_the_same_question_round_and_votes(path: Path) -> None:
    clock = Standing()
    with workshop(path, clock) as session:
        people(session, 2)
        shown(session, PLAN, "none", "fully")
        session.open(PLAN)
        session.start_timer(120)
        clock.wait(20)
        votes(session, PLAN, "partly", round_=2)
    clock.wait(3600)
    with workshop(path, clock) as session:
        topic = session.topic(PLAN)
        assert (PLAN, QuestionPhase.OPEN, 2) == (session.room.current, topic.phase, topic.round)
        assert {1: Vote(VoteKind.OPTION, "partly")} == session.votes(topic)
        assert [1, 2] == list(session.seats)
        timer = session.room.timer
        assert timer is not None
        assert (None, 120) == (timer.since, timer.at(clock()))


def test_the_end_leaves_counts_and_decisions_and_no_single_vote(path: Path) -> None:
    with workshop(path) as session:
        people(session, 3)
        shown(session, PLAN, "none", "none", "fully")
        session.decide(PLAN, {"value": "none"}, replace(WHY, dissent=1))
        session.finish()
        assert ((), {}) == (session.journal.seats(), session.journal.votes(PLAN, 1))
        assert "The workshop has ended." in refused(session, "open", "records_rule")
        assert "The workshop has ended." == refused(session, "sit", Seat(0))
        session.finish()
    with open_case(path, write=False) as case:
        assert EntryKind.FINISHED is case.entries("a1")[-1].kind
        assert {PLAN: Answer(State.ANSWERED, "none")} == replay(case.events("a1"))


def test_a_discussion_does_not_hide_a_vote_that_is_open(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "fully")
    session.open("records_rule")
    assert "Show the votes first." == refused(session, "discuss", PLAN)
    session.close()
    session.reveal()
    session.discuss(PLAN)
    assert PLAN == session.room.current


def test_it_does_not_end_in_the_middle_of_a_vote(session: Session) -> None:
    session.open(PLAN)
    assert refused(session, "finish").startswith("A vote is still open.")
    session.close()
    assert refused(session, "finish").startswith("A vote is still open.")


def test_the_correction_round(path: Path) -> None:
    with workshop(path) as session:
        session.decide(PLAN, FULLY, WHY)
        session.finish()
    with workshop(path) as session:
        assert "Write down in one sentence why it is opened again." == refused(session, "reopen", PLAN, " ")
        session.reopen(PLAN, "The plan was older than we thought.")
        session.decide(PLAN, {"value": "partly"}, WHY)
        assert (1, "partly") == (len(session.topic(PLAN).former), session.answers[PLAN].value)


def test_a_smaller_edition_leads_on_without_what_it_does_not_ask(tmp_path: Path) -> None:
    """The other decision stays in the log, and comes back with the larger edition."""
    path = tmp_path / "rivera.hustings"
    with workshop(path) as session:
        session.decide(
            "uses_ai", "yes", Decision(DecisionKind.RECORDED, Answer(State.BLANK), rationale="Everybody knows.")
        )
        session.decide("staff", 4)
    pack = replace(town(), questions={name: one for name, one in town().questions.items() if name != "staff"})
    with open_case(path) as case:
        session = begun(case, pack=pack)
        assert ["uses_ai"] == [name for name, topic in session.room.topics.items() if topic.decision]
        assert 1 == len(readback_view(session)["decisions"])
        assert "uses_ai" == session.last_decided()
    with workshop(path) as session:
        assert 2 == len(readback_view(session)["decisions"])


def test_the_first_round_by_role_is_kept_where_nobody_can_be_guessed_and_outlives_the_votes(path: Path) -> None:
    with workshop(path) as session:
        for number in range(16):
            session.sit(Seat(0, role="comms" if number % 2 else "manager", token=f"t{number}"))
        shown(session, PLAN, *(["none"] * 8 + ["fully"] * 8))
        told = [("Campaign manager", "A 4, D 4"), ("Whoever answers the press", "A 4, D 4")]
        assert told == by_role(session)
        session.discuss(PLAN)
        session.sit(replace(session.seats[1], role="comms"))  # a second table could be subtracted from the first
        shown(session, PLAN, *(["none"] * 8 + ["fully"] * 8))
        assert told == by_role(session)
        shown(session, "voice_online", *(["none"] * 15 + ["much"]))
        assert [] == by_role(session, "voice_online")
        session.finish()
    with workshop(path) as again:
        assert told == by_role(again)


def by_role(session: Session, name: str = PLAN) -> list[tuple[str, str]]:
    view = question_at_hand(session, name)
    assert view is not None
    return [(role["title"], role["says"]) for role in view["by_role"]]
