"""What changed since the assessment before, and nothing where there is none."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.portfolio.figures.trend import trend
from support.standings import campaign, gap


def test_campaigns_that_rose_fell_and_stayed() -> None:
    before = [
        campaign("a", 40, failed=["locked"], gaps=[gap("g")], latest=False),
        campaign("b", 60, latest=False),
        campaign("c", 50, latest=False),
    ]
    now = [
        campaign("a", 60),
        campaign("b", 50, failed=["locked"], gaps=[gap("g"), gap("h")]),
        campaign("c"),
        campaign("d"),
    ]
    found = trend(now, before)
    assert found is not None
    assert (3, 1, 1, 1) == (found.campaigns, found.rose, found.fell, found.stayed)
    assert (F(-10), F(0), F(20)) == (found.change.lowest, found.change.middle, found.change.highest)
    assert (1, 1, 1, 2) == (found.mended, found.broken, found.closed, found.opened)
    assert {"a": F(20), "b": F(-10), "c": F(0)} == found.points
    assert trend(now, []) is None
