"""What it was made with, and what was left out."""

from __future__ import annotations

from dataclasses import replace

from hustings.cli.portfolio.printed_report.method_notes import how_made
from hustings.report.formats.blocks import Text
from support.standings import campaign, overview_of


def test_what_was_left_out_is_counted() -> None:
    made = replace(overview_of(campaign("a")), left_out=2)
    last = list(how_made(made))[-1]
    assert isinstance(last, Text)
    assert "p 1.0.0. Campaigns are named by the beginning of their key;" in last.text
    assert last.text.endswith("2 assessments are left out: their packs cannot be read, or nothing of them applies.")
    assert not any("key" in getattr(block, "text", "") for block in how_made(overview_of(campaign("a"), named=True)))
