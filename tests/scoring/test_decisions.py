"""What kind of decision was made: it follows from the counts and the decision, whatever a file says (method.md 2.3)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.ballots import Ballots, ballots
from hustings.answers.events import Answer, State
from hustings.answers.workshop import Decision, Settled
from hustings.scoring.decisions import by_counts, otherwise
from hustings.scoring.groups import group, proposed
from small_packs_support import control, exposure, fact, made
from votes_support import STEPS, steps

PACK = made(exposure(), control("one"), facts=[fact("place", "here", "there", "nowhere")])
NOBODY = Ballots()
DONT_KNOW, NA = Answer(State.DONT_KNOW), Answer(State.NA, reason="It does not.")


def chosen(value: str) -> Answer:
    return Answer(State.ANSWERED, value)


def kind(question: str, seen: list[Ballots], answer: Answer, **more: Any) -> Settled:
    made_ = Decision(more.pop("stored", Settled.AGREED), answer, **more)
    return by_counts(PACK, PACK.questions[question], seen, made_).settled


@pytest.mark.parametrize(
    ("seen", "answer", "is_"),
    [
        ([steps(0, 0, 5, 0)], chosen("largely"), Settled.UNANIMOUS),
        ([steps(0, 0, 4, 1)], chosen("largely"), Settled.AGREED),
        ([steps(0, 0, 5, 0)], chosen("fully"), Settled.OTHERWISE),
        ([steps(0, 0, 3, 2)], chosen("fully"), Settled.OTHERWISE),
        ([steps(0, 0, 5, 0)], DONT_KNOW, Settled.OTHERWISE),
        ([steps(0, 0, 5, 0)], NA, Settled.OTHERWISE),
        ([ballots(["fully"] * 2, dont_know=3)], chosen("fully"), Settled.OTHERWISE),
        ([ballots(["fully"] * 2, dont_know=2)], chosen("fully"), Settled.OTHERWISE),
        ([ballots(["fully"] * 3, dont_know=2)], chosen("fully"), Settled.AGREED),
        ([ballots(["fully"] * 2, dont_know=3)], DONT_KNOW, Settled.AGREED),
        ([ballots((), dont_know=3)], DONT_KNOW, Settled.UNANIMOUS),
        ([ballots(["none"], not_applicable=3)], NA, Settled.AGREED),
        ([ballots(["none"], not_applicable=3)], chosen("none"), Settled.OTHERWISE),
        ([steps(2, 0, 0, 2)], chosen("none"), Settled.AGREED),  # the middle of an even room is the worse one
        ([steps(2, 0, 0, 2)], chosen("fully"), Settled.OTHERWISE),
        ([steps(5, 0, 0, 0), steps(0, 0, 0, 5)], chosen("fully"), Settled.UNANIMOUS),
        ([steps(5, 0, 0, 0), steps(0, 0, 0, 5)], chosen("none"), Settled.OTHERWISE),
        ([steps(0, 0, 0, 5), ballots((), abstained=5)], chosen("none"), Settled.OTHERWISE),
        ([ballots((), abstained=5)], chosen("fully"), Settled.RECORDED),
        ([NOBODY], chosen("fully"), Settled.RECORDED),
        ([], chosen("fully"), Settled.RECORDED),
        ([steps(2, 0, 0, 2)], Answer(State.UNRESOLVED, votes=("none", "fully")), Settled.UNRESOLVED),
    ],
)
@pytest.mark.parametrize("stored", Settled)
def test_the_kind_follows_from_the_counts(seen: list[Ballots], answer: Answer, is_: Settled, stored: Settled) -> None:
    assert is_ == kind("one", seen, answer, stored=stored)


def test_in_a_tie_one_of_the_tied_is_no_decision_against_the_vote() -> None:
    tied = [ballots(["here"] * 2 + ["there"] * 2 + ["nowhere"])]
    assert [Settled.AGREED, Settled.AGREED, Settled.OTHERWISE, Settled.OTHERWISE] == [
        kind("place", tied, answer) for answer in (chosen("here"), chosen("there"), chosen("nowhere"), DONT_KNOW)
    ]


def test_whoever_objects_is_heard_and_a_decision_against_the_vote_stays_one() -> None:
    seen = [steps(0, 0, 4, 1)]
    assert Settled.CONSENT == kind("one", seen, chosen("largely"), dissent=1)
    assert Settled.CONSENT == kind("one", seen, chosen("largely"), dissent_text="It is not signed.")
    assert Settled.OTHERWISE == kind("one", seen, chosen("fully"), dissent=1)


def test_of_choices_that_the_pack_has_lost_what_was_told_then_counts() -> None:
    lost = [ballots(["gone"] * 3)]
    assert Settled.OTHERWISE == kind("one", lost, chosen("fully"), proposed=chosen("gone"))
    assert Settled.UNANIMOUS == kind("one", lost, chosen("gone"), proposed=chosen("gone"))


COUNTS = st.integers(0, 4)


@given(st.lists(COUNTS, min_size=4, max_size=4), COUNTS, COUNTS, st.sampled_from(STEPS), st.sampled_from(Settled))
def test_whatever_was_voted_an_agreed_answer_is_what_the_votes_say(
    on: list[int], dont_know: int, not_applicable: int, answer: str, stored: Settled
) -> None:
    said = Ballots(steps(*on).votes, dont_know, not_applicable)
    votes_say = proposed(group(PACK, PACK.questions["one"], said))
    found = kind("one", [said], chosen(answer), stored=stored)
    if not said.heard:
        assert Settled.RECORDED is found
    else:
        assert (chosen(answer) != votes_say) == (found is Settled.OTHERWISE)


def test_several_choices_go_against_the_votes_where_one_of_them_has_none() -> None:
    question = PACK.questions["place"]
    assert not otherwise(question, ballots(["here", "there"]), None, Answer(State.ANSWERED, ("here", "there")))
    assert otherwise(question, ballots(["here", "there"]), None, Answer(State.ANSWERED, ("here", "nowhere")))
