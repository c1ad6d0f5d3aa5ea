# ruff: noqa: PLC0415 - docx is heavy
"""Tables of a DOCX file with rules between rows, as a report has them: written at once, because they are long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from hustings.text import harmless
from hustings.word_files.page_setup import text_width

if TYPE_CHECKING:
    from docx.document import Document

TWIP = 635
"""The unit of the format for widths, in that of its pictures (EMU)."""
RULE, HEAD_RULE = "C3CCD6", "1B2430"
LOOK = (
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)
BORDERS = (
    f'<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="{RULE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:color="{RULE}"/></w:tblBorders>'
)
HEAD_BORDER = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{HEAD_RULE}"/></w:tcBorders>'


def add_ruled_table(
    page: Document,
    heads: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    shares: tuple[int, ...],
    *,
    caption: str,
    points: float,
) -> None:
    """Add a table whose header row is repeated on each page; no row is split. `caption` is for screen readers."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    widths = [text_width(page) * share // sum(shares) // TWIP for share in shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{BORDERS}{LOOK}'
        f"<w:tblCaption w:val={quoteattr(harmless(caption))}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{_row(heads, widths, points, head=True)}"
        f"{''.join(_row(row, widths, points) for row in rows)}</w:tbl>"
    )
    after: Any = page.add_paragraph("")
    after._p.addprevious(parse_xml(table))  # noqa: SLF001 - tables of this kind have no other door


def _row(cells: tuple[str, ...], widths: list[int], points: float, *, head: bool = False) -> str:
    kind = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{kind}</w:trPr>{''.join(_cells(cells, widths, points, head=head))}</w:tr>"


def _cells(cells: tuple[str, ...], widths: list[int], points: float, *, head: bool) -> Iterator[str]:
    look = f'<w:rPr>{"<w:b/>" if head else ""}<w:sz w:val="{round(points * 2)}"/></w:rPr>'
    for text, width in zip(cells, widths, strict=True):
        lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in harmless(text).split("\n"))
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{HEAD_BORDER if head else ""}</w:tcPr>'
            f'<w:p><w:pPr>{"<w:keepNext/>" if head else ""}<w:spacing w:after="0"/></w:pPr>'
            f"<w:r>{look}{lines}</w:r></w:p></w:tc>"
        )
