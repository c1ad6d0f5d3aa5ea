"""The commonest gaps with what closes them, and the commonest unknowns with who may know."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.cli.portfolio.printed_report.common_gap_tables import commonest, not_known
from hustings.pack.model import Action
from hustings.report.formats.blocks import Table
from support.standings import campaign, gap, overview_of


def test_gaps_and_unknowns() -> None:
    made = overview_of(campaign("a", open_=["asked"], gaps=[gap("g"), gap("h", "low", None)], unknown=["q"]))
    actions = {"do_g": Action("do_g", "Write it down.", "", F(2), "boss", ())}
    made = replace(made, titles=replace(made.titles, actions=actions))
    (table,) = (block for block in commonest(made) if isinstance(block, Table))
    assert (
        ("1", "Write it down.", "Campaign manager", "High", "1", "2 h", "2 h"),
        ("2", "–", "–", "Low", "0", "–", "0 h"),
    ) == table.rows
    (asked,) = (block for block in not_known(made) if isinstance(block, Table))
    assert (("1", "Campaign manager", "Voter data", "1"),) == asked.rows
