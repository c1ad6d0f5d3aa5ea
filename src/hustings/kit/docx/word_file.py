"""A composed text as a DOCX file that anybody can edit: real headings, lists and tables, the same bytes every time."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from hustings.kit.docx.page_setup import framed, sheet, writable
from hustings.kit.docx.word_lists import listed
from hustings.kit.docx.word_tables import drawn
from hustings.kit.filled_text import FilledPart, FilledText
from hustings.messages import say
from hustings.text import harmless

if TYPE_CHECKING:
    from docx.document import Document

UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
ZIP_DAY = (2000, 1, 1, 0, 0, 0)
UNIX = 3
"""The system that a ZIP archive says it was made on: the same everywhere."""
FONT = "Calibri"
HEADINGS = {"Heading 1": (20, 0, 4), "Heading 2": (13, 12, 3)}
"""Size, space before and after, in points."""
INK = "1F2A33"


def word(text: FilledText, paper: str) -> bytes:
    """The text as a DOCX file."""
    import docx

    page: Document = docx.Document()
    sheet(page, paper, landscape=text.landscape)
    _styled(page)
    _spoken(page, text.language)
    _undated(page, harmless(text.title))
    framed(page, head=(_head(text), harmless(text.draft)), foot=harmless(text.made))
    page.add_heading(harmless(text.title), level=1)
    page.add_paragraph(harmless(text.about)).runs[0].italic = True
    for part in text.parts:
        _part(page, part)
    _sources(page, text.sources)
    return _same_bytes(page)


def _head(text: FilledText) -> str:
    """Whose text it is and which, as far as that is known."""
    return " · ".join(harmless(part) for part in (text.campaign, text.title) if part)


def _part(page: Document, part: FilledPart) -> None:
    match part.kind:
        case "heading":
            page.add_heading(harmless(part.text), level=2)
        case "fill":
            _fill(page, harmless(part.text))
        case "list" | "steps" | "ticks":
            listed(page, part.kind, tuple(map(harmless, part.lines)))
        case "table":
            drawn(page, part)
        case _:
            page.add_paragraph(harmless(part.text))


def _fill(page: Document, label: str) -> None:
    """A label, and a line to write on as far as the margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt

    line = page.add_paragraph(f"{label}:\t")
    line.paragraph_format.tab_stops.add_tab_stop(writable(page), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    line.paragraph_format.space_before = Pt(12)


def _sources(page: Document, sources: tuple[str, ...]) -> None:
    """What the text rests on, in small print."""
    from docx.shared import Pt

    if sources:
        page.add_heading(harmless(say("Sources")), level=2)
    for line in listed(page, "list", tuple(map(harmless, sources))):
        line.runs[0].font.size = Pt(9)


# --- the file itself ---------------------------------------------------------------------------------------


def _styled(page: Document) -> None:
    from docx.shared import Pt, RGBColor

    plain = page.styles["Normal"]
    plain.font.name, plain.font.size = FONT, Pt(11)
    plain.paragraph_format.space_after = Pt(5)
    for name, (size, before, after) in HEADINGS.items():
        style = page.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = Pt(before), Pt(after)


def _spoken(page: Document, language: str) -> None:
    """Say in which language it is written, for spelling and screen readers."""
    from docx.oxml.ns import qn

    for spoken in page.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), {"en": "en-US", "es": "es-US"}.get(language, language))


def _undated(page: Document, title: str) -> None:
    """Nobody's name and no hour in the file's properties."""
    about = page.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, "", "", ""
    about.created = about.modified = UNDATED
    about.revision = 1


def _same_bytes(page: Document) -> bytes:
    """The file without the time of day and the kind of machine that a ZIP archive would hold."""
    made, same = BytesIO(), BytesIO()
    page.save(made)
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(same, "w") as write:
        for name in sorted(read.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
            write.writestr(entry, read.read(name))
    return same.getvalue()
