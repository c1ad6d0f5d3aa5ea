"""The verdict in words is the same as in the chart, and nothing is said twice."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.report.document.page_one.verdict_text import band_says, notes, verdict
from hustings.scoring.result import Bounds, Result
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def result(**changes: object) -> Result:
    return score(town(), answered(town(), {**TOWN, **changes}))


def test_one_number_or_an_interval_with_its_bands() -> None:
    assert "is Unprepared, and may be Exposed: between 28 and 45 out of 100." == verdict(result())
    assert "is Unprepared: 36.6 out of 100." == verdict(result(plan_drill="partly"))
    assert "stands between 28 and 45 out of 100." == verdict(replace(result(), provisional=True))
    exact = replace(result(), provisional=True, index=Bounds(F(28), F(28), F(28)))
    assert "stands at 28.0 out of 100." == verdict(exact)


def test_what_was_shown_is_said_unless_the_chart_says_it() -> None:
    found = replace(result(), assured=F(10))
    assert ["Counting only what somebody has shown, it is 10 (Unprepared)."] == notes(found)
    assert [] == notes(found, assured_shown=True)


def test_a_band_says_nothing_while_too_little_is_known() -> None:
    assert "" == band_says(replace(result(), provisional=True))
