"""Who needs help first: a deal-breaker that fails, few weeks, few hours; and who is no longer to be helped."""

from __future__ import annotations

from dataclasses import replace

from hustings.portfolio.figures.attention import by_need, days_left, is_short_of_hours, is_soon, urgency
from support.standings import campaign, work


def test_the_order() -> None:
    over = campaign("over", failed=["locked"], planned=replace(work(), until="over", days=None))
    calm, asked = campaign("calm"), campaign("asked", open_=["asked"], planned=work(3))
    late, near = (
        campaign("late", failed=["locked"], planned=work(60)),
        campaign("near", failed=["locked"], planned=work(9)),
    )
    short = campaign("short", failed=["locked"], planned=work(10, needed=10, there=4))
    worse = campaign("worse", failed=["locked", "asked"], planned=work(12))
    undated = campaign("undated", failed=["locked"], planned=work(None))
    ranked = by_need([over, calm, asked, late, near, short, worse, undated])
    expected = ["short", "worse", "near", "late", "undated", "asked", "calm", "over"]
    assert expected == [one.about.campaign for one in ranked]


def test_near_ballots_come_before_a_few_days_later_in_the_same_week() -> None:
    """Page one counts those with thirty days or fewer: none of them stands below one with more."""
    later = campaign("later", failed=["locked"], planned=work(34, needed=10, there=0))
    near = campaign("near", failed=["locked"], planned=work(30, needed=10, there=20))
    assert ["near", "later"] == [one.about.campaign for one in by_need([later, near])]


def test_what_is_said_of_one() -> None:
    near = campaign("a", failed=["locked"], planned=work(30, needed=10, there=4))
    assert ("fails", True, True, 30) == (urgency(near), is_soon(near), is_short_of_hours(near), days_left(near))
    bare = replace(campaign("b"), work=None)
    assert ("none", False, False, 90) == (urgency(bare), is_soon(bare), is_short_of_hours(bare), days_left(bare))
    assert "open" == urgency(campaign("c", open_=["asked"]))
    assert not is_soon(campaign("d", failed=["locked"], planned=work(31)))
