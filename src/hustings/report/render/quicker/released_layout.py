"""The two functions by which WeasyPrint 70 lays out a document, and others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def in_place(make_pages: Callable[..., Any], make_margins: Callable[..., Any]) -> Iterator[None]:
    """These two, in place of `make_all_pages` and `make_margin_boxes`."""
    import weasyprint.layout as steps  # type: ignore[import-untyped]
    from weasyprint.layout import page

    steps.make_all_pages, steps.make_margin_boxes = make_pages, make_margins
    try:
        yield
    finally:
        steps.make_all_pages, steps.make_margin_boxes = page.make_all_pages, page.make_margin_boxes
