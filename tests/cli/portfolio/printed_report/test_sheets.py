"""The sheets: one row a campaign with all its figures, cut and never rounded; names only if asked for."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.cli.portfolio.printed_report.sheets import cut, sheets
from support.standings import campaign, gap, overview_of


def test_each_sheet_has_as_many_columns_as_cells() -> None:
    one = campaign("a", failed=["locked"], gaps=[gap("g", hours=None)], unknown=["q"], name="Ann")
    made = list(sheets(overview_of(one, named=True)))
    assert ["Campaigns", "Gaps", "Not known", "Deal-breakers", "Groups"] == [sheet.title for sheet in made]
    assert all(len(row) == len(sheet.columns) for sheet in made for row in sheet.rows)
    assert "Ann" in made[0].rows[0]
    assert not any("Ann" in row for sheet in sheets(overview_of(one)) for row in sheet.rows)


def test_figures_are_cut() -> None:
    assert 66.66 == cut(F(200, 3))
