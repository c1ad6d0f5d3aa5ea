"""What votes amount to (method.md 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction as F
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Pick, ballots
from hustings.pack.conditions import parse
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Pack
from hustings.scoring.workshop.vote_outcome import (
    Status,
    VoteOutcome,
    group,
    ladder,
    named_now,
    proposed,
    votable,
)
from support.small_packs import PARTS, control, exposure, fact, gate, made

STEPS = ("none", "partly", "largely", "fully")
PACK = made(
    exposure(),
    control("c"),
    control("parts", values=PARTS),
    exposure("worries", values=PARTS),
    facts=[fact("place", "here", "there", "nowhere")],
    c={"na": True},
)


def found(name: str, votes: Sequence[Pick], pack: Pack = PACK, **other: int) -> VoteOutcome:
    return group(pack, pack.questions[name], ballots(votes, **other))


def steps(*counts: int) -> list[str]:
    return [step for step, count in zip(STEPS, counts, strict=True) for _ in range(count)]


def test_w1_to_w3() -> None:
    w1, w2, w3 = (found("c", steps(*counts)) for counts in ((0, 0, 4, 1), (1, 0, 4, 0), (3, 0, 0, 3)))
    assert (Status.AGREED, "largely", False) == (w1.status, w1.value, w1.discuss)
    assert (Status.MIXED, "largely", True) == (w2.status, w2.value, w2.discuss)
    assert VoteOutcome(State.ANSWERED, Status.SPLIT, "none", "none", "fully", F(0), True) == w3


def test_w4_and_its_tie() -> None:
    four = found("place", ["here"] * 4 + ["there", "nowhere"])
    assert VoteOutcome(State.ANSWERED, Status.MIXED, "here", "here", "nowhere", F(2, 3), True) == four
    tie = found("place", ["here"] * 3 + ["there"] * 3)
    assert (State.UNRESOLVED, Status.SPLIT, None) == (tie.state, tie.status, tie.value)
    assert Status.AGREED == found("place", ["here"] * 3 + ["there"]).status
    assert Status.MIXED == found("place", ["here"] * 4, dont_know=1).status
    assert Status.MIXED == found("place", ["here"] * 2 + ["there", "nowhere"]).status  # half is not less than half


def test_nobody_voted() -> None:
    assert VoteOutcome(State.BLANK, Status.FEW) == found("c", [], abstained=3)


def test_of_two_middle_votes_the_worse_one() -> None:
    assert "none" == found("c", steps(2, 0, 2, 0)).value
    assert ("much", "little") == (found("x", ["little", "much"]).value, found("x", ["little", "much"]).best)
    assert ("much", "some", "little") == ladder(PACK, PACK.questions["x"])
    assert () == ladder(PACK, PACK.questions["place"])


def test_what_outweighs_options() -> None:
    assert State.NA == found("c", steps(1, 0, 0, 1), not_applicable=3).state
    assert State.ANSWERED == found("c", steps(0, 0, 2, 0), not_applicable=2).state
    half = found("c", steps(0, 0, 2, 0), dont_know=2)
    assert (State.DONT_KNOW, Status.MIXED, "largely") == (half.state, half.status, half.best)
    assert (Status.AGREED, False) == (found("c", [], dont_know=3).status, found("c", [], dont_know=3).discuss)
    assert Status.SPLIT == found("c", steps(3, 0, 0, 3), dont_know=6).status
    assert Status.FEW == found("c", steps(1, 0, 0, 0), dont_know=1).status


def test_a_stray_vote_is_heard_but_does_not_move_the_answer() -> None:
    stray = found("c", steps(0, 0, 4, 0), dont_know=1)
    assert ("largely", Status.MIXED, True) == (stray.value, stray.status, stray.discuss)


@pytest.mark.parametrize(
    ("counts", "status"),
    [
        ((0, 0, 1, 1), Status.FEW), ((1, 0, 1, 1), Status.SPLIT),
        ((0, 2, 2, 0), Status.MIXED), ((2, 0, 0, 4), Status.SPLIT),
        ((7, 0, 0, 3), Status.SPLIT), ((0, 2, 0, 1), Status.SPLIT),  # far apart without two camps; two camps, L 5/9
    ],
)  # fmt: skip
def test_status(counts: tuple[int, ...], status: Status) -> None:
    assert status == found("c", steps(*counts)).status


def test_too_few_votes_are_talked_about_if_they_differ() -> None:
    assert not found("c", ["fully"]).discuss
    assert found("c", ["fully", "none"]).discuss
    assert Status.FEW == found("place", ["here", "there"]).status


def test_votes_on_both_sides_of_an_active_gate_are_not_agreed() -> None:
    votes = steps(0, 1, 4, 0)
    assert Status.AGREED == found("c", votes).status
    for needs in ("c >= largely", "c >= largely and other >= fully", "other >= fully or c >= largely"):
        pack = made(exposure(), control("c"), control("other"), gates=[gate("g", needs)])
        assert Status.MIXED == found("c", votes, pack).status
        assert Status.AGREED == found("c", steps(0, 0, 4, 1), pack).status
    asleep = made(exposure(), control("c"), gates=[gate("g", "c >= largely", when="x >= much")])
    said = ballots(votes)
    assert Status.AGREED == group(asleep, asleep.questions["c"], said, {"x": F(0)}).status
    assert Status.MIXED == group(asleep, asleep.questions["c"], said, {"x": F(1)}).status


def test_a_gate_says_only_what_the_checks_let_in() -> None:
    strange = made(exposure(), control("c"), gates=[gate("g", "c >= largely")])
    wrong = made(exposure(), control("c"), gates=[gate("g", "not c >= largely")])
    assert strange != wrong
    with pytest.raises(TypeError):
        found("c", steps(0, 1, 1, 1), wrong)
    assert parse("c >= largely") == strange.rubric.gates[0].needs


def test_each_box_is_a_question_of_its_own() -> None:
    ticks: list[Pick] = [("one", "two"), ("one",), ("one",), ("one",)]
    some = found("parts", ticks)
    assert VoteOutcome(State.ANSWERED, Status.AGREED, ("one",), ("one",), ("one", "two"), F(3, 4)) == some
    assert ("one", "two") == found("worries", ticks).worst
    tie = found("parts", [("one",), ("two",), ("one",), ("two",)])
    assert (State.UNRESOLVED, Status.SPLIT, None) == (tie.state, tie.status, tie.value)
    assert () == found("parts", [(), (), ()]).value


def test_what_a_room_votes_on() -> None:
    assert votable(PACK.questions["c"])
    assert not votable(fact("when", type="date", choices=()))


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=9), st.randoms())
def test_the_order_of_votes_changes_nothing(votes: list[str], rnd: Random) -> None:
    one = found("c", votes)
    rnd.shuffle(votes)
    assert one == found("c", votes)
    assert STEPS.index(str(one.worst)) <= STEPS.index(str(one.value)) <= STEPS.index(str(one.best))


# --- where one vote more or less decides ---------------------------------------------------------------------


def test_what_outweighs_options_keeps_the_ends_of_their_votes() -> None:
    half = VoteOutcome(State.DONT_KNOW, Status.MIXED, None, "partly", "largely", None, True)
    assert half == found("c", steps(0, 1, 1, 0), dont_know=2)
    assert VoteOutcome(State.NA, Status.AGREED) == found("c", [], not_applicable=3)
    assert VoteOutcome(State.NA, Status.FEW) == found("c", [], not_applicable=2)
    assert VoteOutcome(State.NA, Status.MIXED, discuss=True) == found("c", [], not_applicable=2, dont_know=1)
    assert State.ANSWERED == found("c", steps(0, 0, 2, 0), dont_know=1).state


def test_few_votes_are_talked_about_if_others_did_not_know() -> None:
    for name, picks in (("c", ["fully"] * 2), ("place", ["here"] * 2), ("parts", [("one",)] * 2)):
        alone, beside = found(name, picks), found(name, picks, dont_know=1)
        assert (Status.FEW, False) == (alone.status, alone.discuss)
        assert (Status.FEW, True) == (beside.status, beside.discuss)


def test_agreement_of_four_fifths_is_agreed_and_of_a_half_not_split() -> None:
    assert (F(4, 5), Status.AGREED) == ((agreed := found("c", steps(0, 3, 7, 0))).agreement, agreed.status)
    assert (F(1, 2), Status.MIXED) == ((mixed := found("c", steps(1, 0, 0, 3))).agreement, mixed.status)


def test_two_steps_apart_is_not_agreed_however_many_agree() -> None:
    assert (F(13, 15), Status.MIXED) == ((far := found("c", steps(0, 1, 0, 9))).agreement, far.status)


def test_choices_of_the_same_worth_stand_as_they_are_listed() -> None:
    same = OptionValues((("a", F(0)), ("b", F(0)), ("z", F(1))))
    pack = made(exposure(), control("c"), control("k", values=same), exposure("e", values=same))
    assert ("a", "b", "z") == ladder(pack, pack.questions["k"])
    assert ("z", "b", "a") == ladder(pack, pack.questions["e"])
    assert () == ladder(PACK, PACK.questions["parts"])


def test_a_vote_counts_while_its_question_has_the_choice() -> None:
    one, several = PACK.questions["c"], PACK.questions["parts"]
    assert named_now(one, ballots(["none", "fully"]))
    assert named_now(several, ballots([("one", "two"), ()]))
    assert not named_now(one, ballots(["none", "gone"]))
    assert not named_now(one, ballots([("none",)]))
    assert not named_now(several, ballots(["one"]))
    assert not named_now(several, ballots([("one", "gone")]))


def test_what_a_vote_proposes() -> None:
    assert Answer(State.ANSWERED, "fully") == proposed(found("c", ["fully"] * 3))
    assert Answer(State.DONT_KNOW) == proposed(found("c", [], dont_know=3))
    assert None is proposed(None)
    assert None is proposed(found("c", [], abstained=3))
    assert None is proposed(found("place", ["here", "there"]))


def test_a_fact_with_boxes_has_ends_by_how_many_were_ticked() -> None:
    pack = made(exposure(), control("c"), facts=[fact("ways", "a", "b", "z", type="select_multiple")])
    apart = found("ways", [("a",), ("b", "z"), ("a", "b", "z")], pack)
    assert VoteOutcome(State.ANSWERED, Status.MIXED, ("a", "b", "z"), ("a",), ("a", "b", "z"), F(2, 3), True) == apart
    none = found("ways", [("a",), ("b",), ("z",)], pack)
    assert (State.UNRESOLVED, None, F(2, 3)) == (none.state, none.value, none.agreement)


def test_the_worst_end_of_an_exposure_is_the_most_that_was_ticked() -> None:
    worries = found("worries", [("one", "two"), ("one",), ("one",)])
    assert (("one", "two"), ("one",)) == (worries.worst, worries.best)
    parts = found("parts", [("one", "two"), ("one",), ("one",)])
    assert (("one",), ("one", "two")) == (parts.worst, parts.best)


def test_two_camps_are_those_below_and_above_the_middle_and_who_is_on_it_is_in_neither() -> None:
    low_and_high = found("c", steps(1, 2, 3, 0))
    assert (F(5, 9), Status.SPLIT) == (low_and_high.agreement, low_and_high.status)
    mostly_in_the_middle = found("x", ["much"] + ["some"] * 5 + ["little"] * 4)
    assert (F(1, 2), Status.MIXED) == (mostly_in_the_middle.agreement, mostly_in_the_middle.status)


def test_the_middle_of_five_votes_is_the_third() -> None:
    assert ("partly", "none", "fully") == ((five := found("c", steps(2, 1, 1, 1))).value, five.worst, five.best)


def test_boxes_are_ticked_by_more_than_half_and_their_ends_are_those_of_the_worth() -> None:
    assert ("one", "two") == found("parts", [("one", "two")] * 4 + [("one",)] * 2).value
    three: list[Pick] = [(), ("one",), ("one", "two")]
    assert ((), ("one", "two")) == ((some := found("parts", three)).worst, some.best)
    assert (("one", "two"), ()) == ((some := found("worries", three)).worst, some.best)
    for two in (found("parts", three[1:]), found("place", ["here", "there"])):
        assert (Status.FEW, True) == (two.status, two.discuss)
