"""A report for a word processor: styles, headings, tables, charts as pictures; it can carry its assessment inside."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hustings.messages import say
from hustings.report.brand.branded_report import properties_of
from hustings.report.document.document_records import Document
from hustings.report.formats.blocks import Block, Blocks, Heading, Items, Picture, Table, Text
from hustings.report.formats.blocks_page import PageHead
from hustings.report.formats.chart_picture import INK, chart_picture, colour
from hustings.report.render.themes.theme import brand
from hustings.report.verification.carried_files import CarriedFile
from hustings.text import harmless
from hustings.word_files.carried_parts import carry
from hustings.word_files.page_setup import add_header_and_footer
from hustings.word_files.ruled_tables import add_ruled_table
from hustings.word_files.table_of_contents import add_contents, mark_chapter
from hustings.word_files.word_lists import add_list
from hustings.word_files.word_page import Look, new_page, saved
from hustings.word_files.word_pictures import add_picture

WordPage = Any
"""A page of the library, which is known to `word_files` only."""

SIZES = {"Title": (26, 0, 8), "Heading 1": (16, 18, 5), "Heading 2": (12, 12, 4)}
FONT, BODY, SMALL = "Calibri", 10.5, 8.5
MEASURE = 180
"""That of the report on paper, so that a chart has the same size."""
CHAPTER = 2
PNG, LOGO = "data:image/png;base64,", 44
"""How a logo that a word processor shows begins, and its width in points."""
DENSE = 4
"""The columns from which on a table is set small."""


def word_report(
    document: Document,
    blocks: Blocks,
    theme: Path,
    *,
    paper: str,
    carried: Sequence[CarriedFile] = (),
) -> bytes:
    """The blocks as DOCX, in the colours of a theme. `carried`: files to put inside.

    Raises `InputError` if the theme's colours cannot be read.
    """
    return word_blocks(document, f"{document.title}: {document.campaign}", blocks, theme, paper=paper, carried=carried)


def word_blocks(
    document: Document | PageHead,
    title: str,
    blocks: Blocks,
    theme: Path,
    *,
    paper: str,
    carried: Sequence[CarriedFile] = (),
) -> bytes:
    """Blocks as DOCX under a title, with the head and foot that `document` gives for each page.

    Raises `InputError` if the theme's colours cannot be read.
    """
    colours = {**brand(theme), **properties_of(document.brand)}
    author = colours.get("brand_name", "").strip('"')
    look = Look(FONT, BODY, colour(colours, "ink", INK).lstrip("#").upper(), SIZES, MEASURE)
    page = new_page(look, paper, title=harmless(title), author=harmless(author), language=document.language)
    head = harmless(document.sample or document.classed)
    add_header_and_footer(
        page, head=(harmless(f"{document.running} · {document.title}"), head), foot=_foot(document, author)
    )
    _add_brand(page, document)
    _add_all(page, blocks, colours)
    if carried:
        carry(page, [(file.name, file.content) for file in carried])
    return saved(page)


def _foot(document: Document | PageHead, author: str) -> str:
    parts = (author, document.brand.footer if document.brand else "")
    return harmless(" · ".join(part for part in parts if part))


def _add_brand(page: WordPage, document: Document | PageHead) -> None:
    """Add the logo, if it is a PNG, with name and line of the brand; who prepared the report."""
    if (brand := document.brand) is None:
        return
    if brand.logo.startswith(PNG):
        add_picture(page, b64decode(brand.logo.removeprefix(PNG)), brand.logo_text, points=LOGO)
    page.add_paragraph().add_run(harmless(brand.name)).bold = True
    by = say("Prepared by {name}.", name=brand.author) if brand.author else ""
    for text in filter(None, (brand.line, " ".join(filter(None, (by, brand.address))))):
        page.add_paragraph(harmless(text))


def _add_all(page: WordPage, blocks: Blocks, colours: Mapping[str, str]) -> None:
    """Add the blocks; the contents stand before the first chapter."""
    chapters = tuple(harmless(block.text) for block in blocks if isinstance(block, Heading) and block.level == CHAPTER)
    number, under = 0, ""
    for block in blocks:
        if isinstance(block, Heading):
            under = block.text
            if block.level == CHAPTER and number == 0:
                _add_contents(page, chapters)
            number += block.level == CHAPTER
        if isinstance(block, Picture):
            picture = chart_picture(block.chart, colours)
            add_picture(page, picture, block.chart.alt, points=float(block.chart.width))
        else:
            _add(page, block, number, under)


def _add_contents(page: WordPage, chapters: tuple[str, ...]) -> None:
    page.add_paragraph().add_run(harmless(say("What is inside"))).bold = True
    add_contents(page, chapters)


def _add(page: WordPage, block: Block, chapter: int, under: str) -> None:
    """Add a block. `chapter`: the number of the one that it stands in; `under`: the heading that it stands under."""
    match block:
        case Heading(text, level):
            heading = page.add_heading(harmless(text), level=level - 1)
            if level == CHAPTER:
                mark_chapter(heading, chapter)
        case Text(text, lead):
            line = page.add_paragraph()
            if lead:
                line.add_run(f"{harmless(lead)} ").bold = True
            line.add_run(harmless(text))
        case Items(lines):
            add_list(page, "list", tuple(map(harmless, lines)))
        case Table(heads, rows, shares):
            points = SMALL if len(heads) >= DENSE else BODY - 1
            add_ruled_table(page, heads, rows, shares, caption=under, points=points)
