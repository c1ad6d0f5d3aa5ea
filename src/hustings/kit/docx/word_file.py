"""A composed text as an editable, reproducible DOCX file with real headings, lists and tables."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from hustings.kit.docx.page_setup import add_header_and_footer, set_paper, text_width
from hustings.kit.docx.word_lists import add_list
from hustings.kit.docx.word_tables import add_table
from hustings.kit.filled_text import FilledPart, FilledText
from hustings.messages import say
from hustings.text import harmless

if TYPE_CHECKING:
    from docx.document import Document

UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
ZIP_DAY = (2000, 1, 1, 0, 0, 0)
UNIX = 3
"""The operating system in the ZIP entries, the same on every machine."""
FONT = "Calibri"
HEADINGS = {"Heading 1": (20, 0, 4), "Heading 2": (13, 12, 3)}
"""Size, space before and after, in points."""
INK = "1F2A33"


def word_file(text: FilledText, paper: str) -> bytes:
    """The text as a DOCX file."""
    import docx

    page: Document = docx.Document()
    set_paper(page, paper, landscape=text.landscape)
    _set_styles(page)
    _set_language(page, text.language)
    _clear_properties(page, harmless(text.title))
    add_header_and_footer(page, head=(_head(text), harmless(text.draft)), foot=harmless(text.made))
    page.add_heading(harmless(text.title), level=1)
    page.add_paragraph(harmless(text.about)).runs[0].italic = True
    for part in text.parts:
        _part(page, part)
    _sources(page, text.sources)
    return _reproducible_bytes(page)


def _head(text: FilledText) -> str:
    """The campaign, if known, and the title."""
    return " · ".join(harmless(part) for part in (text.campaign, text.title) if part)


def _part(page: Document, part: FilledPart) -> None:
    match part.kind:
        case "heading":
            page.add_heading(harmless(part.text), level=2)
        case "fill":
            _fill(page, harmless(part.text))
        case "list" | "steps" | "ticks":
            add_list(page, part.kind, tuple(map(harmless, part.lines)))
        case "table":
            add_table(page, part)
        case _:
            page.add_paragraph(harmless(part.text))


def _fill(page: Document, label: str) -> None:
    """Add a label with a line to write on."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt

    line = page.add_paragraph(f"{label}:\t")
    line.paragraph_format.tab_stops.add_tab_stop(text_width(page), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    line.paragraph_format.space_before = Pt(12)


def _sources(page: Document, sources: tuple[str, ...]) -> None:
    """Add the sources in a small font."""
    from docx.shared import Pt

    if sources:
        page.add_heading(harmless(say("Sources")), level=2)
    for line in add_list(page, "list", tuple(map(harmless, sources))):
        line.runs[0].font.size = Pt(9)


# --- the file itself ---------------------------------------------------------------------------------------


def _set_styles(page: Document) -> None:
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


def _set_language(page: Document, language: str) -> None:
    """Set the language of the text, for spell checkers and screen readers."""
    from docx.oxml.ns import qn

    for language_element in page.styles.element.iter(qn("w:lang")):
        language_element.set(qn("w:val"), {"en": "en-US", "es": "es-US"}.get(language, language))


def _clear_properties(page: Document, title: str) -> None:
    """Remove names and times from the file's properties."""
    properties = page.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = title, "", "", ""
    properties.created = properties.modified = UNDATED
    properties.revision = 1


def _reproducible_bytes(page: Document) -> bytes:
    """The file with fixed times and system in its ZIP entries."""
    original, result = BytesIO(), BytesIO()
    page.save(original)
    with zipfile.ZipFile(original) as read, zipfile.ZipFile(result, "w") as write:
        for name in sorted(read.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
            write.writestr(entry, read.read(name))
    return result.getvalue()
