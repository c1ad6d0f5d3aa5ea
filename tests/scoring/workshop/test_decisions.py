"""What kind of decision was made: it follows from the counts and the decision, whatever a file says (method.md 2.3)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.workshop_log import Decision, DecisionKind
from hustings.scoring.workshop.decisions import by_counts, otherwise
from hustings.scoring.workshop.vote_outcome import group, proposed
from support.small_packs import control, exposure, fact, made
from support.votes import STEPS, steps

PACK = made(exposure(), control("one"), facts=[fact("place", "here", "there", "nowhere")])
NOBODY = Ballots()
DONT_KNOW, NA = Answer(State.DONT_KNOW), Answer(State.NA, reason="It does not.")


def chosen(value: str) -> Answer:
    return Answer(State.ANSWERED, value)


def kind(question: str, seen: list[Ballots], answer: Answer, **more: Any) -> DecisionKind:
    made_ = Decision(more.pop("stored", DecisionKind.AGREED), answer, **more)
    return by_counts(PACK, PACK.questions[question], seen, made_).settled


@pytest.mark.parametrize(
    ("seen", "answer", "is_"),
    [
        ([steps(0, 0, 5, 0)], chosen("largely"), DecisionKind.UNANIMOUS),
        ([steps(0, 0, 4, 1)], chosen("largely"), DecisionKind.AGREED),
        ([steps(0, 0, 5, 0)], chosen("fully"), DecisionKind.OTHERWISE),
        ([steps(0, 0, 3, 2)], chosen("fully"), DecisionKind.OTHERWISE),
        ([steps(0, 0, 5, 0)], DONT_KNOW, DecisionKind.OTHERWISE),
        ([steps(0, 0, 5, 0)], NA, DecisionKind.OTHERWISE),
        ([ballots(["fully"] * 2, dont_know=3)], chosen("fully"), DecisionKind.OTHERWISE),
        ([ballots(["fully"] * 2, dont_know=2)], chosen("fully"), DecisionKind.OTHERWISE),
        ([ballots(["fully"] * 3, dont_know=2)], chosen("fully"), DecisionKind.AGREED),
        ([ballots(["fully"] * 2, dont_know=3)], DONT_KNOW, DecisionKind.AGREED),
        ([ballots((), dont_know=3)], DONT_KNOW, DecisionKind.UNANIMOUS),
        ([ballots(["none"], not_applicable=3)], NA, DecisionKind.AGREED),
        ([ballots(["none"], not_applicable=3)], chosen("none"), DecisionKind.OTHERWISE),
        ([steps(2, 0, 0, 2)], chosen("none"), DecisionKind.AGREED),  # the middle of an even room is the worse one
        ([steps(2, 0, 0, 2)], chosen("fully"), DecisionKind.OTHERWISE),
        ([steps(5, 0, 0, 0), steps(0, 0, 0, 5)], chosen("fully"), DecisionKind.UNANIMOUS),
        ([steps(5, 0, 0, 0), steps(0, 0, 0, 5)], chosen("none"), DecisionKind.OTHERWISE),
        ([steps(0, 0, 0, 5), ballots((), abstained=5)], chosen("none"), DecisionKind.OTHERWISE),
        ([ballots((), abstained=5)], chosen("fully"), DecisionKind.RECORDED),
        ([NOBODY], chosen("fully"), DecisionKind.RECORDED),
        ([], chosen("fully"), DecisionKind.RECORDED),
        ([steps(2, 0, 0, 2)], Answer(State.UNRESOLVED, votes=("none", "fully")), DecisionKind.UNRESOLVED),
    ],
)
@pytest.mark.parametrize("stored", DecisionKind)
def test_the_kind_follows_from_the_counts(
    seen: list[Ballots], answer: Answer, is_: DecisionKind, stored: DecisionKind
) -> None:
    assert is_ == kind("one", seen, answer, stored=stored)


def test_in_a_tie_one_of_the_tied_is_no_decision_against_the_vote() -> None:
    tied = [ballots(["here"] * 2 + ["there"] * 2 + ["nowhere"])]
    assert [DecisionKind.AGREED, DecisionKind.AGREED, DecisionKind.OTHERWISE, DecisionKind.OTHERWISE] == [
        kind("place", tied, answer) for answer in (chosen("here"), chosen("there"), chosen("nowhere"), DONT_KNOW)
    ]


def test_whoever_objects_is_heard_and_a_decision_against_the_vote_stays_one() -> None:
    seen = [steps(0, 0, 4, 1)]
    assert DecisionKind.CONSENT == kind("one", seen, chosen("largely"), dissent=1)
    assert DecisionKind.CONSENT == kind("one", seen, chosen("largely"), dissent_text="It is not signed.")
    assert DecisionKind.OTHERWISE == kind("one", seen, chosen("fully"), dissent=1)


def test_of_choices_that_the_pack_has_lost_what_was_told_then_counts() -> None:
    lost = [ballots(["gone"] * 3)]
    assert DecisionKind.OTHERWISE == kind("one", lost, chosen("fully"), proposed=chosen("gone"))
    assert DecisionKind.UNANIMOUS == kind("one", lost, chosen("gone"), proposed=chosen("gone"))


COUNTS = st.integers(0, 4)


@given(st.lists(COUNTS, min_size=4, max_size=4), COUNTS, COUNTS, st.sampled_from(STEPS), st.sampled_from(DecisionKind))
def test_whatever_was_voted_an_agreed_answer_is_what_the_votes_say(
    on: list[int], dont_know: int, not_applicable: int, answer: str, stored: DecisionKind
) -> None:
    said = Ballots(steps(*on).votes, dont_know, not_applicable)
    votes_say = proposed(group(PACK, PACK.questions["one"], said))
    found = kind("one", [said], chosen(answer), stored=stored)
    if not said.heard:
        assert DecisionKind.RECORDED is found
    else:
        assert (chosen(answer) != votes_say) == (found is DecisionKind.OTHERWISE)


def test_several_choices_go_against_the_votes_where_one_of_them_has_none() -> None:
    question = PACK.questions["place"]
    assert not otherwise(question, ballots(["here", "there"]), None, Answer(State.ANSWERED, ("here", "there")))
    assert otherwise(question, ballots(["here", "there"]), None, Answer(State.ANSWERED, ("here", "nowhere")))
