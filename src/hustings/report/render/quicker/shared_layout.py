"""A document laid out and painted by two programs: some of its pages (`page_share`) by a fork of this one.

A fork lays out the pages between two places where a page must begin, while this program lays out those before and after
them. Then each tells the other what it must know: how many pages there are, which anchors are on them, which words
their margins repeat. The fork makes the margins of its pages, paints them, and sends back what the file needs
(`sent_pages`, `painted_pages`). WeasyPrint's own function does the layout in both, with the pages of the other program
as empty ones. The file comes out the same, byte for byte. Where that is not sure, `NotSharedError` is raised, and the
document must be laid out by one program.
"""
# ruff: noqa: SLF001 - it stands in for a part of WeasyPrint

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from hustings.report.render.quicker.fork import Fork, NoAnswerError, cores
from hustings.report.render.quicker.forked_pages import Around, Laid, forked_pages
from hustings.report.render.quicker.page_places import (
    NotSharedError,
    Rendering,
    carry,
    count_targets,
    empty,
    item,
    joined,
    pages_to,
    words_at,
)
from hustings.report.render.quicker.page_share import Share, share_of
from hustings.report.render.quicker.painted_pages import SCALE, Painted, add, fit, paint_ahead
from hustings.report.render.quicker.released_layout import in_place
from hustings.report.render.quicker.sent_pages import PageTree, SentPage
from hustings.report.render.quicker.text_layouts import VERSION


@contextmanager
def shared_layout(module: Any, intent: str | None) -> Iterator[SharedLayout]:
    """While a document is rendered and written, a fork does about half of it, if that can be."""
    shared = SharedLayout(intent)
    if module.VERSION != VERSION or cores() == 1:
        yield shared
        return
    try:
        with in_place(shared.make_pages, shared.make_margins):
            yield shared
    except NoAnswerError as wrong:
        raise NotSharedError from wrong
    finally:
        shared.end()


class SharedLayout:
    """The layout of one document in this program. `intent` is its colour space."""

    def __init__(self, intent: str | None) -> None:
        self._intent = intent
        self._fork: Fork | None = None
        self._begun, self._told = False, False
        self._theirs, self._first = list[Any](), 0
        self._elements, self._links = dict[int, Any](), list[dict[int, Any]]()
        self._painted: Painted | None = None
        self._rows = list[Any]()

    def make_pages(self, context: Any, root: Any, html: Any, pages: list[Any]) -> Iterable[Any]:
        """In place of WeasyPrint's `make_all_pages`."""
        from weasyprint.layout.page import make_all_pages  # type: ignore[import-untyped]

        share = None if self._begun else share_of(context, root)
        self._begun = True
        if share is None:
            made: Iterable[Any] = make_all_pages(context, root, html, pages)
            return made
        rendering = Rendering(context, root, html)
        self._fork = Fork(partial(forked_pages, rendering, share, self._intent))
        self._elements = {id(element): element for element in html.etree_element.iter()}
        return self._pages(self._fork, rendering, share)

    def _pages(self, fork: Fork, rendering: Rendering, share: Share) -> list[Any]:
        """The pages made here, with empty ones in place of those of the fork."""
        context = rendering.context
        before = pages_to(share.first, rendering, 0)
        met, after = context.page_maker[-1], list[Any]()
        if share.after is not None:
            context.page_maker[-1] = item(share.after, share.name, len(before))
            after = pages_to(None, rendering, len(before))
        laid: Laid = fork.receive()
        self._first, self._theirs = len(before), [empty(before[-1]) for _ in laid.items[1:]]
        carry(self._theirs[-1], laid.words)
        context.page_maker = joined(context.page_maker, met, laid.items, len(before))
        for index in range(len(before), len(context.page_maker) - 1):
            count_targets(context, index)
        return [*before, *self._theirs, *after]

    def make_margins(self, context: Any, page: Any, state: Any) -> Iterable[Any]:
        """In place of WeasyPrint's `make_margin_boxes`: the pages have their numbers now, and the fork is told."""
        from weasyprint.layout.page import make_margin_boxes

        if self._fork and not self._told:
            self._told = True
            words = words_at(context.string_set, self._first)
            self._fork.send(Around(self._first, len(context.page_maker) - 1, words))
        return () if page in self._theirs else make_margin_boxes(context, page, state)

    def complete(self, document: Any) -> None:
        """Put what the fork laid out into the document that was rendered."""
        if self._fork is None:
            return
        pages = document.pages[self._first : self._first + len(self._theirs)]
        if [page._page_box for page in pages] != self._theirs:
            raise NotSharedError
        laid: list[SentPage] = self._fork.receive()
        self._links = [_put(page, one) for page, one in zip(pages, laid, strict=True)]
        later = document.pages[self._first + len(self._theirs) :]
        for number, page in enumerate(pages):
            page.paint = partial(self._paint, number, page, later)

    def _paint(self, number: int, page: Any, later: Sequence[Any], stream: Any, scale: float = 1) -> None:
        """In place of the `paint` of a page of the fork. What comes after is painted while the fork still paints."""
        if self._painted is None:
            paint_ahead(later, self._intent)
            self._painted, self._rows = self._received(stream, scale)
            add(self._painted, stream)
        tree = PageTree(self._elements, self._links[number])
        page._page_box = tree.box(self._rows[number])
        stream.written = self._painted.streams[number]
        stream._tags.update(tree.marks)

    def _received(self, stream: Any, scale: float) -> tuple[Painted, list[Any]]:
        assert self._fork is not None
        answer: tuple[Painted, list[Any]] | None = self._fork.receive()
        if answer is None or scale != SCALE or not fit(answer[0], stream):
            raise NotSharedError
        return answer

    def end(self) -> None:
        """End the fork."""
        if self._fork is not None:
            self._fork.end()


def _put(page: Any, laid: SentPage) -> dict[int, Any]:
    """Put what the file needs beside the stream into a page; the boxes of its links, by number."""
    from weasyprint.formatting_structure.boxes import Box  # type: ignore[import-untyped]

    boxes = {number: Box.__new__(Box) for *_, number in laid.links}
    page.width, page.height, page.bleed = laid.sizes
    page.bookmarks, page.anchors = laid.bookmarks, laid.anchors
    page.links = [(kind, target, area, boxes[number]) for kind, target, area, number in laid.links]
    return boxes
