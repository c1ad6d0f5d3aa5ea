"""Who needs help first: campaigns in the order in which somebody should look at them.

First those with a deal-breaker that is known to fail, then those with an open one, then the others. Within each, those
whose ballots are near, and the fewer weeks are left the earlier; then the more of the hours that are needed are
lacking, and the more deal-breakers fail. A campaign whose election is over comes last.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from hustings.portfolio.figures.standing import Standing
from hustings.scoring.plan.dates.team_capacity import WEEK
from hustings.scoring.plan.make_plan import ASSUMED_DAYS

SOON = 30
"""Days to the first ballots within which a deal-breaker that fails is a matter of this week."""
Urgency = Literal["fails", "open", "none", "over"]
_ORDER: dict[Urgency, int] = {"fails": 0, "open": 1, "none": 2, "over": 3}


def by_need(latest: Iterable[Standing]) -> tuple[Standing, ...]:
    """The campaigns, the one that needs help first before the others."""
    return tuple(sorted(latest, key=_rank))


def urgency(one: Standing) -> Urgency:
    """Why a campaign needs help: a deal-breaker fails, or nobody knows of one."""
    if one.work is not None and one.work.until == "over":
        return "over"
    return "fails" if one.failed else "open" if one.open else "none"


def days_left(one: Standing) -> int:
    """Days to its ballots; as many as a plan assumes if no date is known."""
    days = None if one.work is None else one.work.days
    return ASSUMED_DAYS if days is None else days


def is_soon(one: Standing) -> bool:
    """Whether a deal-breaker fails and the ballots are near."""
    return urgency(one) == "fails" and days_left(one) <= SOON


def is_short_of_hours(one: Standing) -> bool:
    """Whether a campaign's plan takes more hours than its team has until its last day."""
    return one.work is not None and one.work.lacking > 0


def _rank(one: Standing) -> tuple[int, bool, int, Fraction, int, Fraction, str]:
    weeks = days_left(one) // WEEK
    lacking = Fraction(0) if one.work is None or not one.work.needed else one.work.lacking / one.work.needed
    return (
        _ORDER[urgency(one)],
        days_left(one) > SOON,
        weeks,
        -lacking,
        -len(one.failed),
        one.index.pt,
        one.about.campaign,
    )
