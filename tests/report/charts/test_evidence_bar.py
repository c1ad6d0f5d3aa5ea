"""What answers rest on: parts of one bar, each with its number where it fits."""

from __future__ import annotations

from hustings.report.charts.evidence_bar import WIDE, evidence_bar


def test_what_answers_rest_on_is_one_bar() -> None:
    chart = evidence_bar((1, 0, 2, 0, 1), "in words")
    assert chart is not None
    assert ["1", "2", "1"] == [word.text for word in chart.words]
    assert ["accent", "accent_light", "paper"] == [shape.fill for shape in chart.shapes]
    assert f"M0.4 0.6h{WIDE / 4 - 0.8:.1f}" in chart.shapes[0].path
    assert ("in words", "2 1.4") == (chart.alt, chart.shapes[2].dash)
    assert evidence_bar((0, 0), "") is None
