"""The charts of a portfolio: index, areas, deal-breakers."""

from __future__ import annotations

from dataclasses import replace

from hustings.cli.portfolio.printed_report.spread_charts import spread_charts
from hustings.report.formats.blocks import Picture, Text
from support.standings import campaign, overview_of


def test_three_charts_and_what_is_provisional() -> None:
    one = replace(campaign("a", 20, failed=["locked"]), provisional=True)
    blocks = list(spread_charts(overview_of(one, campaign("b", 80))))
    assert ["histogram", "spread", "shares"] == [block.chart.kind for block in blocks if isinstance(block, Picture)]
    (note,) = (block.text for block in blocks if isinstance(block, Text))
    assert note.startswith("In 1 of 2 too little is known for one number;")
    assert note.endswith("Where a deal-breaker fails, the index ends at its cap: so many stand together below one.")
    shares = blocks[-1]
    assert isinstance(shares, Picture)
    assert "Accounts are locked: 50 %, fails, open 1, 0." == shares.chart.alt
