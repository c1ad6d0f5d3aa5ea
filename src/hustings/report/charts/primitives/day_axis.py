"""The days of the plan from left to right: one axis for the curve of the index and for the bars below it."""

from __future__ import annotations

from math import ceil

from hustings.messages import say, short_date
from hustings.scoring.plan.dates.team_capacity import WEEK
from hustings.scoring.plan.steps import Plan

WIDE, BALLOTS = 236.0, 228.0
"""The width of the axis, and where on it the last day of the plan lies."""
MOST_COLUMNS = 6


def day_x(plan: Plan, day: float) -> float:
    """Where a day lies, in points from the left of the axis."""
    return BALLOTS * day / max(plan.days, 1)


def columns(plan: Plan) -> tuple[int, ...]:
    """The first days of the columns: each week, or of so many weeks that a date fits over each."""
    weeks = ceil(max(plan.days, 1) / WEEK / MOST_COLUMNS)
    return tuple(range(0, max(plan.days, 1), WEEK * weeks))


def day_label(plan: Plan, day: int) -> str:
    """A day over a column."""
    on = plan.date_of(day)
    return say("day {n}", n=day) if on is None else short_date(on)


def last_day(plan: Plan) -> str:
    """The last day of the plan, in words."""
    return say("All done by {day}", day=day_label(plan, plan.days))
