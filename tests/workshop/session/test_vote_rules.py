"""What a vote must be, when a decision needs a reason, and what is taken back with it (method.md 2.3, 2.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import CastVote, DecisionKind, Seat, Vote, VoteKind
from hustings.workshop.session.session import Session
from hustings.workshop.session.vote_rules import last_decided, odd_date_notes, other_vote_kinds
from support.session import FULLY, PLAN, WHY, people, refused, shown, town, votes


@pytest.mark.parametrize(
    ("cast", "why"),
    [
        (CastVote(1, PLAN, 2, Vote(VoteKind.OPTION, "none")), "This vote is closed."),
        (CastVote(1, "records_rule", 1, Vote(VoteKind.OPTION, "none")), "This vote is closed."),
        (CastVote(9, PLAN, 1, Vote(VoteKind.OPTION, "none")), "This seat was taken away."),
        (CastVote(2, PLAN, 1, Vote(VoteKind.OPTION, "none")), "Observers do not vote."),
        (CastVote(1, PLAN, 1, Vote(VoteKind.OPTION, "never")), "has no choice `never`"),
        (CastVote(1, PLAN, 1, Vote(VoteKind.OPTION, ("none",))), "One choice is needed."),
        (CastVote(1, PLAN, 1, Vote(VoteKind.OPTION)), "has no answer"),
        (CastVote(1, "nothing", 1, Vote(VoteKind.OPTION, "x")), "No question is called"),
    ],
)
def test_a_vote_that_cannot_count_is_refused(session: Session, cast: CastVote, why: str) -> None:
    people(session, 1)
    session.sit(Seat(0, "Watcher", observer=True))
    session.open(PLAN)
    assert why in refused(session, "cast", cast)
    assert {} == session.votes(session.topic(PLAN))


def test_votes_count_until_the_close_and_not_after(session: Session) -> None:
    (seat,) = people(session, 1)
    session.open(PLAN)
    votes(session, PLAN, "none")
    votes(session, PLAN, "fully")
    session.close()
    late = CastVote(seat.number, PLAN, 1, Vote(VoteKind.OPTION, "none"))
    assert refused(session, "cast", late) == "This vote is closed.\n  Your earlier vote counts, if you gave one."
    assert (ballots(["fully"]),) == session.topic(PLAN).rounds


def test_a_decision_against_the_votes_needs_a_reason(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "partly")
    told = refused(session, "decide", PLAN, FULLY)
    assert "This is not what the votes say.\n  Write down in one sentence why the room decides so." == told
    session.decide(PLAN, FULLY, replace(WHY, dissent=1, dissent_text="It is not signed."))
    made = session.topic(PLAN).decision
    assert made is not None
    assert (DecisionKind.OTHERWISE, Answer(State.ANSWERED, "none"), 1) == (made.settled, made.proposed, made.dissent)


def test_what_nobody_voted_on_needs_a_reason_and_what_is_said_aloud_does_not(session: Session) -> None:
    assert refused(session, "decide", PLAN, FULLY).startswith("Nobody has voted on this.")
    session.decide(PLAN, FULLY, WHY)
    session.decide("campaign_name", {"value": "Rivera for Council"})
    assert DecisionKind.RECORDED == getattr(session.topic("campaign_name").decision, "settled", None)
    assert "Rivera for Council" == session.answers["campaign_name"].value


def test_undo_brings_back_what_was_answered_before(session: Session) -> None:
    session.decide(PLAN, FULLY, WHY)
    session.undo()
    assert (QuestionPhase.DRAFT, False) == (session.topic(PLAN).phase, PLAN in session.answers)
    session.decide(PLAN, {"value": "none"}, WHY)
    session.reopen(PLAN, "It was found.")
    session.decide(PLAN, FULLY, WHY)
    assert PLAN == session.undo()
    assert "none" == session.answers[PLAN].value
    assert "Nothing has been decided yet." == refused(session, "undo")


def test_undo_takes_the_last_decision_first(session: Session) -> None:
    session.decide(PLAN, FULLY, WHY)
    session.decide("campaign_name", {"value": "Rivera"})
    assert ["campaign_name", PLAN] == [session.undo(), session.undo()]
    assert {} == dict(session.answers)


def test_a_vote_can_say_that_it_does_not_apply_where_the_question_allows_it() -> None:
    asked = town().questions
    assert (VoteKind.DONT_KNOW, VoteKind.ABSTAIN) == other_vote_kinds(asked[PLAN])
    assert (VoteKind.DONT_KNOW, VoteKind.NOT_APPLICABLE, VoteKind.ABSTAIN) == other_vote_kinds(asked["records_rule"])


def test_only_the_campaigns_own_dates_are_looked_at_for_typing_mistakes() -> None:
    answers = {"first_ballots": Answer(State.ANSWERED, date(2031, 1, 5)), "staff": Answer(State.ANSWERED, "four")}
    (note,) = odd_date_notes(town(), answers, "first_ballots", date(2026, 11, 24))
    assert note.endswith("Look at its dates again.")
    assert () == odd_date_notes(town(), answers, "staff", date(2026, 11, 24))
    assert () == odd_date_notes(town(), {}, "first_ballots", date(2026, 11, 24))
    assert () == odd_date_notes(town(), answers, "first_ballots", date(2031, 1, 1))


def test_the_last_decision_that_stands_is_the_one_that_is_taken_back(session: Session) -> None:
    session.decide(PLAN, FULLY, WHY)
    session.decide("campaign_name", {"value": "Rivera"})
    assert "campaign_name" == last_decided(session.room, session.journal.entries())
    session.undo()
    assert PLAN == last_decided(session.room, session.journal.entries())
