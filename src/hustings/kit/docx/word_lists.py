"""Lists of a DOCX file as a word processor knows them: they hang, go on when somebody adds a line, and begin at 1.

A style's own numbers go on from list to list, so each numbered list gets a numbering of its own.
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
"""A box to tick in the place of a bullet."""


def listed(page: Document, kind: str, lines: tuple[str, ...]) -> list[Paragraph]:
    """A list of kind `list`, `steps` or `ticks` at the end of the page."""
    from docx.shared import Pt

    number = {"steps": _from_one, "ticks": _boxes}.get(kind, _as_styled)(page) if lines else None
    drawn = [_line(page, line, STYLES[kind], number) for line in lines]
    for last in drawn[-1:]:
        last.paragraph_format.space_after = Pt(7)
    return drawn


def _line(page: Document, text: str, style: str, number: int | None) -> Paragraph:
    from docx.shared import Pt

    line = page.add_paragraph(text, style=style)
    line.paragraph_format.space_after = Pt(3)
    _contextual(line)
    if number is not None:
        counted = line._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - numbering has no other door
        counted.get_or_add_ilvl().val, counted.get_or_add_numId().val = 0, number
    return line


def _contextual(line: Paragraph) -> None:
    """The style would let the lines of a list stick together."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    apart = OxmlElement("w:contextualSpacing")
    apart.set(qn("w:val"), "0")
    line._p.get_or_add_pPr().append(apart)  # noqa: SLF001 - so here


def _as_styled(_page: Document) -> None:
    return None


def _numbering(page: Document) -> Any:
    return page.part.numbering_part.element


def _from_one(page: Document) -> int:
    """A numbering that looks like the style's and begins at 1; its number."""
    numbering = _numbering(page)
    styled = page.styles[STYLES["steps"]].element.pPr.numPr.numId.val
    own = numbering.add_num(numbering.num_having_numId(styled).abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(own.numId)


def _boxes(page: Document) -> int:
    """A numbering that puts a box before each line; its number."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    numbering = _numbering(page)
    taken = [int(one.get(qn("w:abstractNumId"))) for one in numbering.iter(qn("w:abstractNum"))]
    fresh = max(taken) + 1
    numbering.insert(0, parse_xml(BOX.format(id=fresh)))
    return int(numbering.add_num(fresh).numId)
