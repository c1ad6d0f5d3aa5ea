# ruff: noqa: PLC0415 - docx is heavy
"""Real lists of a DOCX file: indented, continued when somebody adds a line, and starting at 1.

The numbering of a style continues from list to list, so each numbered list gets its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

STYLES = {"list": "List Bullet", "steps": "List Number", "ticks": "List Bullet"}
BOX = """\
<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:abstractNumId="{id}">
<w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="☐"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>
<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol" w:hint="default"/></w:rPr>
</w:lvl></w:abstractNum>"""
"""A numbering with a box to tick as the bullet."""


def add_list(page: Document, kind: str, lines: tuple[str, ...]) -> list[Paragraph]:
    """A list of kind `list`, `steps` or `ticks` at the end of the page."""
    from docx.shared import Pt

    number = {"steps": _numbering_from_one, "ticks": _box_numbering}.get(kind, _no_numbering)(page) if lines else None
    paragraphs = [_line(page, line, STYLES[kind], number) for line in lines]
    for last in paragraphs[-1:]:
        last.paragraph_format.space_after = Pt(7)
    return paragraphs


def _line(page: Document, text: str, style: str, number: int | None) -> Paragraph:
    from docx.shared import Pt

    line = page.add_paragraph(text, style=style)
    line.paragraph_format.space_after = Pt(3)
    _allow_spacing(line)
    if number is not None:
        numbering = line._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - numbering has no other door
        numbering.get_or_add_ilvl().val, numbering.get_or_add_numId().val = 0, number
    return line


def _allow_spacing(line: Paragraph) -> None:
    """Allow space between the lines of a list, which the style suppresses."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    spacing = OxmlElement("w:contextualSpacing")
    spacing.set(qn("w:val"), "0")
    line._p.get_or_add_pPr().append(spacing)  # noqa: SLF001 - so here


def _no_numbering(_page: Document) -> None:
    return None


def _numbering(page: Document) -> Any:
    return page.part.numbering_part.element


def _numbering_from_one(page: Document) -> int:
    """Add a numbering that looks like the style's and starts at 1; its id."""
    numbering = _numbering(page)
    style_number = page.styles[STYLES["steps"]].element.pPr.numPr.numId.val
    own_number = numbering.add_num(numbering.num_having_numId(style_number).abstractNumId.val)
    own_number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(own_number.numId)


def _box_numbering(page: Document) -> int:
    """Add a numbering with a box before each line; its id."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    numbering = _numbering(page)
    ids = [int(element.get(qn("w:abstractNumId"))) for element in numbering.iter(qn("w:abstractNum"))]
    new_id = max(ids) + 1
    numbering.insert(0, parse_xml(BOX.format(id=new_id)))
    return int(numbering.add_num(new_id).numId)
