"""One more answer, reckoned the short way, is what scoring all of them again gives."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hypothesis import given

from hustings.pack.conditions import parse
from hustings.scoring.plan.questions.one_more_answer import (
    ChangedAnswers,
    answered,
    as_scored,
    interval,
    outcomes,
    today,
)
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, index_of
from support.small_packs import LINE, PARTS, control, exposure, fact, made, said


def test_answers_to_try() -> None:
    pack = made(
        exposure(), control("n", values=LINE), control("l", values=PARTS), control("c"),
        facts=[fact("us"), replace(fact("year"), type="number", choices=())], c={"when": parse("year >= 3")},
    )  # fmt: skip
    start = today(score(pack, {}))
    assert ("no", "yes") == outcomes(start, "us")
    assert ((), ("one",), ("two",), ("one", "two")) == outcomes(start, "l")
    assert {F(0), F(10)} <= set(outcomes(start, "n"))
    assert {F(2), F(3), F(4)} == set(outcomes(start, "year"))


@given(campaigns())
@convincing
def test_one_more_answer_the_short_way_is_one_more_answer(campaign: Campaign) -> None:
    result = score(campaign.pack, campaign.answers)
    start = today(result)
    for point in result.open_points[:3]:
        name = point.question.id
        for value in outcomes(start, name)[:4]:
            world = answered(start, ChangedAnswers(start.now), name, value)
            long = index_of(campaign.pack, {**campaign.answers, name: said(value)})
            assert (long.lo, long.pt, long.hi) == (
                interval(start, world)[0],
                as_scored(start, world).index,
                interval(start, world)[1],
            )
