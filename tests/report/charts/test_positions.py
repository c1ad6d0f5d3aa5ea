"""Where the marks of the bar of a domain stand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hustings.report.charts.positions import domain_chart
from hustings.scoring.result import Bounds
from hustings.scoring.score import score
from support.report import TOWN, answered, town


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
