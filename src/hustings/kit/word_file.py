"""A composed text as an editable, reproducible DOCX file with real headings, lists and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings.kit.filled_text import FilledPart, FilledText
from hustings.messages import say
from hustings.text import harmless
from hustings.word_files.page_setup import add_header_and_footer
from hustings.word_files.word_lists import add_list
from hustings.word_files.word_page import Look, add_line_to_fill, new_page, saved, set_size
from hustings.word_files.word_tables import add_table

if TYPE_CHECKING:
    from docx.document import Document

LOOK = Look("Calibri", 11, "1F2A33", {"Heading 1": (20, 0, 4), "Heading 2": (13, 12, 3)})


def word_file(text: FilledText, paper: str) -> bytes:
    """The text as a DOCX file."""
    title = harmless(text.title)
    page = new_page(LOOK, paper, landscape=text.landscape, title=title, author="", language=text.language)
    add_header_and_footer(page, head=(_head(text), harmless(text.draft)), foot=harmless(text.made))
    page.add_heading(title, level=1)
    page.add_paragraph(harmless(text.about)).runs[0].italic = True
    for part in text.parts:
        _part(page, part)
    _sources(page, text.sources)
    return saved(page)


def _head(text: FilledText) -> str:
    """The campaign, if known, and the title."""
    return " · ".join(harmless(part) for part in (text.campaign, text.title) if part)


def _part(page: Document, part: FilledPart) -> None:
    match part.kind:
        case "heading":
            page.add_heading(harmless(part.text), level=2)
        case "fill":
            add_line_to_fill(page, harmless(part.text))
        case "list" | "steps" | "ticks":
            add_list(page, part.kind, tuple(map(harmless, part.lines)))
        case "table":
            add_table(page, part.columns, part.rows, part.widths)
        case _:
            page.add_paragraph(harmless(part.text))


def _sources(page: Document, sources: tuple[str, ...]) -> None:
    """Add the sources in a small font."""
    if sources:
        page.add_heading(harmless(say("Sources")), level=2)
    for line in add_list(page, "list", tuple(map(harmless, sources))):
        set_size(line, 9)
