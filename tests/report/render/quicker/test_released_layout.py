"""WeasyPrint's functions are replaced for a while, and no longer."""

from __future__ import annotations

from hustings.report.render.quicker.released_layout import in_place
from hustings.report.render.weasyprint_start import weasyprint


def test_the_functions_come_back() -> None:
    steps = weasyprint().layout

    released = steps.make_all_pages, steps.make_margin_boxes
    with in_place(list, tuple):
        assert (list, tuple) == (steps.make_all_pages, steps.make_margin_boxes)
    assert released == (steps.make_all_pages, steps.make_margin_boxes)
