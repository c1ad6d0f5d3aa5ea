"""From votes to a decision in the terminal: what is asked for, and what is recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hustings.answers.events import Answer, State
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import (
    DecisionKind,
    EntryKind,
)
from support.session import PLAN
from support.terminal import AGREED, RESUME, decision, kinds, led, log_of


def test_another_answer_than_the_votes_needs_a_reason(path: Path) -> None:
    _, said = led(path, *AGREED, "b", "", "The list is out of date.", "1", "I update it weekly.")
    found = decision(path)
    assert "This is not what the votes say." in said
    assert "A few words are needed. `back` leaves it as it was." in said
    assert ("partly", "The list is out of date.") == (found.answer.value, found.rationale)
    assert (DecisionKind.OTHERWISE, 1, "I update it weekly.") == (found.settled, found.dissent, found.dissent_text)
    assert Answer(State.ANSWERED, "largely") == found.proposed


def test_back_leaves_a_step_as_it_was(path: Path) -> None:
    _, said = led(path, *AGREED, "b", "back")
    assert "Nothing was changed." in said
    assert EntryKind.DECIDED not in kinds(path)


def test_the_long_way_takes_proof_owner_and_date(path: Path) -> None:
    led(path, *AGREED, "decide c", "All said so.", "0", "1", "Drawer 2", "Lee", "2026-12-01")
    found = decision(path)
    assert ("All said so.", 1, "Drawer 2") == (found.rationale, found.answer.grade, found.answer.reference)
    assert ("Lee", date(2026, 12, 1)) == (found.owner, found.due)


def test_without_a_vote_an_answer_needs_a_reason(path: Path) -> None:
    _, said = led(path, "go response_plan", "d", "Seen in the binder.")
    assert "Nobody has voted on this." in said
    assert (DecisionKind.RECORDED, "Seen in the binder.") == (decision(path).settled, decision(path).rationale)


def test_does_not_apply_needs_its_reason(path: Path) -> None:
    led(path, "go records_rule", "y", "We hold no voter file.", "Nobody has one.")
    assert Answer(State.NA, reason="We hold no voter file.") == decision(path).answer


def test_votes_without_an_answer_of_their_own_can_be_left_open(path: Path) -> None:
    _, said = led(path, "go voice_online", "", "a2 c2", "", "", "", "", "a2 c2", "", "", "leave", "")
    assert DecisionKind.UNRESOLVED is decision(path).settled
    assert "Recorded: Not agreed, left open." in said


def test_undo_takes_the_last_decision_back_and_its_question_in_hand(path: Path) -> None:
    _, said = led(path, *AGREED, "", "undo")
    assert QuestionPhase.REVEALED is room(log_of(path)).topic(PLAN).phase
    assert "The last decision is taken back. The answer from before stands again." in said
    assert said.endswith(f"All that was taken is saved.\n{RESUME}")
