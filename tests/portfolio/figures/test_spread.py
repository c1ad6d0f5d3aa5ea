"""Quartiles between the figures in proportion, and columns of five points."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.portfolio.figures.spread import Quartiles, histogram, quartiles


def test_quartiles_lie_between_figures() -> None:
    assert Quartiles(F(0), F(15), F(30), F(45), F(60)) == quartiles([F(60), F(0), F(20), F(40)])
    assert Quartiles(F(7), F(7), F(7), F(7), F(7)) == quartiles([F(7)])


def test_a_hundred_is_in_the_last_column() -> None:
    counts = histogram([F(0), F(499, 100), F(5), F(100), F(99)])
    assert (20, 5, 2, 1, 2) == (len(counts), sum(counts), counts[0], counts[1], counts[-1])
