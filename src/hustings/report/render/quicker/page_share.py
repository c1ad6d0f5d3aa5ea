"""The pages of a document that a second program makes: about half, between two places where a page must begin.

Elements of the class `page` begin one, and what is on such a page depends on nothing before it but the numbers and
words in its margins. So each program empties the elements that the other one prints, and makes no styles and boxes for
what was in them. How long an element takes is reckoned by the elements in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any
from xml.etree.ElementTree import Element

from hustings.frozen_records import dataclass

BEGINS = "page"
FEWEST_ELEMENTS = 800
"""With fewer a fork is not worth its start."""
LEAST, HALF, MOST = 0.1, 0.5, 0.9
"""How much of a document may be made elsewhere, and how much is best."""


@dataclass(frozen=True, slots=True)
class Share:
    """The children of an element from one number up to another, which may be the end."""

    around: Element
    first: int
    after: int


def share_of(root: Element) -> Share | None:
    """About half of a document; None if it must be made by one program."""
    around = max(root.iter(), key=lambda one: len(_begins(one)))
    sizes = [0, *accumulate(sum(1 for _ in child.iter()) for child in around)]
    found = _best([number for number in _begins(around) if number > 1], sizes)
    return Share(around, *found) if found and sizes[-1] >= FEWEST_ELEMENTS else None


def _begins(element: Element) -> list[int]:
    """The numbers of its children that begin a page."""
    return [number for number, child in enumerate(element) if BEGINS in child.get("class", "").split()]


def _best(begins: Sequence[int], sizes: Sequence[int]) -> tuple[int, int] | None:
    """The first and the end of the run of children that holds the most like half of the elements."""
    ends = [*begins, len(sizes) - 1]
    runs = [(first, after) for number, first in enumerate(begins) for after in ends[number + 1 :]]
    shares = {run: (sizes[run[1]] - sizes[run[0]]) / sizes[-1] for run in runs}
    best = min(runs, key=lambda run: abs(shares[run] - HALF), default=None)
    return best if best and LEAST <= shares[best] <= MOST else None


def leave_share(share: Share) -> None:
    """Empty the elements that the other program prints."""
    _empty(share.around[share.first : share.after])


def leave_others(root: Element, share: Share) -> None:
    """Empty all elements but those of this share and what they stand in."""
    around = share.around
    _empty([*around[: share.first], *around[share.after :]])
    parents = {child: parent for parent in root.iter() for child in parent}
    while (parent := parents[around]) is not root:
        _empty([child for child in parent if child is not around])
        around = parent


def _empty(elements: Sequence[Element]) -> None:
    for element in elements:
        del element[:]
        element.text = None


# --- in the tree of boxes ----------------------------------------------------------------------------------------

Place = dict[int, Any] | None
"""Where a page begins, as WeasyPrint says it: the number of a child, and the place in it; None is an end."""


@dataclass(frozen=True, slots=True)
class Between:
    """The places between which the pages of a share are; `name` is that of the pages around each place."""

    first: Place
    after: Place
    name: str


def between(context: Any, root: Any, share: Share) -> Between | None:
    """The places of a share; None if the document must be made by one program after all."""
    path = _path(root, share.around)
    if path is None or context.footnotes or not _alike(context.style_for):
        return None
    around = root
    for step in path:
        around = around.children[step]
    elements = [child.element for child in around.children]
    ends = [share.around[number] for number in (share.first, share.after) if number < len(share.around)]
    numbers = [elements.index(element) for element in ends if element in elements]
    if len(numbers) < len(ends) or not set(numbers) <= set(_breaks(around)):
        return None
    first, after = (*(_place(path, number) for number in numbers), None)[:2]
    return Between(first, after, around.children[numbers[0]].page_values()[0])


def _path(box: Any, element: Element) -> tuple[int, ...] | None:
    """The way from a box to that of an element."""
    if box.element is element:
        return ()
    ways = ((number, _path(child, element)) for number, child in enumerate(getattr(box, "children", ())))
    return next(((number, *way) for number, way in ways if way is not None), None)


def _alike(style_for: Any) -> bool:
    """Whether the style of a page depends on nothing but its name."""
    types = (
        kind
        for sheet, _, _ in style_for._sheets  # noqa: SLF001 - there is no other way to ask
        for _, selectors, _ in sheet.page_rules
        for _, _, kind in selectors
    )
    return all(kind.side is kind.first is kind.index is None for kind in types)


def _breaks(box: Any) -> Iterator[int]:
    """The numbers of its children that begin a page of the same name as the one before it."""
    from weasyprint.layout.block import block_level_page_break  # type: ignore[import-untyped]

    for number, (before, after) in enumerate(zip(box.children, box.children[1:], strict=False), start=1):
        alike = before.page_values()[1] == after.page_values()[0]
        if alike and before.is_in_normal_flow() and block_level_page_break(before, after) == "page":
            yield number


def _place(path: tuple[int, ...], number: int) -> Place:
    """The place of a child, in the words of WeasyPrint."""
    place: Place = {number: None}
    for step in reversed(path):
        place = {step: place}
    return place
