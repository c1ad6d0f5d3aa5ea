"""The chapter about what has changed."""

from __future__ import annotations

from hustings.cli.portfolio.printed_report.changes import changes
from hustings.report.formats.markdown import markdown
from support.standings import campaign, overview_of


def test_what_changed() -> None:
    text = markdown(
        tuple(changes(overview_of(campaign("a", 60), before=[campaign("a", 40, failed=["locked"], latest=False)])))
    )
    assert "One of 1 campaigns with an earlier assessment has risen" in text
    assert "Half of them changed by +20.0 to +20.0 points, the middle by +20.0." in text
    fell = overview_of(campaign("b", 30), before=[campaign("b", 40, latest=False)])
    assert "1 fell and 0 stayed. Half of them changed by -10.0 to -10.0 points" in markdown(tuple(changes(fell)))
    assert "1 deal-breaker that failed no longer does." in text
