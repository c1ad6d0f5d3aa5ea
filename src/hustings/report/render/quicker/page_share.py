"""The pages of a document that a second program lays out: about half, between two places where a page must break.

Which sections begin a page is known before anything is laid out, and what is on such a page depends on nothing before
it but the numbers in its margins. How long a section takes is reckoned by its boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from hustings.frozen_records import dataclass

Place = dict[int, Any] | None
"""Where a page begins, as WeasyPrint says it: the number of a child, and the place in it; None is an end."""
FEWEST_BOXES = 2_000
"""With fewer a fork is not worth its start."""
LEAST, HALF, MOST = 0.1, 0.5, 0.9
"""How much of a document may be laid out elsewhere, and how much is best."""


@dataclass(frozen=True, slots=True)
class Share:
    """The pages from one place to another; `name` is that of the pages around each place."""

    first: Place
    after: Place
    name: str


def share_of(context: Any, root: Any) -> Share | None:
    """About half of the document below this box; None if it must be laid out by one program."""
    if context.footnotes or not _alike(context.style_for):
        return None
    path, around = _sections(root)
    if around is None:
        return None
    sizes = [0, *accumulate(map(_size, around.children))]
    found = _best([place for place in _breaks(around) if place > 1], sizes)
    if found is None or sizes[-1] < FEWEST_BOXES or _numbered(context, around.children[found[0] : found[1]]):
        return None
    ends = found[1] < len(around.children)
    name = around.children[found[0]].page_values()[0]
    return Share(_place(path, found[0]), _place(path, found[1]) if ends else None, name)


def _alike(style_for: Any) -> bool:
    """Whether the style of a page depends on nothing but its name."""
    types = (
        kind
        for sheet, _, _ in style_for._sheets  # noqa: SLF001 - there is no other way to ask
        for _, selectors, _ in sheet.page_rules
        for _, _, kind in selectors
    )
    return all(kind.side is kind.first is kind.index is None for kind in types)


def _sections(root: Any) -> tuple[tuple[int, ...], Any]:
    """The box whose children begin pages, and the way to it; None if there is none."""
    path, box = tuple[int, ...](), root
    while children := getattr(box, "children", ()):
        if len(_breaks(box)) > 1:
            return path, box
        largest = max(range(len(children)), key=lambda number: _size(children[number]))
        path, box = (*path, largest), children[largest]
    return path, None


def _breaks(box: Any) -> list[int]:
    """The numbers of its children that begin a page of the same name as the one before it."""
    from weasyprint.layout.block import block_level_page_break  # type: ignore[import-untyped]

    pairs = enumerate(zip(box.children, box.children[1:], strict=False), start=1)
    return [
        number
        for number, (before, after) in pairs
        if before.is_in_normal_flow()
        and after.is_in_normal_flow()
        and block_level_page_break(before, after) == "page"
        and before.page_values()[1] == after.page_values()[0]
    ]


def _size(box: Any) -> int:
    """The number of boxes in it, and itself."""
    return 1 + sum(map(_size, getattr(box, "children", ())))


def _best(breaks: Sequence[int], sizes: Sequence[int]) -> tuple[int, int] | None:
    """The first and the end of the run of children that holds the most like half of the boxes."""
    ends = [*breaks, len(sizes) - 1]
    runs = [(first, after) for number, first in enumerate(breaks) for after in ends[number + 1 :]]
    shares = {run: (sizes[run[1]] - sizes[run[0]]) / (sizes[-1] or 1) for run in runs}
    best = min(runs, key=lambda run: abs(shares[run] - HALF), default=None)
    return best if best and LEAST <= shares[best] <= MOST else None


def _numbered(context: Any, boxes: Sequence[Any]) -> bool:
    """Whether there is text that names the number of a page in one of these."""
    names = {id(box) for box, _ in context.target_collector.counter_lookup_items}
    return bool(names) and any(id(one) in names for box in boxes for one in _inside(box))


def _inside(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _inside(child)


def _place(path: tuple[int, ...], number: int) -> Place:
    """The place of a child, in the words of WeasyPrint."""
    place: Place = {number: None}
    for step in reversed(path):
        place = {step: place}
    return place
