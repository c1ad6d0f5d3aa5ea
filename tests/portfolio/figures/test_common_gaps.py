"""What many have in common: counted, the most common first, with the hours that close it."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.portfolio.figures.common_gaps import common_gaps, common_unknowns, failing_gates
from support.standings import campaign, gap

LATEST = [
    campaign("a", failed=["locked"], open_=["asked"], gaps=[gap("g", "low"), gap("h")], unknown=["q"]),
    campaign("b", failed=["locked"], gaps=[gap("g", "critical", 4), gap("i", hours=None)], unknown=["q", "r"]),
    campaign("c", open_=["asked"], gaps=[gap("g", "low")], unknown=["r"]),
]


def test_gaps() -> None:
    first, second, third = common_gaps(LATEST)
    assert ("g", 3, F(1), "critical", 1) == (first.question, first.campaigns, first.share, first.severity, first.grave)
    assert ("do_g", F(2), F(8)) == (first.action, first.each, first.hours)
    assert ["h", "i"] == [second.question, third.question]
    assert ("", None, F(0)) == (third.action, third.each, third.hours)


def test_unknowns_and_deal_breakers() -> None:
    told = [(one.question, one.campaigns, one.share, one.undecided) for one in common_unknowns(LATEST)]
    assert [("q", 2, F(2, 3), 1), ("r", 2, F(2, 3), 1)] == told
    assert (("locked", 2, 0), ("asked", 0, 2)) == failing_gates(LATEST)
