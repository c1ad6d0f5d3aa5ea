"""The verdict chart: no label covers another, whatever the interval; and every number is said in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from itertools import pairwise, product

from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.charts.verdict import assured_label, verdict
from hustings.scoring.result import Bounds, Result
from hustings.scoring.score import score
from support.report import TOWN, answered, town
from support.scoring import E1, LADDER, mini


def drawn(low: int, point: int, high: int, *, raw: int = 0, assured: int = 100) -> Drawing:
    result = score(town(), answered(town(), TOWN))
    index = Bounds(F(low), F(point), F(high))
    return verdict(replace(result, index=index, raw=replace(index, hi=F(raw or high)), assured=F(assured)))


def over(chart: Drawing) -> list[str]:
    return [each.text for each in chart.words if float(each.y) < 20]


def test_a_short_interval_is_packed_and_a_wide_one_said_at_its_ends() -> None:
    assert ["55", "to", "58"] == over(drawn(55, 55, 58))
    assert ["20", "80"] == over(drawn(20, 20, 80))
    assert ["50.0"] == over(drawn(50, 50, 50))


def test_the_cap_is_said_beside_it() -> None:
    assert ["55", "to", "59", "No deal-breakers hold it at 59."] == over(drawn(55, 55, 59, raw=65))
    note = next(each for each in drawn(70, 70, 79, raw=90).words if "hold it" in each.text)
    assert ("end", "alarm") == (note.anchor, note.fill)


def test_what_was_shown_has_a_label_where_there_is_room() -> None:
    far, near = drawn(80, 80, 85, assured=20), drawn(55, 55, 58, assured=50)
    assert "20 if only what was shown counts" in over(far)
    assert ["55", "to", "58"] == over(near)
    for chart in (far, near):
        assert any("l4.6 4.6" in shape.path for shape in chart.shapes)


def test_no_label_covers_another_or_leaves_the_measure() -> None:
    for low, wide in product(range(0, 101, 7), (0, 1, 4, 9, 40, 100)):
        for assured in (0, low // 2, low):
            chart = drawn(low, low, min(low + wide, 100), raw=100, assured=assured)
            spans = sorted(each.span for each in chart.words if float(each.y) < 20)
            assert all(first[1] <= second[0] + 0.1 for first, second in pairwise(spans))
            assert all(start >= -0.6 and end <= 510.6 for start, end in spans)


def capped() -> Result:
    raw = {name: LADDER[value] if "_c" in name else float(value) for name, value in E1.items()}
    more = {"p_c1": "partly", "f_c1": "fully", "f_c2": "fully", "p_c2": "fully"}
    return score(mini(), answered(mini(), {**raw, **more}))


def test_the_words_hold_every_number() -> None:
    found = verdict(capped())
    assert found.alt.startswith("Readiness index at 59.0 on a scale from 0 to 100. A deal-breaker holds it at 59. ")
    assert "Counting only what somebody has shown, it is 33 (Unprepared)." in found.alt
    assert found.alt.endswith("Bands: Unprepared from 0, Exposed from 40, Guarded from 60 and Ready from 80.")
    assert "33 if only what was shown counts" == assured_label(capped())
