"""What work takes of a team."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.pack.effort import days_of_work


@pytest.mark.parametrize(
    ("hours", "day"), [("0", 0), ("0.5", 0), ("8", 0), ("8.01", 1), ("16", 1), ("17", 2), ("40", 4)]
)
def test_work_ends_on_the_day_that_its_eight_hours_reach(hours: str, day: int) -> None:
    assert day == days_of_work(F(hours))
