"""What the index rests on: five numbers on one axis, none over another."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.charts.decomposition import decomposition
from support.figures import figured as result


def test_the_index_is_taken_apart_on_one_axis() -> None:
    chart = decomposition(result(30, (50, 50, 70), (50, 50, 59)))
    assert chart is not None
    texts = [word.text for word in chart.words]
    assert {"30.0", "50.0", "70.0", "As far as proof carries", "Said, not shown", "Printed: 50 to 59"} <= set(texts)
    assert ["M0 15h153v13h-153z", "M153 15h102v13h-102z"] == [shape.path for shape in chart.shapes[:2]]
    assert (
        "As far as proof carries, the index is 30.0; as it was said, 50.0. If all that is open turned out well, it "
        "would be 70.0. No deal-breakers hold it at 59. Printed: 50.0 to 59.0." == chart.alt
    )


def test_numbers_that_would_touch_are_left_out_and_a_low_index_is_named_to_the_right() -> None:
    chart = decomposition(result(1, (2, 2, 3), (2, 2, 3)))
    assert chart is not None
    assert ["1.0"] == [word.text for word in chart.words if word.y == "10"]
    (printed,) = (word for word in chart.words if word.text == "Printed: 2 to 3")
    assert "start" == printed.anchor
    assert decomposition(replace(result(1, (2, 2, 3), (2, 2, 3)), provisional=True)) is None
