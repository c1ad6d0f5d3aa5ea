"""The interval in three parts, one after the other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.report.charts.open_votes import open_votes
from hustings.scoring.result import Bounds
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def test_the_part_that_nobody_knows_lies_between_those_of_the_votes() -> None:
    result = replace(score(town(), answered(town(), TOWN)), index=Bounds(F(20), F(20), F(60)))
    chart = open_votes(result, Bounds(F(30), F(30), F(50)), "Said.")
    *_, outlined, solid = chart.shapes
    assert "M102 5h51v10h-51zM255 5h51v10h-51z" == outlined.path
    assert ("M153 4h102v12h-102z", "Said.") == (solid.path, chart.alt)
