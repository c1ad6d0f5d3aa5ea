"""Other judgements: filled in the same band, hollow in another, and the same in words."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.report.charts.other_judgements import OtherChoice, other_judgements
from support.figures import figured as result


def test_another_choice_is_filled_in_the_same_band_and_hollow_in_another() -> None:
    known = result(30, (50, 50, 50), (50, 50, 50))
    chart = other_judgements(known, (OtherChoice("As printed", F(50), True), OtherChoice("Another", F(95), False)))
    assert chart is not None
    *_, filled, hollow = chart.shapes
    assert ("accent", 1) == (filled.fill, filled.path.count("a3.2 3.2 0 1 0 6.4"))
    assert ("paper", "ink", 1) == (hollow.fill, hollow.stroke, hollow.path.count("z"))
    assert ["start", "end"] == [word.anchor for word in chart.words if word.text in ("50.0", "95.0")]
    assert "As printed: 50.0, Exposed; Another: 95.0, Ready." == chart.alt
    assert other_judgements(known, ()) is None
