"""Which pages of a document a second program lays out: about half, and none where they depend on those before them."""

from __future__ import annotations

import pytest

from hustings.report.render.quicker import page_share
from hustings.report.render.quicker.page_share import Share, share_of
from support.sections import before_layout, sections

pytestmark = pytest.mark.slow


def share(html: str) -> Share | None:
    return before_layout(html, lambda rendering: share_of(rendering.context, rendering.root))


@pytest.fixture(autouse=True)
def few_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_share, "FEWEST_BOXES", 10)


def test_half_of_the_boxes_between_two_forced_breaks() -> None:
    assert Share({0: {2: None}}, {0: {6: None}}, "") == share(sections())


def test_the_place_is_that_of_the_box_whose_children_begin_pages() -> None:
    html = sections().replace("</nav>", "</nav><main>").replace("</body>", "</main></body>")
    assert Share({0: {1: {2: None}}}, {0: {1: {6: None}}}, "") == share(html)


def test_few_boxes_are_not_worth_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_share, "FEWEST_BOXES", 10_000)
    assert share(sections()) is None


@pytest.mark.parametrize(
    ("more", "odd"),
    [
        ("", "@page :left { margin: 50px }"),
        ("", "@page :first { margin: 50px }"),
        ("", "@page :nth(3) { margin: 50px }"),
        ("", "section { break-before: auto }"),
        ("", "section { break-before: right }"),
        ('<p class="odd">Page </p>', ".odd::after { content: counter(page) }"),
        ('<p>Text<span class="odd">Below</span></p>', ".odd { float: footnote }"),
    ],
)
def test_what_depends_on_the_pages_before_is_laid_out_by_one_program(more: str, odd: str) -> None:
    assert share(sections(more, odd)) is None
