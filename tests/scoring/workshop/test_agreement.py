"""The worked examples of method.md 2.6, exactly, and what must hold of any votes."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.scoring.workshop.agreement import (
    alpha,
    consensus,
    entropy,
    leik,
    modal_share,
    quartile_range,
    r_star_wg,
    r_wg,
    van_der_eijk,
)

FREQUENCIES = (30, 40, 210, 130, 530, 50, 10)
CODERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
VOTES = st.lists(st.integers(0, 8), min_size=3, max_size=6).filter(lambda counts: sum(counts) > 1)


def test_w1_agreed() -> None:
    votes = (0, 0, 4, 1)
    assert 1 - F("0.4") / 3 == leik(votes)
    assert pytest.approx(0.8309, abs=5e-5) == consensus(votes)
    assert F(13, 15) == van_der_eijk(votes)
    assert 0 == quartile_range(votes)
    assert pytest.approx(0.361, abs=5e-4) == entropy(votes)
    assert F("0.84") == r_wg(votes)


def test_w2_one_dissenter() -> None:
    votes = (1, 0, 4, 0)
    assert F(11, 15) == leik(votes)
    assert pytest.approx(0.6149, abs=5e-5) == consensus(votes)
    assert F(8, 15) == van_der_eijk(votes)
    assert 0 == quartile_range(votes)
    assert pytest.approx(0.361, abs=5e-4) == entropy(votes)
    assert F("0.36") == r_wg(votes)


def test_w3_two_camps() -> None:
    votes = (3, 0, 0, 3)
    assert 0 == leik(votes)
    assert pytest.approx(0) == consensus(votes)
    assert -1 == van_der_eijk(votes)
    assert 3 == quartile_range(votes)
    assert pytest.approx(0.5) == entropy(votes)
    assert (F("-1.16"), F("-0.2")) == (r_wg(votes), r_star_wg(votes))


def test_w4_nominal() -> None:
    assert F(2, 3) == modal_share((4, 1, 1))
    assert pytest.approx(0.790, abs=5e-4) == entropy((4, 1, 1))


def test_the_checked_frequencies() -> None:
    assert pytest.approx(0.7256876, abs=5e-8) == consensus(FREQUENCIES)
    assert pytest.approx(0.287, abs=5e-4) == float(1 - leik(FREQUENCIES))
    assert pytest.approx(0.61, abs=5e-3) == float(van_der_eijk(FREQUENCIES) or 0)


def test_even_votes() -> None:
    assert F(1, 3) == leik((2, 2, 2, 2))
    assert 0 == van_der_eijk((2, 2, 2, 2))
    assert 1 == pytest.approx(entropy((2, 2, 2, 2)))
    assert entropy((2, 0, 0, 2)) == entropy((0, 2, 2, 0))


def test_two_levels_have_no_shape() -> None:
    assert van_der_eijk((2, 3)) is None
    assert F(1, 5) == leik((2, 3))


def units(coders: tuple[str, ...]) -> list[tuple[int, ...]]:
    columns = zip(*(coder.split() for coder in coders), strict=True)
    return [tuple(column.count(str(level)) for level in range(1, 6)) for column in columns]


@pytest.mark.parametrize(("scale", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_on_the_standard_data(scale: str, expected: float) -> None:
    found = alpha(units(CODERS), scale)  # type: ignore[arg-type]
    assert pytest.approx(expected, abs=5e-4) == float(found or 0)


@pytest.mark.parametrize(
    ("one", "other", "apart", "expected"),
    [
        ("0100000010", "1110010000", F(19 * 4, 14 * 6), 0.095),
        ("aabbdcccedda", "babbbccceddd", F(23 * 2 * 3, 552 - 104), 0.692),
    ],
)
def test_alpha_as_published_for_two_coders(one: str, other: str, apart: F, expected: float) -> None:
    """Examples A (two values) and B (nominal) of Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011.

    https://repository.upenn.edu/asc_papers/43. His examples C and D are the standard data above.
    """
    values = sorted({*one, *other})
    found = alpha([tuple(both.count(value) for value in values) for both in zip(one, other, strict=True)], "nominal")
    assert 1 - apart == found
    assert pytest.approx(expected, abs=5e-4) == float(found)


def test_alpha_is_not_defined_without_variation_or_pairs() -> None:
    assert alpha([(0, 3), (0, 2)], "ordinal") is None
    assert alpha([(0, 1), (1, 0)], "ordinal") is None


@pytest.mark.parametrize(("voters", "expected"), [(3, 0.063), (4, 0.109), (5, 0.033), (6, 0.010), (8, 0.006)])
def test_how_often_random_votes_look_agreed(voters: int, expected: float) -> None:
    every = (counts for counts in product(range(voters + 1), repeat=4) if sum(counts) == voters)
    ways = sum(_ways(counts) for counts in every if leik(counts) >= F("0.8"))
    assert pytest.approx(expected, abs=6e-4) == ways / 4**voters


def _ways(counts: tuple[int, ...]) -> int:
    ways, left = 1, sum(counts)
    for count in counts:
        ways *= comb(left, count)
        left -= count
    return ways


@given(VOTES)
def test_bounds_and_mirrors(counts: list[int]) -> None:
    back = counts[::-1]
    assert 0 <= leik(counts) <= 1
    assert -1 <= (van_der_eijk(counts) or 0) <= 1
    assert -1e-9 <= consensus(counts) <= 1 + 1e-9
    assert -1e-9 <= entropy(counts) <= 1 + 1e-9
    assert F(1, len(counts)) <= modal_share(counts) <= 1
    assert r_wg(counts) <= 1
    assert r_star_wg(counts) <= 1
    assert (leik(counts), van_der_eijk(counts), quartile_range(counts)) == (
        leik(back),
        van_der_eijk(back),
        quartile_range(back),
    )


@given(VOTES)
def test_leik_is_the_mean_distance_from_the_median(counts: list[int]) -> None:
    votes = [level for level, count in enumerate(counts) for _ in range(count)]
    middle = votes[(len(votes) - 1) // 2]
    distance = F(sum(abs(vote - middle) for vote in votes), len(votes))
    assert 1 - 2 * distance / (len(counts) - 1) == leik(counts)


@given(st.integers(2, 6), st.integers(1, 9), st.data())
def test_one_level_only_is_full_agreement(levels: int, voters: int, data: st.DataObject) -> None:
    counts = [0] * levels
    counts[data.draw(st.integers(0, levels - 1))] = voters
    assert (F(1), F(1)) == (leik(counts), modal_share(counts))
    assert 0 == quartile_range(counts)
