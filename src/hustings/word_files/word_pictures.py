# ruff: noqa: PLC0415 - docx is heavy
"""Pictures of a DOCX file, each with the words that stand for it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from hustings.text import harmless
from hustings.word_files.page_setup import text_width

if TYPE_CHECKING:
    from docx.document import Document


def add_picture(page: Document, content: bytes, alt: str, *, points: float, keep: bool = False) -> None:
    """Add a picture as PNG or JPEG that is so many points wide, or as wide as the text. `keep`: with what follows."""
    from docx.shared import Pt

    line = page.add_paragraph()
    line.paragraph_format.keep_with_next = keep
    shape = line.add_run().add_picture(BytesIO(content), width=min(Pt(points), text_width(page)))
    properties = shape._inline.docPr  # noqa: SLF001 - alternative texts have no other door
    properties.set("descr", harmless(alt))
    properties.set("name", f"Picture {properties.id}")
