"""Campaigns by what they are: the largest group first, and last those that did not say."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.portfolio.figures.groups import groups
from support.standings import campaign, work


def test_groups_by_office() -> None:
    latest = [
        campaign("a", 40, failed=["locked"], planned=work(needed=9, there=1)),
        campaign("b", 60),
        campaign("c", 10, office="state"),
        *(campaign(f"n{n}", office=None) for n in range(3)),
    ]
    told = [(g.value, g.campaigns, g.index.middle, g.failing, g.short) for g in groups(latest, "office")]
    assert [("town", 2, F(50), 1, 1), ("state", 1, F(10), 0, 0), (None, 3, F(50), 0, 0)] == told
    over = campaign("o", failed=["locked"], planned=replace(work(), until="over", days=None))
    assert [0] == [group.failing for group in groups([over], "office")], "its election is over, as page one counts"
    assert ["us us_ca"] == [group.value for group in groups(latest, "place")]
    assert ["few"] == [group.value for group in groups(latest, "size")]
