"""Blocks of our own as a page: their words are text, and the classification is at the edges and on the screen."""

from __future__ import annotations

from hustings.report.formats.blocks import Heading, Items, Table, Text
from hustings.report.formats.blocks_page import PageHead, page_of_blocks
from support.report import plain_theme


def test_a_page_holds_all_blocks_and_their_words_are_text() -> None:
    head = PageHead("en", "2026-09-09", "Campaigns", "Ohio", classed="For us")
    blocks = (
        Heading("Gaps & <b>more</b>", 1),
        Text("Few.", "Now"),
        Items(("One", "Two")),
        Table(("What", "How many"), (("No rule", "3"),), (3, 1), (1,)),
    )
    page = page_of_blocks(head, blocks, plain_theme())
    assert '<h1 dir="auto">Gaps &amp; &lt;b&gt;more&lt;/b&gt;</h1>' in page
    assert '<p dir="auto"><strong>Now</strong> Few.</p>' in page
    assert '<ul><li dir="auto">One</li><li dir="auto">Two</li></ul>' in page
    assert '<th scope="col">What</th><th scope="col" class="right">How many</th>' in page
    assert 'data-classed="For us"' in page
    assert '<p class="on-screen classed">For us</p>' in page
