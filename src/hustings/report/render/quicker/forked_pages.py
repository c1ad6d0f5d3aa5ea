"""The pages of a document that a fork lays out, makes the margins of, paints and sends (see `shared_layout`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from hustings.frozen_records import dataclass
from hustings.report.render.quicker.fork import Pipes
from hustings.report.render.quicker.page_places import (
    ASSUMED,
    Item,
    NotSharedError,
    Rendering,
    carry,
    empty,
    item,
    moved,
    pages_to,
    words_on,
)
from hustings.report.render.quicker.page_share import Share, between, leave_others
from hustings.report.render.quicker.painted_pages import noting, painted
from hustings.report.render.quicker.released_layout import in_place
from hustings.report.render.quicker.sent_pages import row, sent


@dataclass(frozen=True, slots=True)
class Laid:
    """What the fork laid out: where each page begins, and where the next one would; words for margins."""

    items: list[Item]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the pages of the fork: how many pages before it, how many in all; words for margins."""

    before: int
    pages: int
    words: dict[str, str]


def forked_pages(page: Any, share: Share, render: Callable[[], Any], intent: str | None, pipes: Pipes) -> None:
    """Send where the pages of this share begin, then what the file needs of each, then what is painted, or None."""
    leave_others(page.etree_element, share)

    def make_pages(context: Any, root: Any, html: Any, _: Any) -> Any:
        if not log.anything:
            _send(Rendering(context, root, html), share, intent, pipes)
        raise SystemExit

    with in_place(make_pages, make_pages), noting("Content discarded") as log:
        render()


def _send(rendering: Rendering, share: Share, intent: str | None, pipes: Pipes) -> None:
    from weasyprint.document import Page  # type: ignore[import-untyped]

    context = rendering.context
    places = between(context, rendering.root, share)
    if places is None or context.target_collector.counter_lookup_items:  # a text of its own names a page
        raise NotSharedError
    first = item(places.first, places.name, ASSUMED)
    context.page_maker = [*[first] * ASSUMED, first]
    with noting() as log:
        boxes = pages_to(places.after, rendering, ASSUMED)
    items = context.page_maker[ASSUMED:]
    pipes.send(Laid(items, words_on(boxes)))
    pages = list(map(Page, _with_margins(rendering, boxes, items, pipes.receive())))
    laid = [sent(page) for page in pages]
    pipes.send([page for page, _ in laid])
    if log.anything or (made := painted(pages, intent)) is None:
        pipes.send(None)
        return
    trees = zip(pages, made[1], [links for _, links in laid], strict=True)
    pipes.send((made[0], [row(one._page_box, marks, links) for one, marks, links in trees]))  # noqa: SLF001


def _with_margins(rendering: Rendering, boxes: list[Any], items: Sequence[Item], around: Around) -> list[Any]:
    """The pages with their margins, now that their numbers are known."""
    from weasyprint.layout import layout_document  # type: ignore[import-untyped]
    from weasyprint.layout.page import make_margin_boxes  # type: ignore[import-untyped]

    context = rendering.context
    before = [empty(boxes[0]) for _ in range(around.before)]
    after = [empty(boxes[0]) for _ in range(around.pages - around.before - len(boxes))]
    carry(before[-1], around.words)
    placed = [moved(one, around.before - ASSUMED) for one in items]
    begin = [*[placed[0]] * len(before), *placed, *[placed[-1]] * len(after)]

    def make_pages(*_: Any) -> list[Any]:
        context.page_maker = begin
        for one in begin:
            one[-1].update(content_changed=False, pages_wanted=False)
        return [*before, *boxes, *after]

    def make_margins(_: Any, page: Any, state: Any) -> Iterable[Any]:
        return make_margin_boxes(context, page, state) if page in boxes else ()

    with in_place(make_pages, make_margins):
        pages = list(layout_document(rendering.html, rendering.root, context))
    return pages[len(before) : len(before) + len(boxes)]
