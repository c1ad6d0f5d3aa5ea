"""What a fork sends of its pages: where they begin, what the file needs of each, and what is painted."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from hustings.report.render.quicker.fork import Fork
from hustings.report.render.quicker.forked_pages import Around, forked_pages
from hustings.report.render.quicker.page_share import Share
from hustings.report.render.weasyprint_start import weasyprint
from support.sections import sections

pytestmark = pytest.mark.slow


def answers(html: str, first: int, after: int) -> list[Any]:
    """What a fork sends of the children of the body from one number up to another."""
    page = weasyprint().HTML(string=html)
    fork = Fork(partial(forked_pages, page, Share(page.etree_element.find("body"), first, after), page.render, None))
    try:
        laid = fork.receive()
        fork.send(Around(3, 9, {"part": "Part 0", "from": "Page "}))
        return [laid, fork.receive(), fork.receive()]
    finally:
        fork.end()


def test_pages_between_two_places_are_sent() -> None:
    laid, pages, (painted, rows) = answers(sections(count=5), 2, 4)
    assert ({0: {2: None}}, {0: {4: None}}) == (laid.items[0][0], laid.items[-1][0])
    assert {"part": "Part 2"} == laid.words
    assert len(laid.items) - 1 == len(pages) == len(painted.streams) == len(rows)
    assert ["s1", "s2"] == [*dict.fromkeys(name for page in pages for name in page.anchors)]


def test_what_cannot_be_sent_is_told() -> None:
    *_, painted = answers(sections("<p>No glyph: \U0001fbff</p>", count=5), 4, 5)
    assert painted is None
