"""When to stop asking: E5 of method.md 1.4, and the stop rule of 1.2."""

from __future__ import annotations

from fractions import Fraction as F

from hypothesis import assume, given

from hustings.problems import InputError
from hustings.scoring.plan.questions.next_question import ranking
from hustings.scoring.plan.questions.stop_rule import StopRule, next_stakes, stop_rule, stop_said
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, completed, convincing, index_of
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, answers, control, exposure, gate, made

E5 = {"f_c1": DONT_KNOW, "p_c3": DONT_KNOW, "g_c2": DONT_KNOW}


def rule_of(result: Result) -> StopRule:
    return stop_rule(result, ranking(result))


def test_e5_the_odds_of_each_band_and_no_stop() -> None:
    result = score(mini(), e1(**E5))
    ranked = ranking(result)
    assert {"exposed": F(21, 64), "guarded": F(36, 64), "ready": F(7, 64)} == ranked.odds
    rule = stop_rule(result, ranked)
    assert (None, "guarded", F(9, 16)) == (rule.why, rule.band.id, rule.probability)
    assert not rule.may_stop
    assert ["f_c1", "g_c2", "p_c3"] == [stake.point.question.id for stake in next_stakes(rule, ranked)]
    assert "" == stop_said(rule)


def test_a_certain_band_stops_the_asking() -> None:
    pack = made(exposure(), control("c", weight=F(19)), control("e"))
    result = score(pack, answers(x="much", c="fully"))
    rule = rule_of(result)
    assert ("certain", True, F(1)) == (rule.why, rule.may_stop, rule.probability)
    assert "The band is certain: Ready, whatever the other answers are." == stop_said(rule)
    assert () == next_stakes(rule, ranking(result))


def test_a_band_that_is_as_good_as_certain_stops_it_if_most_is_known() -> None:
    # The three unknown controls must all be missing for the index to fall below 80.
    small = [control(name, weight=F(7)) for name in ("e", "f", "g")]
    pack = made(exposure(), control("c", weight=F(79)), *small)
    result = score(pack, answers(x="much", c="fully"))
    rule = rule_of(result)
    assert F(63, 64) == rule.probability
    assert ("likely", True) == (rule.why, rule.may_stop)
    assert (
        "The band is as good as certain: Ready in 98 of 100 ways in which the open answers can turn out."
    ) == stop_said(rule)


def test_likely_is_not_enough_while_too_little_is_known() -> None:
    small = [control(name, weight=F(17)) for name in ("e", "f", "g")]
    pack = made(exposure(), control("c", weight=F(39)), *small)
    result = score(pack, answers(c="fully"))
    assert result.coverage < F(4, 5)
    assert "likely" != rule_of(result).why


def test_what_decides_a_deal_breaker_is_asked_though_the_band_is_certain() -> None:
    pack = made(
        exposure(), control("c", weight=F(19)), control("e"), control("f"), gates=[gate("g", "e >= partly", cap="95")]
    )
    result = score(pack, answers(x="much", c="fully"))
    rule = rule_of(result)
    assert ("certain", False) == (rule.why, rule.may_stop)
    assert ["e"] == [stake.point.question.id for stake in next_stakes(rule, ranking(result))]


def test_nothing_open_is_told_as_such() -> None:
    result = score(mini(), e1())
    assert ("nothing_open", "Nothing that counts is left to ask.") == (rule_of(result).why, stop_said(rule_of(result)))


def test_too_many_ways_have_no_odds() -> None:
    names = [f"c{number}" for number in range(7)]
    result = score(made(exposure(), *map(control, names)), answers(x="much"))
    assert (None, None) == (ranking(result).odds, rule_of(result).probability)


@given(campaigns())
@convincing
def test_a_certain_band_is_that_of_every_completion(campaign: Campaign) -> None:
    try:
        result = score(campaign.pack, campaign.answers)
    except InputError:
        assume(False)
    rule = rule_of(result)
    assume(rule.why == "certain")
    try:
        index = index_of(campaign.pack, completed(campaign.rnd(), campaign.pack, campaign.answers)).pt
    except InputError:
        return
    assert rule.band.id == campaign.pack.rubric.band(index).id
