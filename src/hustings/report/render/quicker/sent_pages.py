"""A page that another program laid out, as much of it as the file needs beside its content stream.

WeasyPrint 70 makes the tags of a file from the boxes of its pages. Of a box that is elsewhere come its kind, its
element, and the few things that the tags ask for; the elements are the same in both programs, and known by their
number. Positions come only for pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hustings.frozen_records import dataclass
from hustings.report.render.quicker.painted_pages import Mark

ASKED = ("colspan", "rowspan", "is_table_wrapper")
"""What the tags ask of a box, where it is not as usual."""
PICTURE = (
    *("position_x", "margin_left", "padding_left", "border_left_width"),
    *("position_y", "margin_top", "padding_top", "border_top_width", "width", "height"),
)
"""What says where the content of a picture is."""
PICTURES = ("img", "{http://www.w3.org/2000/svg}svg")
LISTED = ("display", "list_style_type")
"""What the tags ask of the style of an item of a list."""
Row = tuple[str, int, str | None, dict[str, Any], Mark | None, int, list[Any]]
"""A box: its kind, the number of its element, its tag, what it holds, its mark, its link, the boxes in it."""


@dataclass(frozen=True, slots=True)
class SentPage:
    """A page: its sizes, its bookmarks, its links (each with the number of its box) and its anchors."""

    sizes: tuple[float, float, dict[str, float]]
    bookmarks: list[Any]
    links: list[tuple[str, str, Any, int]]
    anchors: dict[str, Any]


def sent(page: Any) -> tuple[SentPage, dict[int, int]]:
    """A page that was laid out here, and the numbers of the boxes that are links, by their address."""
    boxes: dict[int, int] = {}
    links = [
        (kind, target, area, boxes.setdefault(id(_own(box)), len(boxes))) for kind, target, area, box in page.links
    ]
    return SentPage((page.width, page.height, page.bleed), page.bookmarks, links, page.anchors), boxes


def row(box: Any, marks: Mapping[Any, Mark], links: Mapping[int, int]) -> Row:
    """A box and all in it."""
    box = _own(box)
    tag = box.element_tag
    held = {name: getattr(box, name) for name in ASKED if getattr(box, name) != getattr(type(box), name)}
    if tag in PICTURES:
        held.update({name: getattr(box, name) for name in PICTURE if hasattr(box, name)})
    elif tag == "li":
        held["style"] = {name: box.style[name] for name in LISTED}
    children = [row(child, marks, links) for child in getattr(box, "children", ())]
    number = 0 if box.element is None else id(box.element)
    return type(box).__name__, number, tag, held, marks.get(box), links.get(id(box), -1), children


def _own(box: Any) -> Any:
    """The box itself, of what stands elsewhere on the page."""
    return getattr(box, "_box", box)


class PageTree:
    """Boxes made of rows: `elements` by their number, `links` by theirs; which box has which mark is in `marks`."""

    def __init__(self, elements: Mapping[int, Any], links: Mapping[int, Any]) -> None:
        self._elements, self._links = elements, links
        self.marks: dict[Any, dict[str, Any]] = {}

    def box(self, given: Row) -> Any:
        """The box of a row, and all in it."""
        from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]

        kind, number, tag, held, mark, link, children = given
        made = self._links.get(link) or boxes.Box.__new__(boxes.Box)
        made.__class__ = getattr(boxes, kind)
        made.element_tag, made.element = tag, self._elements[number] if number else None
        made.__dict__.update(held, remove_decoration_sides=set())
        made.children = [self.box(child) for child in children]
        if mark is not None:
            self.marks[made] = {"tag": mark[1], "mcid": mark[0]}
        return made
