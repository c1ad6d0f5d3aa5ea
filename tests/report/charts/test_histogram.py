"""Columns over the scale: each number is at its column, and the sentence has all of them."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.report.charts.histogram import NamedBand, histogram_chart
from hustings.report.charts.primitives.drawing import Word

BANDS = (NamedBand("Exposed", 0, 3), NamedBand("Guarded", 60, 1))


def test_columns_bands_and_the_median_are_said() -> None:
    chart = histogram_chart((2, 0, 0, 0, 1, 0, 0, 0, 0, 1), BANDS, F(121, 10))
    texts = [one.text for one in chart.words]
    assert ["half are below 12", "2", "1", "1"] == texts[:4]
    assert {"Exposed", "from 0: 3 campaigns", "from 60: 1 campaign"} <= set(texts)
    said = (
        "Readiness index of 4 campaigns: 3 in Exposed (from 0) and 1 in Guarded (from 60). Half of them are below 12.1."
    )
    assert said == chart.alt


def test_the_words_of_a_high_median_stand_to_its_left_and_a_number_beside_its_line() -> None:
    chart = histogram_chart((0,) * 19 + (7,), BANDS, F(975, 10))
    assert "end" == chart.words[0].anchor
    beside = [(one.anchor, one.x) for at in (97, 98) for one in of_one_column(at) if one.text == "7"]
    assert [("start", f"{97 * 5.1 + 3:g}"), ("end", f"{98 * 5.1 - 3:g}")] == beside


def of_one_column(middle: int) -> tuple[Word, ...]:
    return histogram_chart((0,) * 19 + (7,), BANDS, F(middle)).words
