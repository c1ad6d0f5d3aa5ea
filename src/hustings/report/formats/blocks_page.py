"""Blocks as a page of a theme, to be read or printed: the edition for owners has a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.report.brand.brand_records import Brand
from hustings.report.document.records import Document
from hustings.report.formats.blocks import Block, Blocks, Heading
from hustings.report.formats.report_blocks import Edition, report_blocks
from hustings.report.render.html import render_page
from hustings.report.render.print_size import bounded


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands on each page of blocks that are no edition of one campaign's report.

    `running`, `classed` and `sample` are printed at its edges; `brand` stands above the first heading.
    """

    language: str
    iso_date: str
    title: str
    running: str
    classed: str = ""
    sample: str = ""
    brand: Brand | None = None


PAGE, CANDIDATE, CHAPTER = "blocks.html", "candidate.html", 2


def blocks_page(document: Document, edition: Edition, theme: Path) -> str:
    """The page of an edition. Raises `InputError`, such as for a theme that has no such page."""
    blocks = report_blocks(document, edition)
    apart = edition == "owners"
    title = next((block.text for block in blocks if isinstance(block, Heading)), document.title)
    parts = tuple(_parts(blocks)) if apart else (blocks,)
    if edition == "candidate":
        page = render_page(CANDIDATE, theme, document=document, title=title)
    else:
        page = render_page(
            PAGE, theme, document=_classed(document, edition), title=title, parts=parts, apart=apart, headed=False
        )
    return bounded(page, say("Shorten what the pack says."))


def page_of_blocks(head: PageHead, blocks: Blocks, theme: Path) -> str:
    """Blocks of our own as a page of a theme. Raises `InputError`, such as for a theme that has no such page."""
    given = {"title": head.title, "parts": (blocks,), "apart": False, "headed": True}
    page = render_page(PAGE, theme, document=head, house=head.brand, **given)
    return bounded(page, say("Add --html for a web page, which may be longer; or shorten what the pack says."))


def _classed(document: Document, edition: Edition) -> Document:
    """The document with the classification of the edition."""
    return replace(document, classed=say("May be shared")) if edition == "share" else document


def _parts(blocks: Blocks) -> Iterator[Blocks]:
    """A part for each heading of a chapter; the title stands over the first."""
    part = list[Block]()
    for block in blocks:
        if _is_chapter(block) and any(map(_is_chapter, part)):
            yield tuple(part)
            part = []
        part.append(block)
    yield tuple(part)


def _is_chapter(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == CHAPTER
