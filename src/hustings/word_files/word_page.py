# ruff: noqa: PLC0415 - docx is heavy
"""A page of a word processor: styles, language and properties; saved as the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hustings.frozen_records import dataclass
from hustings.word_files.page_setup import set_paper, text_width

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
ZIP_DAY = (2000, 1, 1, 0, 0, 0)
UNIX = 3
"""The operating system in the ZIP entries, the same on every machine."""
LOCALES = {"en": "en-US", "es": "es-US"}


@dataclass(frozen=True, slots=True)
class Look:
    """A page's font with its size in points, the colour of its headings as RRGGBB, and their styles.

    `headings`: size, space before and after in points, by the name of the style. `measure`: the width of the text in
    millimetres, if it is not what the margins leave.
    """

    font: str
    size: float
    ink: str
    headings: Mapping[str, tuple[float, float, float]]
    measure: int = 0


def new_page(look: Look, paper: str, *, landscape: bool = False, title: str, author: str, language: str) -> Document:
    """An empty page."""
    import docx

    page: Document = docx.Document()
    set_paper(page, paper, landscape=landscape, measure=look.measure)
    _set_styles(page, look)
    _set_language(page, LOCALES.get(language, language))
    _set_properties(page, title, author)
    return page


def add_line_to_fill(page: Document, label: str) -> None:
    """Add a label with a line to write on."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt

    line = page.add_paragraph(f"{label}:\t")
    line.paragraph_format.tab_stops.add_tab_stop(text_width(page), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    line.paragraph_format.space_before = Pt(12)


def set_size(line: Paragraph, points: float) -> None:
    """Set the size of a line's letters."""
    from docx.shared import Pt

    for run in line.runs:
        run.font.size = Pt(points)


def saved(page: Document) -> bytes:
    """The file, with fixed times and system in its ZIP entries."""
    original, result = BytesIO(), BytesIO()
    page.save(original)
    with zipfile.ZipFile(original) as read, zipfile.ZipFile(result, "w") as write:
        for name in sorted(read.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
            write.writestr(entry, read.read(name))
    return result.getvalue()


def _set_styles(page: Document, look: Look) -> None:
    from docx.shared import Pt, RGBColor

    plain = page.styles["Normal"]
    plain.font.name, plain.font.size = look.font, Pt(look.size)
    plain.paragraph_format.space_after = Pt(5)
    for name, (size, before, after) in look.headings.items():
        style = page.styles[name]
        _without_line(style)
        style.font.name, style.font.size = look.font, Pt(size)
        style.font.color.rgb = RGBColor.from_string(look.ink)
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = Pt(before), Pt(after)


def _without_line(style: Any) -> None:
    """Remove the line below the letters that the template's title has."""
    from docx.oxml.ns import qn

    for line in style.element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
        return


def _set_language(page: Document, locale: str) -> None:
    """Set the language of the text, for spell checkers and screen readers."""
    from docx.oxml.ns import qn

    for language_element in page.styles.element.iter(qn("w:lang")):
        language_element.set(qn("w:val"), locale)


def _set_properties(page: Document, title: str, author: str) -> None:
    """Set the title and the author, and remove names and times from the file's properties."""
    properties = page.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = title, author, "", ""
    properties.created = properties.modified = UNDATED
    properties.revision = 1
