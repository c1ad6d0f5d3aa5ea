"""Tables with rules between rows: a head on every page, and cells of several lines."""

from __future__ import annotations

import docx
from docx.oxml.ns import qn

from hustings.word_files.ruled_tables import add_ruled_table


def test_heads_rows_widths_and_a_caption() -> None:
    page = docx.Document()
    rows = (("1", "Do & <b>\nthen rest\x1b"), ("2", ""))
    add_ruled_table(page, ("No.", "What"), rows, (1, 3), caption='Data "privacy"', points=8.5)
    (table,) = page.tables
    assert [["No.", "What"], ["1", "Do & <b>\nthen rest"], ["2", ""]] == [
        [cell.text for cell in row.cells] for row in table.rows
    ]
    head, first, _ = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert first._tr.trPr.find(qn("w:cantSplit")) is not None
    assert 'Data "privacy"' == next(table._tbl.iter(qn("w:tblCaption"))).get(qn("w:val"))
    narrow, wide = (column.width for column in table.columns)
    assert (narrow, wide) != (None, None)
    assert 2.9 < (wide or 0) / (narrow or 1) < 3.1
    assert {8.5} == {run.font.size.pt for cell in first.cells for run in cell.paragraphs[0].runs if run.font.size}
