"""A page of the theme that ships, as WeasyPrint takes it: read quickly, and with no style that nothing uses.

WeasyPrint's own style sheet gives each element a footnote's call and marker, a note's, and a list's marker: six styles
for an element that has none of them, which take a fifth of the memory. A theme that is not ours keeps them.
"""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

from hustings.report.render.quicker.plain_tree import plain_tree
from hustings.report.render.quicker.text_layouts import VERSION

NOTED = ("footnote", "note-call", "note-marker", "list-item")
"""Words of a style sheet that uses them."""
KIND = 3
"""Where a selector names its pseudo-element."""


def plain_page(weasy: Any, html: str, base_url: str, fetcher: Any) -> Any:
    """The page as WeasyPrint's `HTML`; None if it must be read by WeasyPrint."""
    if weasy.VERSION != VERSION or any(word in html for word in NOTED):
        return None
    tree = plain_tree(html, named=False)
    if tree is None or tree.find("head/base") is not None:
        return None
    page = _kind(weasy)()
    page.base_url, page.url_fetcher, page.media_type = base_url, fetcher, "print"
    page.wrapper_element = weasy.cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page


@lru_cache(maxsize=1)
def _kind(weasy: Any) -> Any:
    sheet = _without_notes(weasy.UA_STYLESHEET)

    class PlainPage(weasy.HTML):  # type: ignore[misc]  # WeasyPrint has no types
        """A page that has been read."""

        def __init__(self) -> None:
            """What it holds is set by `plain_page`."""

        def _ua_stylesheets(self, forms: bool = False) -> Any:
            return super()._ua_stylesheets(forms) if forms else [sheet]

    return PlainPage


def _without_notes(sheet: Any) -> Any:
    """WeasyPrint's style sheet without notes, and with markers of list items only."""
    sheet, matcher = copy.copy(sheet), copy.copy(sheet.matcher)
    everywhere = matcher.other_selectors
    markers = [one for one in everywhere if one[KIND] == "marker"]
    matcher.other_selectors = [one for one in everywhere if one[KIND] is None]
    named = matcher.lower_local_name_selectors
    matcher.lower_local_name_selectors = {**named, "li": [*named.get("li", ()), *markers]}
    sheet.matcher = matcher
    return sheet
