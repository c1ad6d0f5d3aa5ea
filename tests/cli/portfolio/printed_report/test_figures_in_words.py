"""Hours, indexes, shares and days of many campaigns, in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.cli.portfolio.printed_report.figures_in_words import days, hours, index, of_all
from hustings.scoring.result import Bounds
from support.standings import campaign, exactly, work


def test_words() -> None:
    assert ("1 h", "0 h", "3,272 h") == (hours(F(1, 4)), hours(F(0)), hours(F(3272)))
    assert ("50", "49 to 51") == (index(exactly(50)), index(Bounds(F(49), F(50), F(51))))
    assert ("2 of 3 (66 %)", "0 of 0 (0 %)", "500 of 1,000 (50 %)") == (of_all(2, 3), of_all(0, 0), of_all(500, 1000))
    told = [days(campaign("a", planned=one)) for one in (work(1), work(None), replace(work(3), until="election"))]
    assert ["1 day", "no date", "under way"] == told
    assert "over" == days(campaign("a", planned=replace(work(), until="over")))
