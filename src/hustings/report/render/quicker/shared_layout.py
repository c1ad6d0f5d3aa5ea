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

from collections.abc import Callable, Iterable, Iterator, Sequence
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
from hustings.report.render.quicker.page_share import Between, Share, between, leave_share, share_of
from hustings.report.render.quicker.painted_pages import SCALE, Painted, add, fit, noting, paint_ahead
from hustings.report.render.quicker.released_layout import in_place
from hustings.report.render.quicker.sent_pages import PageTree, SentPage
from hustings.report.render.quicker.text_layouts import VERSION


@contextmanager
def shared_layout(module: Any, intent: str | None) -> Iterator[SharedLayout]:
    """While a document is rendered and written, a fork does about half of it, if that can be."""
    shared = SharedLayout(intent, may_fork=module.VERSION == VERSION and cores() > 1)
    try:
        yield shared
    except NoAnswerError as wrong:
        raise NotSharedError from wrong
    finally:
        shared.end()


class SharedLayout:
    """The layout of one document in this program. `intent` is its colour space."""

    def __init__(self, intent: str | None, *, may_fork: bool) -> None:
        self._intent, self._may_fork = intent, may_fork
        self._fork: Fork | None = None
        self._told = False
        self._theirs, self._first = list[Any](), 0
        self._elements, self._links = dict[int, Any](), list[dict[int, Any]]()
        self._painted: Painted | None = None
        self._rows = list[Any]()

    def rendered(self, page: Any, render: Callable[[], Any]) -> Any:
        """The document that `render` makes of a page, the work shared if that can be."""
        share = share_of(page.etree_element) if self._may_fork else None
        if share is None:
            return render()
        self._elements = {id(element): element for element in page.etree_element.iter()}
        self._fork = Fork(partial(forked_pages, page, share, render, self._intent))
        leave_share(share)
        make_pages, make_margins = partial(self._make_pages, self._fork, share), partial(self._make_margins, self._fork)
        with in_place(make_pages, make_margins), noting("Content discarded") as log:
            document = render()
        if log.anything:  # a text that names the page of something in what was emptied
            raise NotSharedError
        self._complete(self._fork, document)
        return document

    def _make_pages(self, fork: Fork, share: Share, *given: Any) -> Iterable[Any]:
        """In place of WeasyPrint's `make_all_pages`: the first time, only the pages of this program are made."""
        from weasyprint.layout.page import make_all_pages  # type: ignore[import-untyped]

        if self._theirs:
            made: Iterable[Any] = make_all_pages(*given)
            return made
        context, root, html, _ = given
        places = between(context, root, share)
        if places is None:
            raise NotSharedError
        return self._pages(fork, Rendering(context, root, html), places)

    def _pages(self, fork: Fork, rendering: Rendering, places: Between) -> list[Any]:
        """The pages made here, with empty ones in place of those of the fork."""
        context = rendering.context
        before = pages_to(places.first, rendering, 0)
        met, after = context.page_maker[-1], list[Any]()
        if places.after is not None:
            context.page_maker[-1] = item(places.after, places.name, len(before))
            after = pages_to(None, rendering, len(before))
        laid: Laid = fork.receive()
        self._first, self._theirs = len(before), [empty(before[-1]) for _ in laid.items[1:]]
        carry(self._theirs[-1], laid.words)
        context.page_maker = joined(context.page_maker, met, laid.items, len(before))
        for index in range(len(before), len(context.page_maker) - 1):
            count_targets(context, index)
        return [*before, *self._theirs, *after]

    def _make_margins(self, fork: Fork, context: Any, page: Any, state: Any) -> Iterable[Any]:
        """In place of WeasyPrint's `make_margin_boxes`: pages are numbered now, and the fork gets the numbers."""
        from weasyprint.layout.page import make_margin_boxes

        if not self._told:
            self._told = True
            words = words_at(context.string_set, self._first)
            fork.send(Around(self._first, len(context.page_maker) - 1, words))
        return () if page in self._theirs else make_margin_boxes(context, page, state)

    def _complete(self, fork: Fork, document: Any) -> None:
        """Put what the fork laid out into the document that was rendered."""
        pages = document.pages[self._first : self._first + len(self._theirs)]
        if [page._page_box for page in pages] != self._theirs:
            raise NotSharedError
        laid: list[SentPage] = fork.receive()
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
