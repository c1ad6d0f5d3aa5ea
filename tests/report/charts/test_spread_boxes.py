"""A row for each area: where half lie in words, and all five numbers in its sentence."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.report.charts.spread_boxes import SpreadRow, spread_boxes


def test_a_row() -> None:
    chart = spread_boxes([SpreadRow("Voter data", (F(0), F(100)), (F(161, 10), F(59)), F(36))])
    assert {"Voter data", "16 and 59", "half lie between"} <= {one.text for one in chart.words}
    assert "Voter data: from 0.0 to 100.0; half lie between 16.1 and 59.0, the middle is 36.0." == chart.alt
    assert "39" == chart.height
