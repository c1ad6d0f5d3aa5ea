"""The exact split of a change among three causes, by hand."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from hustings.scoring.progress.shapley import CAUSES, CORNERS, NOW, THEN, Corner, Parts, change_of

figures = st.lists(st.fractions(0, 100, max_denominator=60), min_size=8, max_size=8)


def at(values: list[F], corner: Corner) -> F:
    return values[CORNERS.index(corner)]


def test_causes_that_add_up_get_what_each_adds() -> None:
    change = change_of(lambda corner: F(40 + 10 * corner[0] - 3 * corner[1] + 2 * corner[2]))
    assert (F(40), F(49), F(9)) == (change.then, change.now, change.total)
    assert Parts(F(10), F(-3), F(2)) == change.parts
    assert ("campaign", "rubric", "law") == change.parts.causes


def test_what_two_causes_bring_only_together_is_halved() -> None:
    change = change_of(lambda corner: F(12 * (corner[0] and corner[1])))
    assert Parts(F(6), F(6), F(0)) == change.parts
    assert ("campaign", "rubric") == change.parts.causes


def test_what_all_three_bring_only_together_is_shared_by_three() -> None:
    assert Parts(F(1, 3), F(1, 3), F(1, 3)) == change_of(lambda corner: F(all(corner))).parts


@given(figures)
def test_the_parts_are_the_mean_over_every_order(values: list[F]) -> None:
    sums = [F(0), F(0), F(0)]
    for order in permutations(range(3)):
        corner = list(THEN)
        for place in order:
            before = at(values, (corner[0], corner[1], corner[2]))
            corner[place] = True
            sums[place] += (at(values, (corner[0], corner[1], corner[2])) - before) / 6
    parts = change_of(lambda corner: at(values, corner)).parts
    assert sums == [parts.of(cause) for cause in CAUSES]


@given(figures)
def test_the_parts_add_up_to_the_change_and_turn_with_time(values: list[F]) -> None:
    change = change_of(lambda corner: at(values, corner))
    assert at(values, NOW) - at(values, THEN) == change.total == change.parts.total
    back = change_of(lambda corner: at(values, (not corner[0], not corner[1], not corner[2])))
    assert [-change.parts.of(cause) for cause in CAUSES] == [back.parts.of(cause) for cause in CAUSES]
