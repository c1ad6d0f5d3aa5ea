"""Where the pages of a document begin, as WeasyPrint 70 keeps it, for pages that two programs lay out.

A place is known without the number of its page: the fork assumes that `ASSUMED` pages come before its own, and corrects
the numbers when it receives the real count.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from hustings.frozen_records import dataclass
from hustings.report.render.quicker.page_share import Place

ASSUMED = 1
Item = tuple[Place, dict[str, Any], bool, tuple[Any, ...], dict[str, Any]]
"""Where a page begins: the place, the break before it, its side, its counters, its state."""


class NotSharedError(Exception):
    """The document must be laid out by one program."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A document that is being laid out: WeasyPrint's context, the box of its root, and its HTML."""

    context: Any
    root: Any
    html: Any


def item(place: Place, name: str, before: int) -> Item:
    """A page that begins at a place after a forced break, with so many pages before it."""
    counters = ([0], {"pages": [0], "page": [before]}, [{"pages", "page"}], list[Any]())
    return place, {"break": "page", "page": name}, True, counters, {}


def pages_to(until: Place, rendering: Rendering, index: int) -> list[Any]:
    """The pages from the one of this index to the place where the next would begin, or to the end."""
    from weasyprint.layout.page import remake_page  # type: ignore[import-untyped]

    context, made, place = rendering.context, list[Any](), None
    context.rendered_notes = []
    while not made or place != until:
        if made and place is None:
            raise NotSharedError
        state = context.page_maker[index + len(made)][-1]
        state.update(content_changed=False, pages_wanted=False, anchors=[], content_lookups=[])
        page, place = remake_page(index + len(made), context, rendering.root, rendering.html)
        made.append(page)
    _check(context, made)
    return made


def _check(context: Any, pages: Sequence[Any]) -> None:
    """Raises `NotSharedError` if something on these pages stands on others too."""
    broken = context.broken_out_of_flow or context.reported_footnotes
    if broken or any(map(len, context.running_elements.values())) or any(page.fixed_boxes for page in pages):
        raise NotSharedError


def joined(items: Sequence[Item], met: Item, theirs: Sequence[Item], before: int) -> list[Item]:
    """The places where all pages begin: those before the pages of the fork, theirs, those after them if there are any.

    Of the places that both programs know, one took a forced break for granted and the other met it; they must agree.
    """
    placed = [moved(one, before - ASSUMED) for one in theirs]
    after = [moved(one, len(theirs) - 1) for one in items[before:]] if len(items) > before + 1 else []
    if not _agree(placed[0], met) or (after and not _agree(placed[-1], after[0])):
        raise NotSharedError
    whole = [*items[:before], *(placed[:-1] if after else placed), *after]
    return [(*one[:2], items[0][2] ^ bool(index % 2), *one[3:]) for index, one in enumerate(whole)]


def moved(one: Item, pages: int) -> Item:
    """A place with so many more pages before it."""
    place, broken, right, counters, state = one
    counters = copy.deepcopy(counters)
    counters[1]["page"] = [number + pages for number in counters[1]["page"]]
    return place, broken, right, counters, state


def _agree(one: Item, other: Item) -> bool:
    """Whether a page begins alike in both, whatever its side."""
    return all(one[part] == other[part] for part in (0, 1, 3))


def count_targets(context: Any, index: int) -> None:
    """Tell the texts that name the page of an anchor on this page which one it is."""
    for anchor in context.page_maker[index][-1]["anchors"]:
        counters = context.page_maker[index + 1][3][1]
        context.target_collector.cache_target_page_counters(anchor, counters, index, context.page_maker)


def empty(page: Any) -> Any:
    """An empty page of the same kind."""
    page, children = page.copy(), [child.copy() for child in page.children]
    for child in children:
        child.children = []
    page.children = children
    return page


def carry(page: Any, words: dict[str, str]) -> None:
    """Make an empty page one on which these words for margins are set."""
    box = SimpleNamespace(bookmark_label=None, missing_link=None, string_set=list(words.items()))
    page.descendants = lambda: iter([box])


def words_at(found: dict[str, dict[int, list[str]]], last: int) -> dict[str, str]:
    """The words for margins at the end of a page."""
    pages = {name: max((page for page in texts if page <= last), default=0) for name, texts in found.items()}
    return {name: found[name][page][-1] for name, page in pages.items() if page}


def words_on(pages: Iterable[Any]) -> dict[str, str]:
    """The last words for margins on these pages."""
    boxes = (box for page in pages for box in page.descendants())
    return {name: text for box in boxes if box.string_set not in (None, "none") for name, text in box.string_set}
