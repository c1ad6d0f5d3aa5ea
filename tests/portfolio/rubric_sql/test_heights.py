"""The highest of several exposures."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.portfolio.rubric_sql.expressions import whole
from hustings.portfolio.rubric_sql.heights import Heights
from support.portfolio import value_of
from support.small_packs import exposure

HEIGHTS = Heights.of([exposure("x"), exposure("y"), exposure("z")])


@pytest.mark.parametrize(
    ("values", "at_worst", "known"),
    [
        (["0", "0", "0"], 0, 0),
        (["0.5", "0", "0.5"], 10, 10),
        (["0.5", "0.5", "0.5"], 10, 10),
        (["1", "0.5", "0"], 20, 20),
        (["0.5", None, "0"], 20, 10),
        ([None, None, None], 20, 0),
    ],
)
def test_the_highest(values: list[str | None], at_worst: int, known: int) -> None:
    sums = whole(sum(HEIGHTS.adds(None if value is None else F(value)) for value in values))
    assert at_worst == value_of(HEIGHTS.highest(sums, 20, unknown=True))
    assert known == value_of(HEIGHTS.highest(sums, 20, unknown=False))


def test_the_most() -> None:
    assert HEIGHTS.most >= 3 * HEIGHTS.adds(None)
