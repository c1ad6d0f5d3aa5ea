"""How far each safeguard is: rows grow with their names, marks differ in shape, half a page holds it."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.charts.safeguard_ladder import HIGHEST, Rung, ladder, level

GAP = Rung("A page for the night of a leak", F(3, 10), F(7, 10), "high", "High", "+1.5 points")
GOOD = Rung("No open links", F(7, 10), F(7, 10))


def drawn(missing: tuple[Rung, ...], placed: tuple[Rung, ...] = ()) -> Drawing:
    chart = ladder(missing, placed)
    assert chart is not None
    return chart


def test_a_row_shows_what_is_there_what_lacks_and_what_is_asked_for() -> None:
    chart = drawn((GAP,))
    paths = {(shape.fill, shape.stroke): shape.path for shape in chart.shapes}
    assert "M276 19.8h51.6v9h-51.6z" == paths["accent", ""]
    assert "M327.6 19.8h68.8v9h-68.8z" == paths["accent_light", "quiet"]
    assert {"none", "partly", "largely", "fully", "High", "+1.5 points", GAP.name} <= {
        word.text for word in chart.words
    }


def test_what_is_in_place_stands_below_where_there_is_room() -> None:
    assert "No open links" in [word.text for word in drawn((GAP,), (GOOD,)).words]
    many = drawn((GAP,) * 15, (GOOD,))
    assert "No open links" not in [word.text for word in many.words]
    assert many.alt.endswith("In place: No open links.")


def test_it_takes_half_a_page_at_most_and_says_all() -> None:
    chart = drawn((GAP,) * 40)
    assert HIGHEST >= float(chart.height)
    assert 40 == chart.alt.count("A page for the night of a leak")
    assert ladder((), (GOOD,)) is None


def test_a_long_name_wraps_and_its_row_grows() -> None:
    long = Rung("A safeguard with a name that is much longer than the column for it is wide", F(0), F(1), "low", "Low")
    assert 2 == len(long.lines)
    assert float(drawn((long,)).height) > float(drawn((GAP,)).height)


def test_each_severity_has_a_shape() -> None:
    for rank, mark in (("critical", "l4.4 4.4"), ("high", "h8l-4"), ("medium", "a3.1"), ("low", "a3 3")):
        chart = drawn((Rung("A name", F(0), F(1), rank, rank),))  # type: ignore[arg-type]
        assert [mark in shape.path for shape in chart.shapes[-4:]].count(True) == 1


def test_a_value_is_a_step_or_a_share() -> None:
    assert ("none", "largely", "0.55") == (level(F(0)), level(F(7, 10)), level(F(11, 20)))
