# ruff: noqa: PLC0415 - docx is heavy
"""Tables of a DOCX file, with rows tall enough for handwriting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hustings.text import harmless
from hustings.word_files.page_setup import text_width

if TYPE_CHECKING:
    from docx.document import Document

SHADE = "E6EBEF"
TALL = 10
"""The height of a row for handwriting, in millimetres."""
SHORT = 9
"""Rows that are kept together."""


def add_table(
    page: Document, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], shares: tuple[int, ...] = ()
) -> Any:
    """Add a table whose header row is repeated on each page; no row is split across pages.

    `shares`: the relative widths of the columns.
    """
    from docx.shared import Pt

    page.paragraphs[-1].paragraph_format.space_after = Pt(8)
    table = page.add_table(rows=1, cols=len(columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        _head(cell, column)
    _add_property(table.rows[0], "w:tblHeader")
    for row in rows:
        _row(table, row)
    _set_widths(table, shares or (1,) * len(columns), text_width(page))
    _set_spacing(table)
    page.add_paragraph("")
    return table


def _head(cell: Any, text: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    cell.paragraphs[0].add_run(harmless(text)).bold = True
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), SHADE)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - shading has no other door


def _row(table: Any, cells: tuple[str, ...]) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row = table.add_row()
    for cell, text in zip(row.cells, cells, strict=True):
        cell.text, cell.vertical_alignment = harmless(text), WD_ALIGN_VERTICAL.CENTER
    _add_property(row, "w:cantSplit")
    if not all(cells):
        row.height, row.height_rule = Mm(TALL), WD_ROW_HEIGHT_RULE.AT_LEAST


def _set_spacing(table: Any) -> None:
    """Set small spacing; a short table stays on one page."""
    from docx.shared import Pt

    rows = list(table.rows)
    for number, row in enumerate(rows, start=1):
        for line in (line for cell in row.cells for line in cell.paragraphs):
            line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
            line.paragraph_format.keep_with_next = number < len(rows) <= SHORT


def _add_property(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - so here


def _set_widths(table: Any, shares: tuple[int, ...], width: int) -> None:
    """Set the widths of columns and of cells, because word processors differ in which they use."""
    table.autofit = False
    for number, share in enumerate(shares):
        column_width = width * share // sum(shares)
        table.columns[number].width = column_width
        for cell in table.columns[number].cells:
            cell.width = column_width
