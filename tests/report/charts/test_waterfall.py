"""The index then and now with its three parts between, as the chart says it."""

from __future__ import annotations

from hustings.report.charts.waterfall import waterfall
from hustings.scoring.progress.comparison import compare
from scoring.progress.test_comparison_sentences import HIGH, LOW, NEW, OLD
from support.assessments import visits
from support.small_packs import DONT_KNOW, answers


def test_five_rows_from_then_to_now() -> None:
    chart = waterfall(compare(*visits(OLD, LOW, HIGH, newer=NEW)))
    assert ("waterfall", "510", "100") == (chart.kind, chart.width, chart.height)
    assert [
        ("30 November 2026", "39.0"),
        ("What the campaign did", "+5.5"),
        ("What the rubric changed", "+14.5"),
        ("What law or calendar changed", "0"),
        ("30 December 2026", "59.0"),
    ] == [(chart.words[at].text, chart.words[at + 1].text) for at in range(0, 10, 2)]
    assert (
        "30 November 2026: 39.0 out of 100. What the campaign did: +5.5. What the rubric changed: +14.5. "
        "What law or calendar changed: 0. 30 December 2026: 59.0 out of 100."
    ) == chart.alt


def test_what_was_lost_is_an_outline_and_what_was_gained_is_solid() -> None:
    gained, lost = (waterfall(compare(*visits(OLD, *two))) for two in ((LOW, HIGH), (HIGH, LOW)))
    outlines = [next(one.path for one in chart.shapes if one.stroke == "ink") for chart in (gained, lost)]
    assert "" == outlines[0]
    assert outlines[1].startswith("M")


def test_while_too_little_is_known_there_are_two_intervals() -> None:
    unknown = answers(x="much", a=DONT_KNOW, b=DONT_KNOW)
    chart = waterfall(compare(*visits(OLD, unknown, LOW)))
    assert ("40", "30 November 2026: 0.0 to 100.0. 30 December 2026: 39.0 to 39.0.") == (chart.height, chart.alt)
    assert 1 == sum(one.dash != "" for one in chart.shapes)
