"""Shares: a bar and its number; what is not known is an outline; a long name takes two lines."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.report.charts.share_bars import ShareRow, share_bars

LONG = "A name that is so long that it takes more than the one line that there is room for beside its bar"


def test_bars_and_outlines() -> None:
    chart = share_bars([ShareRow("Voter data.", F(1, 3), "5"), ShareRow(LONG, F(1, 2), dashed=True)], "campaigns")
    assert "Voter data: 33 %, campaigns 5." == chart.alt.partition(f" {LONG}")[0]
    assert ["paper", "accent"] == [chart.shapes[2].fill, chart.shapes[1].fill]
    assert {"campaigns", "33 %", "50 %", "5"} <= {one.text for one in chart.words}
    assert 13 + 19 + 19 + 11.4 + 1 == float(chart.height)
    assert "Voter data: 33 %, 5." == share_bars([ShareRow("Voter data.", F(1, 3), "5")]).alt
