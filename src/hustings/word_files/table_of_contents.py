# ruff: noqa: PLC0415 - docx is heavy
"""The contents of a DOCX file: links to its chapters, which the word processor makes anew when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FIELD = r' TOC \o "1-1" \n \h \z \u '
"""The first level of headings, without the numbers of pages, which only the word processor knows."""


def add_contents(page: Document, chapters: tuple[str, ...]) -> None:
    """Add the list of chapters, each a link to the heading that `mark_chapter` marks with its number from 1."""
    from docx.oxml import parse_xml

    lines = [page.add_paragraph() for _ in chapters]
    for number, (line, chapter) in enumerate(zip(lines, chapters, strict=True), start=1):
        first, last = number == 1, number == len(chapters)
        for part in _parts(chapter, number, first=first, last=last):
            line._p.append(parse_xml(part))  # noqa: SLF001 - fields and links have no other door
        line.paragraph_format.space_after = 0


def _parts(chapter: str, number: int, *, first: bool, last: bool) -> tuple[str, ...]:
    from docx.oxml.ns import nsdecls

    space = nsdecls("w")
    begin = (
        f'<w:r {space}><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r {space}><w:instrText xml:space="preserve">{FIELD}</w:instrText></w:r>',
        f'<w:r {space}><w:fldChar w:fldCharType="separate"/></w:r>',
    )
    link = (
        f'<w:hyperlink {space} w:anchor="chapter{number}" w:history="1"><w:r>'
        f'<w:t xml:space="preserve">{escape(chapter)}</w:t></w:r></w:hyperlink>'
    )
    end = f'<w:r {space}><w:fldChar w:fldCharType="end"/></w:r>'
    return (*(begin if first else ()), link, *((end,) if last else ()))


def mark_chapter(heading: Paragraph, number: int) -> None:
    """Mark a heading as the one to which the contents lead."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line: Any = heading._p  # noqa: SLF001 - so here
    name = f'w:id="{number}"'
    line.insert(1, parse_xml(f'<w:bookmarkStart {nsdecls("w")} {name} w:name="chapter{number}"/>'))
    line.append(parse_xml(f"<w:bookmarkEnd {nsdecls('w')} {name}/>"))
