"""A page of a word processor: what it says of itself, and the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

from hustings.word_files.word_page import Look, add_line_to_fill, new_page, saved, set_size

LOOK = Look("Calibri", 10, "1B2430", {"Heading 1": (20, 0, 4)})


def written(paper: str = "a4") -> bytes:
    page = new_page(LOOK, paper, title="A title", author="Ours", language="es")
    set_size(page.add_paragraph("Small"), 8)
    add_line_to_fill(page, "Name")
    return saved(page)


def test_the_same_bytes_every_time_and_nothing_of_who_made_it() -> None:
    assert written() == written() != written("letter")
    with ZipFile(BytesIO(written())) as packed:
        assert {(2000, 1, 1, 0, 0, 0)} == {entry.date_time for entry in packed.infolist()}
    found = docx.Document(BytesIO(written())).core_properties
    assert ("A title", "Ours", "", "") == (found.title, found.author, found.last_modified_by, found.comments)


def test_styles_and_language() -> None:
    page = docx.Document(BytesIO(written()))
    languages = {one.get(qn("w:val")) for one in page.styles.element.iter(qn("w:lang"))}
    assert {"es-US"} == languages
    head: Any = page.styles["Heading 1"]
    assert (20, "1B2430") == (head.font.size.pt, str(head.font.color.rgb))
    small: Any = page.paragraphs[0]
    assert (8, "Name:\t") == (small.runs[0].font.size.pt, page.paragraphs[1].text)
