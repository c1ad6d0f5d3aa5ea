"""The bars of an owner as one chart: every title, date and bar of the page, at the same days."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.charts.owner_gantt import DAYS, gantt_charts
from hustings.report.charts.primitives.drawing import moved
from support.report import town_report


def test_each_owner_has_a_chart_with_all_titles_and_bars() -> None:
    time = town_report().todo.in_time
    charts = tuple(gantt_charts(time))
    assert len(time.owners) == len(charts)
    for owner, chart in zip(time.owners, charts, strict=True):
        texts = [word.text for word in chart.words]
        assert {owner.title, owner.hours, *(line for row in owner.rows for line in row.lines)} <= set(texts)
        first = owner.rows[0].bar
        assert moved(first.shapes[1].path, DAYS, 28.4) in [shape.path for shape in chart.shapes]
        assert 28.4 + sum(float(row.bar.height) for row in owner.rows) < float(chart.height)


def test_its_words_say_whose_bars_they_are_and_the_hours_under_each_date() -> None:
    chart = next(gantt_charts(town_report().todo.in_time))
    assert (
        "Campaign manager: 1 step, 1 h. Days from 9 September 2026 to 13 October 2026. Hours from 9 Sep: 1 h. "
        "The days of each step stand in the table."
    ) == chart.alt


def test_without_steps_there_is_none() -> None:
    assert () == tuple(gantt_charts(replace(town_report().todo.in_time, head=None)))
