"""No mark and no word of a chart is cut by the edge of the sheet that it is drawn on."""

from __future__ import annotations

from fractions import Fraction

import pytest

from hustings.report.charts.other_judgements import OtherChoice, other_judgements
from support import campaign_ai
from support.figures import figured
from support.frames import drawings, outside
from support.report import report_of, worked_report

REPORTS = ("attacked_unready", "school_board_in_order", "statewide_full", "statewide_full_largely")


def test_a_mark_at_either_end_of_the_bands_is_whole() -> None:
    ends = (OtherChoice("All", Fraction(100), True), OtherChoice("None", Fraction(0), False))
    chart = other_judgements(figured(30, (50, 50, 50), (50, 50, 50)), ends)
    assert chart is not None
    assert [] == outside(chart)


@pytest.mark.slow
@pytest.mark.parametrize("name", REPORTS)
def test_the_charts_of_worked_reports(name: str) -> None:
    found = tuple(drawings(worked_report(name)))
    assert len(found) > 8
    assert [] == [line for chart in found for line in outside(chart)]


@pytest.mark.slow
def test_the_charts_of_a_report_without_answers() -> None:
    assert [] == [line for chart in drawings(report_of(campaign_ai.edition("standard"), {})) for line in outside(chart)]
