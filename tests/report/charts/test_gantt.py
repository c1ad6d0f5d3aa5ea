"""A step on the days of the plan: its bar, its slack, the latest start; and the same in words."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.charts.gantt import LINE, ROW, gantt_head, gantt_row
from hustings.report.charts.primitives.day_axis import BALLOTS
from support.small_plans import planned


def test_a_bar_runs_from_the_start_until_it_works() -> None:
    _, plan = planned()
    step = replace(plan.steps[0], start=15, finish=30, latest_start=45)
    row = gantt_row(plan, step)
    _, slack, bar, dark = row.shapes
    assert "M57.5 2.8h57v8h-57z" == bar.path
    assert f"M{BALLOTS / 2:g} 6.8L171 6.8" == slack.path
    assert dark.path.endswith("M170.2 2.4h1.6v8.8h-1.6z")
    assert "Start 15 December 2026, in place 30 December 2026; latest start 14 January 2027." == row.alt


def test_a_stop_is_for_today_and_has_no_slack() -> None:
    _, plan = planned()
    row = gantt_row(plan, replace(plan.steps[0], kind="stop", start=0, finish=0, latest_start=0))
    assert "Start today, in place today." == row.alt
    assert 3 == len(row.shapes)
    assert "h3v8" in row.shapes[1].path  # it is wide enough to be seen


def test_a_row_is_as_high_as_its_title() -> None:
    _, plan = planned()
    assert (f"{ROW:g}", f"{ROW + LINE:g}") == tuple(gantt_row(plan, plan.steps[0], lines).height for lines in (1, 2))


def test_the_dates_stand_over_the_bars() -> None:
    _, plan = planned()
    assert ["30 Nov", "14 Dec", "28 Dec", "11 Jan", "25 Jan"] == [word.text for word in gantt_head(plan).words]
    assert "Days from 30 November 2026 to 29 January 2027." == gantt_head(plan).alt
