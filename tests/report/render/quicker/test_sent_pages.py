"""A page that is sent has the boxes, marks and links that its tags are made from."""

from __future__ import annotations

from typing import Any

import pytest

from hustings.report.render.quicker.sent_pages import PageTree, row, sent
from hustings.report.render.weasyprint_start import weasyprint
from support.sections import sections

pytestmark = pytest.mark.slow


def is_picture(box: Any) -> bool:
    return str(box.element_tag).endswith("svg")


def kinds(box: Any) -> list[Any]:
    box = getattr(box, "_box", box)
    own = type(box).__name__, box.element_tag, box.element, box.colspan, box.rowspan, box.is_table_wrapper
    return [own, *(kinds(child) for child in getattr(box, "children", ()))]


def test_boxes_come_back_with_their_elements_marks_and_links() -> None:
    html = weasyprint().HTML(string=sections(count=2))
    page = next(page for page in html.render().pages if any(map(is_picture, page._page_box.descendants())))
    laid, links = sent(page)
    text = next(box for box in page._page_box.descendants() if type(box).__name__ == "TextBox")
    rows = row(page._page_box, {text: (7, "P")}, links)
    kind = weasyprint().formatting_structure.boxes.Box
    boxes = {number: kind.__new__(kind) for *_, number in laid.links}
    tree = PageTree({id(element): element for element in html.etree_element.iter()}, boxes)
    made = tree.box(rows)
    assert kinds(page._page_box) == kinds(made)
    assert [{"tag": "P", "mcid": 7}] == [*tree.marks.values()]
    assert [box.element for *_, box in page.links] == [boxes[number].element for *_, number in laid.links]
    picture = next(filter(is_picture, made.descendants()))
    assert (9, 9) == (picture.width, picture.height)
