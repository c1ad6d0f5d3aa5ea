"""The traps of comparable tools that concern scoring: each one is held shut by a test."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from itertools import pairwise

from hustings.answers.events import Answer, State
from hustings.pack.conditions import parse
from hustings.pack.item_values import OptionValues
from hustings.pack.questionnaire import Choice, Follows
from hustings.scoring.score import score
from support.small_packs import DONT_KNOW, LINE, NA, PRACTICE, answers, control, exposure, fact, made


def test_trap_1_no_data_does_not_look_excellent() -> None:
    nothing = score(made(exposure(), control("a"), control("b")), {})
    assert (F(0), F(0), F(100)) == (nothing.index.lo, nothing.index.pt, nothing.index.hi)
    assert ("unprepared", False, True, F(0)) == (
        nothing.band.id, nothing.certain, nothing.provisional, nothing.coverage,
    )  # fmt: skip
    assert ["x", "a", "b"] == [point.question.id for point in nothing.open_points]


def test_trap_1_an_unanswered_exposure_is_no_low_risk() -> None:
    pack = made(exposure(), control("a"))
    assert F(1) == score(pack, answers(a="largely")).domain("d").exposure.pt
    assert F(70) == score(pack, answers(a="largely")).index.pt


def test_trap_2_dont_know_neither_inflates_the_mean_nor_leaves_the_lists() -> None:
    pack = made(exposure(), control("a"), control("b"))
    honest = score(pack, answers(x="much", a="fully", b="partly"))
    ignorant = score(pack, answers(x="much", a="fully", b=DONT_KNOW))
    assert (F(65), F(50)) == (honest.index.pt, ignorant.index.pt)
    assert ["b"] == [point.question.id for point in ignorant.open_points]
    assert () == ignorant.findings


def test_trap_3_the_denominator_holds_nothing_that_was_never_asked() -> None:
    pack = made(
        exposure(), control("a"), control("b", weight=F(99)), control("c", weight=F(99)),
        facts=[fact("us")], b={"when": parse("us == yes")}, c={"na": True},
    )  # fmt: skip
    assert F(100) == score(pack, answers(x="much", us="no", a="fully", c=NA)).index.pt


def test_trap_3_a_follow_up_to_a_control_that_is_absent_stays_in_the_denominator() -> None:
    pack = made(exposure(), control("a"), control("b"), b={"follows": Follows("a", "partly")})
    absent, present = (score(pack, answers(x="much", a=a, b="none")).index.pt for a in ("none", "partly"))
    assert (F(0), F(15)) == (absent, present)


def test_trap_4_there_is_no_cliff_outside_gates() -> None:
    """A hundredth of a control of all the weight there is moves the index by one point at most, wherever it stands."""
    pack = made(exposure(), control("a", values=LINE))
    indexes = [score(pack, answers(x="much", a=F(step, 10))).index.pt for step in range(101)]
    assert [F(1)] * 100 == [after - before for before, after in pairwise(indexes)]


def test_trap_5_no_score_hides_in_a_name() -> None:
    renamed = OptionValues(tuple((f"item{9 - place}-RS", worth) for place, (_, worth) in enumerate(PRACTICE.options)))
    choices = tuple(Choice(name, name) for name, _ in renamed.options)
    plain = made(exposure(), control("a"))
    odd = made(exposure(), control("a", values=renamed), a={"choices": choices})
    for name, other in zip(("none", "partly", "largely", "fully"), (c.id for c in choices), strict=True):
        one, two = score(plain, answers(x="much", a=name)), score(odd, answers(x="much", a=other))
        assert (one.index, one.domain("d").maturity) == (two.index, two.domain("d").maturity)


def test_trap_6_weights_multiply_the_ceiling_as_they_multiply_the_sum() -> None:
    for weight in ("0.1", "1", "7"):
        pack = made(exposure(), control("a", weight=F(weight)), control("b", weight=F(weight)))
        assert F(85) == score(pack, answers(x="much", a="fully", b="largely")).index.pt


def test_trap_6_what_a_finding_promises_is_what_the_next_scoring_gives() -> None:
    pack = made(exposure(), control("a"), control("b"), b={"follows": Follows("a", "largely")})
    before = answers(x="some", a="partly", b="fully")
    promised = next(f.alone for f in score(pack, before).findings if f.item.question == "a")
    after = {**before, "a": replace(before["a"], value="largely")}
    assert score(pack, after).index.pt - score(pack, before).index.pt == promised


def test_an_unsettled_vote_is_not_averaged_away() -> None:
    pack = made(exposure(), control("a"))
    split = score(pack, {**answers(x="much"), "a": Answer(State.UNRESOLVED, votes=("none", "fully"))})
    assert (F(0), F(0), F(100)) == (split.index.lo, split.index.pt, split.index.hi)
