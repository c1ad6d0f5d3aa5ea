"""What hangs on an open point, and the order of asking (method.md 1.2, E5 of 1.4; 1.3, 18; 1.6, 26; 1.8, 41)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction as F
from itertools import product
from math import log2, prod
from typing import Any

import pytest
from hypothesis import assume, given

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from hustings.scoring.plan.questions import next_question as order
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.questions.one_more_answer import outcomes, today
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, index_of, is_open
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, gate, made, said, votes

E5 = {"f_c1": DONT_KNOW, "p_c3": DONT_KNOW, "g_c2": DONT_KNOW}


def by_id(pack: Pack, given_: Mapping[str, Answer]) -> dict[str, Stake]:
    return {stake.point.question.id: stake for stake in stakes(score(pack, given_))}


def test_e5_bits_and_order() -> None:
    unknown = e1(**E5)
    result = score(mini(), unknown)
    assert (F(763, 16), F(763, 16), F(719, 8)) == (result.index.lo, result.index.pt, result.index.hi)
    found = stakes(result)
    assert ["f_c1", "g_c2", "p_c3"] == [stake.point.question.id for stake in found]
    assert ["0.4166", "0.2386", "0.0852"] == [f"{stake.bits:.4f}" for stake in found]


def test_what_hangs_on_an_answer_is_told_in_points_and_bands() -> None:
    found = by_id(mini(), e1(**E5))["f_c1"]
    assert (F(763, 16), F(939, 16), F(11)) == (found.low, found.high, found.points)
    assert ["exposed"] == [band.id for band in found.bands]
    assert found.behind_cap == found.points


def test_points_behind_a_cap_are_told_apart() -> None:
    pack = made(exposure(), control("c"), control("e"), gates=[gate("g", "e >= largely", cap="10")])
    found = by_id(pack, answers(x="much", e="none"))["c"]
    assert (F(10), F(50)) == (found.points, found.behind_cap)


def test_what_decides_an_overall_gate_comes_first_then_what_tells_most_a_minute_then_ids() -> None:
    pack = made(
        exposure(), *(control(name, weight=F(w)) for name, w in (("a", 1), ("b", 1), ("c", 9), ("z", "0.1"))),
        gates=[gate("g", "z >= partly", cap="79")],
    )  # fmt: skip
    assert ["z", "c", "a", "b"] == [one.point.question.id for one in stakes(score(pack, answers(x="much")))]
    slow = replace(pack.questions["c"], minutes=F(60))
    longer = replace(pack, questions={**pack.questions, "c": slow})
    assert ["z", "a", "b", "c"] == [one.point.question.id for one in stakes(score(longer, answers(x="much")))]


def test_above_so_many_ways_the_expected_shrinkage_a_minute_counts() -> None:
    names = [f"c{number}" for number in range(7)]
    pack = made(exposure(), *(control(name, weight=F(1 + number)) for number, name in enumerate(names)))
    assert 4**7 > order.MOST_WAYS
    found = stakes(score(pack, answers(x="much")))
    assert [None] * 7 == [stake.bits for stake in found]
    assert names[::-1] == [stake.point.question.id for stake in found]
    assert F(100 * 7, 28) == found[0].narrows
    assert all(stake.bits is not None for stake in stakes(score(pack, answers(x="much", c0="none"))))


def test_a_follow_up_and_a_fact_are_tried_and_told_at_what_can_be_asked() -> None:
    asked: dict[str, Any] = {"c": {"follows": Follows("p")}, "e": {"when": parse("us == yes")}}
    pack = made(exposure(), control("p"), control("c"), control("e"), facts=[fact("us")], **asked)
    found = by_id(pack, answers(x="much"))
    assert {"us", "p"} == set(found)
    assert found["p"].bits
    assert found["us"].bits
    assert found["p"].narrows > 0


def test_votes_are_settled_as_somebody_voted_and_tell_no_bits() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely")])
    (found,) = stakes(score(pack, answers(x="much", c=votes("none", "fully", "fully"))))
    assert (F(0), F(100), 0.0, F(100)) == (found.low, found.high, found.bits, found.narrows)


def test_without_open_points_nothing_hangs_on_anything() -> None:
    assert () == stakes(score(mini(), e1()))


def test_an_answer_that_leaves_no_score_is_passed_over() -> None:
    pack = made(exposure(), control("c"), facts=[fact("us")], c={"when": parse("us == yes")})
    (found,) = stakes(score(pack, answers(x="much", c="fully")))
    assert (F(100), F(100), F(100)) == (found.low, found.high, found.narrows)


# --- properties --------------------------------------------------------------------------------------------


@given(campaigns())
@convincing
def test_18_no_answer_is_expected_to_tell_less_than_nothing_and_none_where_the_band_is_certain(
    campaign: Campaign,
) -> None:
    # VOI >= 0, and 0 when the band is certain.
    result = score(campaign.pack, campaign.answers)
    for stake in stakes(result):
        assert stake.bits is None or stake.bits >= 0
        assert not result.certain or stake.bits == 0
        assert stake.narrows >= 0


@given(campaigns())
@convincing
def test_bits_are_those_of_trying_everything_at_length(campaign: Campaign) -> None:
    result = score(campaign.pack, campaign.answers)
    start = today(result)
    asked = (name for name, question in campaign.pack.questions.items() if question.type != "text")
    open_ = [name for name in asked if is_open(campaign.answers.get(name))]
    ways = {name: outcomes(start, name) for name in open_}
    assume(1 < prod(len(values) for values in ways.values()) <= 256)
    told = {stake.point.question.id: stake.bits for stake in stakes(result)}
    for name in told.keys() & ways.keys():
        assert told[name] == pytest.approx(_at_length(campaign, ways, name), abs=1e-9)


def _at_length(campaign: Campaign, ways: Mapping[str, tuple[Any, ...]], name: str) -> float:
    """H(band) less H(band | answer), every combination scored anew."""
    bands = dict[Any, list[str]]()
    for chosen in product(*ways.values()):
        world = dict(zip(ways, chosen, strict=True))
        index = index_of(campaign.pack, {**campaign.answers, **{n: said(v) for n, v in world.items()}}).pt
        bands.setdefault(world[name], []).append(campaign.pack.rubric.band(index).id)
    everything = [band for found in bands.values() for band in found]
    left = sum(len(found) * _entropy(found) for found in bands.values()) / len(everything)
    return _entropy(everything) - left


def _entropy(found: list[str]) -> float:
    shares = [found.count(band) / len(found) for band in set(found)]
    return -sum(share * log2(share) for share in shares)
