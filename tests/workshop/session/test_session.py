"""A workshop as it goes on, on a real case file (method.md 2.3 to 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.records import PREWORK, CastVote, Decision, DecisionKind, EntryKind, Seat, Vote, VoteKind
from hustings.answers.workshop.state import QuestionPhase
from hustings.casefile import open_case
from hustings.problems import InputError
from hustings.workshop.session import written_notes
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import own_view
from hustings.workshop.views.read_back import readback_view
from support.session import PLAN, Standing, begun, people, shown, town, votes, workshop

FULLY = {"value": "fully"}
WHY = Decision(DecisionKind.RECORDED, Answer(State.BLANK), rationale="We wrote it last week.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rivera.hustings"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with workshop(path) as found:
        yield found


def refused(session: Session, step: str, *given: object) -> str:
    before = session.journal.entries()
    with pytest.raises(InputError) as wrong:
        (getattr(session, step, None) or partial(getattr(written_notes, step), session))(*given)
    assert before == session.journal.entries()
    return str(wrong.value)


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


def test_votes_count_until_the_close_and_not_after(session: Session) -> None:
    (seat,) = people(session, 1)
    session.open(PLAN)
    votes(session, PLAN, "none")
    votes(session, PLAN, "fully")
    session.close()
    late = CastVote(seat.number, PLAN, 1, Vote(VoteKind.OPTION, "none"))
    assert refused(session, "cast", late) == "This vote is closed.\n  Your earlier vote counts, if you gave one."
    assert (ballots(["fully"]),) == session.topic(PLAN).rounds


@pytest.mark.parametrize(
    ("cast", "why"),
    [
        (CastVote(1, PLAN, 2, Vote(VoteKind.OPTION, "none")), "This vote is closed."),
        (CastVote(1, "records_rule", 1, Vote(VoteKind.OPTION, "none")), "This vote is closed."),
        (CastVote(9, PLAN, 1, Vote(VoteKind.OPTION, "none")), "This seat was taken away."),
        (CastVote(2, PLAN, 1, Vote(VoteKind.OPTION, "none")), "Observers do not vote."),
        (CastVote(1, PLAN, 1, Vote(VoteKind.OPTION, "never")), "has no choice `never`"),
        (CastVote(1, PLAN, 1, Vote(VoteKind.OPTION, ("none",))), "One choice is needed."),
        (CastVote(1, PLAN, 1, Vote(VoteKind.OPTION)), "says nothing"),
        (CastVote(1, "nothing", 1, Vote(VoteKind.OPTION, "x")), "No question is called"),
    ],
)
def test_a_vote_that_cannot_count_is_refused(session: Session, cast: CastVote, why: str) -> None:
    people(session, 1)
    session.sit(Seat(0, "Watcher", observer=True))
    session.open(PLAN)
    assert why in refused(session, "cast", cast)
    assert {} == session.votes(session.topic(PLAN))


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


def test_notes_come_with_the_close_in_an_order_of_their_own(session: Session) -> None:
    one, other = people(session, 2)
    session.open(PLAN)
    session.cast(CastVote(one.number, PLAN, 1, Vote(VoteKind.OPTION, "none", "Zero pages.")))
    session.cast(CastVote(other.number, PLAN, 1, Vote(VoteKind.OPTION, "fully", "All done.")))
    session.close()
    assert () == session.topic(PLAN).notes
    assert "once the votes were shown" in refused(session, "remark", PLAN, "Late thought.")
    session.reveal()
    assert ("All done.", "Zero pages.") == session.topic(PLAN).notes
    written_notes.remark(session, PLAN, "Late thought.")
    assert "Late thought." == session.topic(PLAN).notes[-1]


def test_the_languages_of_the_votes_are_counted(session: Session) -> None:
    session.sit(Seat(0, language="es", token="es"))
    people(session, 2)
    shown(session, PLAN, "none", "none")
    closed = next(entry for entry in session.journal.entries() if entry.kind is EntryKind.CLOSED)
    assert (("en", 1), ("es", 1)) == closed.languages


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


def test_a_sheet_counts_for_who_stays_away_and_not_beside_who_came(session: Session) -> None:
    away, came = session.sit(Seat(0, "Kim Lee")), session.sit(Seat(0, "Ana Ruiz"))
    for seat in (away, came):
        session.journal.cast(CastVote(seat.number, PLAN, PREWORK, Vote(VoteKind.OPTION, "none")))
    again = session.sit(Seat(0, "ana ruiz", token="by the code"))
    session.open(PLAN)
    assert [away.number] == list(session.votes(session.topic(PLAN)))
    assert own_view(session, again)["own"] is None


def test_what_is_said_aloud_is_not_voted_on(session: Session) -> None:
    assert refused(session, "open", "campaign_name").startswith("This is not voted on")


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


def test_parked_questions_and_thoughts(session: Session) -> None:
    written_notes.park(session, PLAN, "The lawyer is away.")
    written_notes.park(session, "", "Who writes to the vendor?")
    assert ["The lawyer is away.", "Who writes to the vendor?"] == [line.text for line in session.room.log]
    assert QuestionPhase.PARKED == session.topic(PLAN).phase
    session.decide(PLAN, FULLY, WHY)
    assert "This cannot be parked now" in refused(session, "park", PLAN, "")


def test_notes_evidence_and_timer(path: Path) -> None:
    clock = Standing()
    with workshop(path, clock) as session:
        written_notes.write(session, "Start at nine.")
        written_notes.fetch(session, PLAN, "The plan itself", "Lee", date(2026, 12, 1))
        assert "A few words are needed." == refused(session, "write", "  ")
        longest = "The name is too long.\n  That is 61 characters; 60 is the most."
        assert longest == refused(session, "fetch", "", "x", "y" * 61, None)
        assert "That is 501 characters; 500 is the most." == refused(session, "write", "y" * 501)
        assert "A timer runs for at most an hour." == refused(session, "time", 3601)
        session.time(120)
        clock.wait(30)
        assert session.room.timer is not None
        assert 90 == session.room.timer.at(clock())
        session.time(0)
        assert session.room.timer is None


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
        session.time(120)
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


def test_a_note_on_a_question_that_is_not_there_is_refused(session: Session) -> None:
    assert refused(session, "write", "x", "response_pla").startswith("No question is called `response_pla`.")


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
