"""From one round of votes to the next: how far they moved, and agreement over many questions."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.scoring.workshop.rounds import Alpha, Round, movement, rounds
from support.small_packs import control, exposure, made
from support.votes import SMALL_PACK, disagreement_of, log, steps, voted

W1, W2, W3 = steps(0, 0, 4, 1), steps(1, 0, 4, 0), steps(3, 0, 0, 3)


def moved(*two: Ballots) -> F | None:
    return movement(rounds(SMALL_PACK, SMALL_PACK.questions["one"], two, {}))


def test_movement_is_the_least_that_turns_one_round_into_the_other() -> None:
    assert F(0) == moved(W2, W2)
    assert F(2, 5) == moved(W2, steps(0, 0, 5, 0))
    assert F(1) == moved(W3, steps(0, 3, 3, 0)), "also where the mean stays where it was"
    assert F(3, 2) == moved(W3, steps(0, 0, 0, 6))
    assert None is moved(W2)
    assert None is moved(W2, steps(0, 0, 2, 0)), "two votes are not shown, neither are their moves"
    here = ballots(["here"] * 3)
    assert None is movement(rounds(SMALL_PACK, SMALL_PACK.questions["place"], (here, here), {}))


def test_alpha_needs_eight_questions_of_one_scale() -> None:
    pack = made(exposure(), *(control(f"c{n}") for n in range(9)), *(exposure(f"x{n}") for n in range(3)))
    asked = [line for n in range(9) for line in voted(f"c{n}", steps(n % 4, 1, 1, 4 - n % 4), steps(0, 0, 0, 5))]
    few = [*voted("c0", steps(1, 0, 0, 0)), *voted("x0", ballots(["some"]))]
    room = disagreement_of(log(asked), pack)
    (one,) = room.alphas
    assert (("none", "partly", "largely", "fully"), 9) == (one.rungs, one.questions)
    assert one.figure is not None
    assert one.figure < F(1, 2)
    assert () == disagreement_of(log(asked[: 7 * 6], few), pack).alphas
    same = [line for n in range(8) for line in voted(f"c{n}", steps(0, 0, 0, 5))]
    assert (Alpha(STEPS_, 8, None),) == disagreement_of(log(same), pack).alphas


STEPS_ = ("none", "partly", "largely", "fully")


def test_a_round_with_choices_that_are_gone_is_left_out_and_the_next_keeps_its_number() -> None:
    question = SMALL_PACK.questions["one"]
    (second,) = rounds(SMALL_PACK, question, (ballots(["gone"] * 3), W1), {})
    assert (2, STEPS_, (0, 0, 4, 1), W1) == (second.number, second.rungs, second.levels, second.said)
    assert () == rounds(SMALL_PACK, question, (ballots([], abstained=2),), {})
    assert ((), ()) == ((fact := _of("place", ballots(["here"] * 3))).rungs, fact.levels)


def test_three_votes_are_shown_and_four_say_little() -> None:
    two, three = _of("one", steps(0, 0, 2, 0)), _of("one", steps(0, 0, 3, 0))
    assert (False, True) == (two.shown, three.shown)
    four, five = _of("one", steps(0, 0, 4, 0)), _of("one", steps(0, 0, 5, 0))
    assert (True, False) == (four.weak, five.weak)


def test_three_votes_on_the_scale_move() -> None:
    three = steps(0, 0, 3, 0)
    assert F(0) == moved(three, three)
    assert None is moved(steps(0, 0, 2, 0), three)


def test_alpha_takes_questions_that_two_voted_on() -> None:
    pack = made(exposure(), *(control(f"c{n}") for n in range(8)))

    def asked(count: int) -> tuple[Alpha, ...]:
        lines = [line for n in range(8) for line in voted(f"c{n}", steps(*(count * (n % 4 == at) for at in range(4))))]
        return disagreement_of(log(lines), pack).alphas

    assert (Alpha(STEPS_, 8, F(1)),) == asked(2)
    assert () == asked(1)


def _of(name: str, said: Ballots) -> Round:
    (one,) = rounds(SMALL_PACK, SMALL_PACK.questions[name], (said,), {})
    return one
