"""The days of a plan across a chart."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.charts.primitives.day_axis import BALLOTS, columns, day_label, day_x, last_day
from support.small_plans import planned


def test_days_lie_on_one_axis() -> None:
    _, plan = planned()
    assert (0, BALLOTS / 2, BALLOTS) == tuple(day_x(plan, day) for day in (0, plan.days / 2, plan.days))
    assert 1 >= day_x(replace(plan, days=0), 0)


def test_there_is_a_column_for_each_week_or_for_more_where_dates_would_touch() -> None:
    _, plan = planned()
    assert (0, 14, 28, 42, 56) == columns(plan)
    assert (0, 7, 14) == columns(replace(plan, days=20))
    assert 6 >= len(columns(replace(plan, days=500)))


def test_days_have_names() -> None:
    _, plan = planned()
    assert ("30 Nov", "All done by 29 Jan") == (day_label(plan, 0), last_day(plan))
    assert ("day 4", "All done by day 60") == (day_label(replace(plan, on=None), 4), last_day(replace(plan, on=None)))
