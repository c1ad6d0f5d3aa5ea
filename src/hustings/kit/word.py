"""A composed text as a DOCX file that anybody can edit: real headings and tables, the same bytes every time."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hustings.kit.compose import Composed, Part
from hustings.problems import STEERING

if TYPE_CHECKING:
    from docx.document import Document

UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
ZIP_DAY = (2000, 1, 1, 0, 0, 0)
SIZES = {"a4": (210, 297), "letter": (216, 279)}
"""Width and height in millimetres."""


def word(text: Composed, paper: str) -> bytes:
    """The text as a DOCX file."""
    import docx
    from docx.shared import Mm, Pt

    page: Document = docx.Document()
    section = page.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in SIZES[paper])
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(18)
    page.styles["Normal"].font.name = "Calibri"
    page.styles["Normal"].font.size = Pt(11)
    page.styles["Normal"].paragraph_format.space_after = Pt(4)
    _spoken(page, text.language)
    _undated(page, text.title)
    section.header.paragraphs[0].text = text.draft
    _foot(section.footer.paragraphs[0], text.made)
    page.add_heading(_safe(text.title), level=1)
    page.add_paragraph(_safe(text.about))
    for part in text.parts:
        _part(page, part)
    return _same_bytes(page)


def _safe(text: str) -> str:
    return STEERING.sub("", text)


def _part(page: Document, part: Part) -> None:
    match part.kind:
        case "heading":
            page.add_heading(_safe(part.text), level=2)
        case "fill":
            page.add_paragraph(f"{_safe(part.text)}: ________________________________________")
        case "list":
            for line in part.lines:
                page.add_paragraph(_safe(line), style="List Bullet")
        case "steps":
            for number, line in enumerate(part.lines, 1):  # Word's own numbers would go on from list to list
                page.add_paragraph(f"{number}. {_safe(line)}", style="List Paragraph")
        case "ticks":
            for line in part.lines:
                page.add_paragraph(f"☐ {_safe(line)}", style="List Paragraph")
        case "table":
            _table(page, part)
        case _:
            page.add_paragraph(_safe(part.text))


def _table(page: Document, part: Part) -> None:
    from docx.oxml import OxmlElement

    table = page.add_table(rows=1, cols=len(part.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
        cell.paragraphs[0].add_run(_safe(column)).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - read out as a header
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _safe(text)
    page.add_paragraph("")


def _foot(paragraph: Any, made: str) -> None:
    """Where it comes from, and the page's number, which the word processor fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.add_run(f"{_safe(made)} · ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    paragraph._p.append(number)  # noqa: SLF001 - fields have no other door


def _spoken(page: Document, language: str) -> None:
    """Say in which language it is written, for spelling and screen readers."""
    from docx.oxml.ns import qn

    for spoken in page.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), {"en": "en-US", "es": "es-US"}.get(language, language))


def _undated(page: Document, title: str) -> None:
    """Nobody's name and no hour in the file's properties."""
    about = page.core_properties
    about.title, about.author, about.last_modified_by, about.comments = _safe(title), "", "", ""
    about.created = about.modified = UNDATED
    about.revision = 1


def _same_bytes(page: Document) -> bytes:
    """The file without the time of day that a ZIP archive would hold."""
    made, same = BytesIO(), BytesIO()
    page.save(made)
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(same, "w") as write:
        for name in sorted(read.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            write.writestr(entry, read.read(name))
    return same.getvalue()
