"""Tables in a Word file: room to write, and a head on every page."""

from __future__ import annotations

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn

from support.kit import made, reopened


def test_a_log_has_tall_rows_wide_columns_and_a_head_on_every_page() -> None:
    read = reopened(made("incident_log"))
    (table,) = read.tables
    head, *rows = table.rows
    assert "When" == head.cells[0].text
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert 12 <= len(rows)
    for row in rows:
        assert (10, WD_ROW_HEIGHT_RULE.AT_LEAST) == (round(row.height.mm), row.height_rule)
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    section = read.sections[0]
    between = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    widths = [cell.width for cell in rows[0].cells]
    assert between - 7 <= sum(filter(None, widths)) <= between
    assert widths[1] > 2 * widths[0]
    assert widths == [column.width for column in table.columns]
