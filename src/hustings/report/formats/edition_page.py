"""An edition as a page of a theme, to be read or printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hustings.messages import say
from hustings.report.document.document_records import Document
from hustings.report.formats.blocks import Heading
from hustings.report.formats.report_blocks import Edition, report_blocks
from hustings.report.render.html import render_page
from hustings.report.render.print_size import bounded


def edition_page(document: Document, edition: Edition, theme: Path) -> str:
    """The page of an edition but the full one. Raises `InputError`, such as for a theme that has no such page."""
    blocks = report_blocks(document, edition)
    title = next((block.text for block in blocks if isinstance(block, Heading)), document.title)
    page = render_page(f"{edition}.html", theme, document=_classed(document, edition), title=title)
    return bounded(page, say("Shorten what the pack says."))


def _classed(document: Document, edition: Edition) -> Document:
    """The document with the classification of the edition."""
    return replace(document, classed=say("May be shared")) if edition == "share" else document
