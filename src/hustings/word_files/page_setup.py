# ruff: noqa: PLC0415 - docx is heavy
"""The page setup of a DOCX file: paper, margins, headers and footers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hustings.messages import say

if TYPE_CHECKING:
    from docx.document import Document

SIZES = {"a4": (210, 297), "letter": (216, 279)}
SIDES, ENDS, EDGE = 22, 20, 10
"""Margins, and the distance of header and footer from the edge, in millimetres."""
FIELDS = {"\x01": "PAGE", "\x02": "NUMPAGES"}
"""Marks in a sentence that become fields of the word processor."""


def set_paper(page: Document, paper: str, *, landscape: bool, measure: int = 0) -> None:
    """Set paper size, orientation and margins; `measure`: the width of the text in millimetres, if it is given."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = page.sections[0]
    sides = [Mm(side) for side in SIZES[paper]]
    section.page_width, section.page_height = reversed(sides) if landscape else sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width = SIZES[paper][1 if landscape else 0]
    section.left_margin = section.right_margin = Mm((width - measure) / 2 if measure else SIDES)
    section.top_margin = section.bottom_margin = Mm(ENDS)
    section.header_distance = section.footer_distance = Mm(EDGE)


def text_width(page: Document) -> int:
    """The width between the margins, in the unit of the format (EMU)."""
    section = page.sections[0]
    return (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)


def add_header_and_footer(page: Document, head: tuple[str, str], foot: str) -> None:
    """Add a header with a left and a right text, and a footer with `foot` and the page number."""
    section = page.sections[0]
    for name in ("Header", "Footer"):
        _set_style(page, name)
    section.header.paragraphs[0].text = "\t".join(head)
    line = section.footer.paragraphs[0]
    line.add_run(f"{foot}\t")
    for piece in re.split("([\x01\x02])", say("Page {page} of {pages}", page="\x01", pages="\x02")):
        if piece in FIELDS:
            _field(line, FIELDS[piece])
        elif piece:
            line.add_run(piece)


def _set_style(page: Document, name: str) -> None:
    """Set a small font, and one tab stop at the right margin instead of the style's two."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    style: Any = page.styles[name]
    style.font.size = Pt(8)
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(text_width(page), WD_TAB_ALIGNMENT.RIGHT)


def _field(line: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"  # until it is counted
    run.append(text)
    field.append(run)
    line._p.append(field)  # noqa: SLF001 - fields have no other door
