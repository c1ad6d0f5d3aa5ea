"""The three charts of “How sure this is”: what the index rests on, what was shown, and other judgements."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.report.charts.decomposition import decomposition
from hustings.report.charts.evidence_bar import WIDE, evidence_bar
from hustings.report.charts.other_judgements import OtherChoice, other_judgements
from hustings.scoring.result import Bounds, Result
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def result(assured: int, raw: tuple[int, int, int], index: tuple[int, int, int]) -> Result:
    found = score(town(), answered(town(), TOWN))
    ends = [Bounds(*(F(end) for end in three)) for three in (raw, index)]
    return replace(found, assured=F(assured), raw=ends[0], index=ends[1], provisional=False)


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


def test_what_answers_rest_on_is_one_bar() -> None:
    chart = evidence_bar((1, 0, 2, 0, 1), "in words")
    assert chart is not None
    assert ["1", "2", "1"] == [word.text for word in chart.words]
    assert ["accent", "accent_light", "paper"] == [shape.fill for shape in chart.shapes]
    assert f"M0.4 0.6h{WIDE / 4 - 0.8:.1f}" in chart.shapes[0].path
    assert ("in words", "2 1.4") == (chart.alt, chart.shapes[2].dash)
    assert evidence_bar((0, 0), "") is None


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
