"""The contents of a DOCX lead to its chapters, and are a field that the word processor makes anew."""

from __future__ import annotations

from typing import Any

import docx
from docx.oxml.ns import qn

from hustings.word_files.table_of_contents import add_contents, mark_chapter


def test_links_lead_to_marks() -> None:
    page = docx.Document()
    add_contents(page, ("One & two", "Three"))
    for number, chapter in enumerate(("One & two", "Three"), start=1):
        mark_chapter(page.add_heading(chapter, level=1), number)
    body = page.element.body
    links = [
        (one.get(qn("w:anchor")), "".join(part.text for part in one.iter(qn("w:t")))) for one in _all(body, "hyperlink")
    ]
    assert [("chapter1", "One & two"), ("chapter2", "Three")] == links
    assert ["chapter1", "chapter2"] == [one.get(qn("w:name")) for one in _all(body, "bookmarkStart")]
    assert ["begin", "separate", "end"] == [one.get(qn("w:fldCharType")) for one in _all(body, "fldChar")]


def _all(body: Any, name: str) -> list[Any]:
    return list(body.iter(qn(f"w:{name}")))
