"""Where marks and labels of the charts stand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hustings.report.charts.positions import domain_chart, index_chart
from hustings.scoring.result import Bounds
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def test_marks_stand_where_the_figures_say() -> None:
    result = score(town(), answered(town(), TOWN))
    exact = replace(result, index=Bounds(Fraction(40), Fraction(50), Fraction(60)))
    chart = index_chart(exact)
    assert (chart.from_x, chart.to_x, chart.width, chart.point_x) == ("210", "310", "100", "260")
    assert chart.alt == (
        "Readiness index between 40 and 60 on a scale from 0 to 100. "
        "Bands: Unprepared from 0, Exposed from 40, Guarded from 60, Ready from 80."
    )
    assert [(band.title, band.x, band.width) for band in chart.bands] == [
        ("Unprepared", "10", "200"),
        ("Exposed", "210", "100"),
        ("Guarded", "310", "100"),
        ("Ready", "410", "100"),
    ]


def test_a_mark_is_never_too_thin_to_see_nor_off_the_scale() -> None:
    result = score(town(), answered(town(), TOWN))
    top = index_chart(replace(result, index=Bounds(Fraction(100), Fraction(100), Fraction(100))))
    assert (top.from_x, top.to_x, top.width) == ("506", "510", "4")


def test_labels_of_a_short_interval_stand_side_by_side() -> None:
    result = score(town(), answered(town(), TOWN))
    near = index_chart(replace(result, index=Bounds(Fraction(56), Fraction(56), Fraction(58))))
    assert (near.from_label_x, near.to_label_x) == ("277", "313")
    edge = index_chart(replace(result, index=Bounds(Fraction(99), Fraction(99), Fraction(100))))
    assert (edge.from_label_x, edge.to_label_x) == ("474", "510")


def test_domain_bar_with_its_tick() -> None:
    result = score(town(), answered(town(), TOWN))
    shape = replace(
        result.domains[0],
        maturity=Bounds(Fraction(1, 2), Fraction(1, 2), Fraction(3, 4)),
        required=Bounds(Fraction(9, 10), Fraction(9, 10), Fraction(9, 10)),
    )
    chart = domain_chart(shape)
    assert (chart.sure_width, chart.maybe_x, chart.maybe_width, chart.tick_x) == ("250", "250", "125", "450")
    assert chart.alt == "Voter data: 50 % in place, perhaps up to 75 %; 90 % asked for"
