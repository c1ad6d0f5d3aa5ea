"""What every chapter asks: how a gain is said."""

from __future__ import annotations

from fractions import Fraction

from hustings.report.document.context import gain_text
from hustings.report.document.phrases import points


def test_points_and_gains() -> None:
    assert ("1 point", "2.5 points") == (points(Fraction(1)), points(Fraction(5, 2)))
    assert gain_text(Fraction(2)) == "+2 points"
    assert gain_text(Fraction(0), Fraction(3)) == "+3 points"
    assert gain_text(Fraction(1, 50)) == "under 0.1 point"
    assert gain_text(Fraction(0)) == "no points alone"
