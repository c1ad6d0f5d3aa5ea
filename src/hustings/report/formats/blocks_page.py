"""Blocks that are no edition of one campaign's report as a page of a theme, to be read or printed."""

from __future__ import annotations

from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.report.brand.brand_records import Brand
from hustings.report.formats.blocks import Blocks
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


PAGE = "blocks.html"


def page_of_blocks(head: PageHead, blocks: Blocks, theme: Path) -> str:
    """Blocks of our own as a page of a theme. Raises `InputError`, such as for a theme that has no such page."""
    page = render_page(PAGE, theme, document=head, house=head.brand, title=head.title, blocks=blocks)
    return bounded(page, say("Add --html for a web page, which may be longer; or shorten what the pack says."))
