"""Shares: a bar and its number; what is not known is an outline; a long name takes two lines."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.report.charts.share_bars import PHONE, ShareRow, share_bars

LONG = "A name that is so long that it takes more than the one line that there is room for beside its bar"


def test_bars_and_outlines() -> None:
    chart = share_bars([ShareRow("Voter data.", F(1, 3), "5"), ShareRow(LONG, F(1, 2), dashed=True)], "campaigns")
    assert "Voter data: 33 %, campaigns 5." == chart.alt.partition(f" {LONG}")[0]
    assert ["paper", "accent"] == [chart.shapes[2].fill, chart.shapes[1].fill]
    assert {"campaigns", "33 %", "50 %", "5"} <= {one.text for one in chart.words}
    assert 13 + 19 + 19 + 11.4 + 1 == float(chart.height)
    assert "Voter data: 33 %, 5." == share_bars([ShareRow("Voter data.", F(1, 3), "5")]).alt


def test_on_a_phone_bars_stand_below_names() -> None:
    rows = [ShareRow(LONG, F(1, 2), "5"), ShareRow("Voter data.", F(1, 3))]
    chart = share_bars(rows, "campaigns", PHONE)
    assert ("300", share_bars(rows, "campaigns").alt) == (chart.width, chart.alt)
    name, percent = (next(one for one in chart.words if one.text == text) for text in ("Voter data.", "33 %"))
    assert (0, 11.4 + 2) == (float(name.x), round(float(percent.y) - float(name.y), 1))
    assert float(percent.y) < float(chart.height)
