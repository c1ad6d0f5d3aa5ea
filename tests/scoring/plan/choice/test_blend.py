"""The index as whole numbers, and prices of the best offers."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from hustings.problems import InputError
from hustings.scoring.plan.choice.blend import Blend, _best_at_each_price, least_price, most_value
from support.campaigns import convincing
from support.plans import Planning, choosing, plannings, started
from support.scoring import e1, mini

SMALL = st.integers(0, 6)
OFFERS = st.lists(st.tuples(SMALL, SMALL, SMALL), min_size=1, max_size=5).map(
    lambda offers: sorted(set(offers), key=lambda one: (one[0], -one[1], -one[2]))
)


def value(blend: Blend, offers: tuple[tuple[int, int, int], ...]) -> int:
    return blend.value(sum(one[1] for one in offers), min(blend.one, *(one[2] for one in offers)))


@given(st.lists(OFFERS, min_size=1, max_size=3), st.integers(0, 60), st.integers(0, 20))
def test_the_lowest_price_and_the_highest_value_are_those_of_brute_force(
    groups: list[list[tuple[int, int, int]]], target: int, ceiling: int
) -> None:
    blend = Blend(6, {"d": 1, "e": 1}, 3, 2)
    every = list(product(*groups))
    prices = [sum(one[0] for one in some) for some in every if value(blend, some) >= target]
    assert min(prices, default=None) == least_price(blend, groups, target)
    values = [value(blend, some) for some in every if sum(one[0] for one in some) <= ceiling]
    assert max(values, default=None) == most_value(blend, groups, ceiling)


def test_a_group_without_an_offer_has_no_price() -> None:
    blend = Blend(6, {"d": 1}, 3, 2)
    assert (None, None) == (least_price(blend, [[], [(0, 1, 1)]], 0), most_value(blend, [[]], 9))


def test_e1_as_whole_numbers() -> None:
    (blend,) = choosing(started(mini(), e1())).blends
    parts = {"p": F(19, 24), "f": F(1, 2), "g": F(5, 8)}
    total = sum(blend.weights[name] * int(r * blend.one) for name, r in parts.items())
    assert F(485, 8) == blend.index(blend.value(total, int(F(1, 2) * blend.one)))
    assert blend.whole == blend.target(F(100))
    assert blend.value(total, int(F(1, 2) * blend.one)) >= blend.target(F(485, 8))
    assert blend.value(total - 1, int(F(1, 2) * blend.one)) < blend.target(F(485, 8))


@given(plannings())
@convincing
def test_every_readiness_is_a_whole_number_of_parts(drawn: Planning) -> None:
    try:
        start = started(drawn.pack, drawn.campaign.answers)
    except InputError:
        return
    for blend in choosing(start).blends:
        for name, part in start.known.parts.items():
            if name in blend.weights and part.readiness is not None:
                assert 1 == (part.readiness * blend.one).denominator


def test_an_offer_that_another_beats_at_its_price_or_below_is_left_out() -> None:
    offers = [(1, 5, 5), (1, 5, 3), (1, 4, 6), (2, 3, 3), (3, 9, 9)]
    assert [(1, 5, 5), (1, 4, 6), (3, 9, 9)] == _best_at_each_price(offers)
