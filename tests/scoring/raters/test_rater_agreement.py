"""Two assessments compared: counts, and what hangs on each difference, by scoring with the other's answer."""

from __future__ import annotations

from fractions import Fraction as F

from hypothesis import given

from hustings.answers.events import Answer
from hustings.scoring.plan.what_if import index_with
from hustings.scoring.raters.answer_pairs import Kind
from hustings.scoring.raters.rater_agreement import RaterAgreement, rater_agreement
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, gate, made


def compared(**changes: str | Answer) -> RaterAgreement:
    return rater_agreement(score(mini(), e1()), score(mini(), e1(**changes)))


def test_alike() -> None:
    found = compared()
    assert (11, F(1), (), ()) == (found.both_know, found.share, found.different, found.unknown)


def test_a_difference_by_what_each_would_be_with_the_others_answer() -> None:
    found = compared(f_c1="0.7")
    assert F(10, 11) == found.share
    (one,) = found.different
    assert one.first is not None
    assert one.second is not None
    assert "f_c1" == one.pair.question.id
    assert score(mini(), e1(f_c1="0.7")).index.pt - score(mini(), e1()).index.pt == one.first.points == one.points
    assert -one.first.points == one.second.points
    assert (one.first.before, one.first.after) == (one.second.after, one.second.before)


def test_deal_breakers_come_first_then_bands_then_points() -> None:
    found = compared(p_c1="0.3", f_c1="0", g_c2="0.7", f_c2="1")
    order = [(one.order[0], one.order[1], one.pair.question.id) for one in found.different]
    assert [(False, False, "p_c1"), (True, False, "f_c1"), (True, True, "f_c2"), (True, True, "g_c2")] == order
    assert found.different[2].points > found.different[3].points


def test_which_deal_breakers_change() -> None:
    first = compared(p_c1="0.3").different[0].first
    assert first is not None
    assert (1, 0, True) == (len(first.fails), len(first.mends), first.points < 0)
    second = compared(p_c1="0.3").different[0].second
    assert second is not None
    assert (0, 1, True) == (len(second.fails), len(second.mends), second.points > 0)


def test_what_only_one_knows_stands_apart() -> None:
    found = compared(f_c1=DONT_KNOW, g_c1="1")
    assert ["g_c1"] == [one.pair.question.id for one in found.different]
    assert ["f_c1"] == [one.pair.question.id for one in found.unknown]
    assert (None, True) == (found.unknown[0].first, found.unknown[0].second is not None)
    assert (10, 1, 0) == (found.both_know, found.count(Kind.ONE_KNOWS), found.count(Kind.NEITHER))


def test_without_a_question_that_both_know_there_is_no_share() -> None:
    pack = made(exposure("x"), control("c"))
    assert rater_agreement(score(pack, answers(x="much")), score(pack, answers(c="none"))).share is None


def test_the_others_answer_may_leave_nothing_to_score() -> None:
    pack = made(exposure("x"), control("c"), control("d"), c={"na": True}, d={"na": True})
    one, other = answers(c=NA, d="none"), answers(c="none", d=NA)
    both = rater_agreement(score(pack, one), score(pack, other))
    found = {difference.pair.question.id: difference for difference in both.different}
    assert (None, None) == (found["c"].second, found["d"].first)
    assert F(0) == found["c"].points


def test_a_gate_that_only_the_other_meets() -> None:
    pack = made(exposure("x"), control("c"), control("d"), gates=[gate("g", "c >= 'largely'")])
    one, other = answers(x="some", c="none", d="fully"), answers(x="some", c="fully", d="fully")
    (found,) = rater_agreement(score(pack, one), score(pack, other)).different
    assert found.first is not None
    assert ["g"] == [gate.id for gate in found.first.mends]
    assert [] == [gate.id for gate in found.first.fails]


@given(campaigns())
@convincing
def test_the_two_may_change_places(drawn: Campaign) -> None:
    half = dict(list(drawn.answers.items())[::2])
    one, other = score(drawn.pack, drawn.answers), score(drawn.pack, half)
    there, back = rater_agreement(one, other), rater_agreement(other, one)
    assert (there.share, there.scales) == (back.share, back.scales)
    for mine, theirs in ((there.different, back.different), (there.unknown, back.unknown)):
        assert [(d.pair.question, d.points, d.first, d.second) for d in mine] == [
            (d.pair.question, d.points, d.second, d.first) for d in theirs
        ]


@given(campaigns())
@convincing
def test_points_are_those_of_scoring_again(drawn: Campaign) -> None:
    half = {name: answer for name, answer in drawn.answers.items() if not answer.votes}
    one, other = score(drawn.pack, half), score(drawn.pack, dict(list(half.items())[1:]))
    for difference in rater_agreement(one, other).unknown:
        if difference.second is not None and difference.pair.first is not None:
            again = index_with(drawn.pack, {**other.answers, difference.pair.question.id: difference.pair.first})
            assert again - other.index.pt == difference.second.points
