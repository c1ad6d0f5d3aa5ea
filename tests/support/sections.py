"""A small document whose sections begin pages, for what two programs lay out."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, TypeVar

from hustings.report.render.quicker.page_places import Rendering
from hustings.report.render.quicker.released_layout import in_place
from hustings.report.render.weasyprint_start import weasyprint

PAGE = """<!doctype html><html lang="en"><title>t</title><style>
@page {{ size: 300px 300px; margin: 40px; @top-left {{ content: string(part) }}
 @bottom-right {{ content: string(from) counter(page) " of " counter(pages) }} }}
body {{ font: 14px "DejaVu Sans" }} .page {{ break-before: page }} h1, b, th {{ font-weight: normal }}
h1 {{ string-set: part content(); bookmark-label: content() }} #s0 {{ string-set: from attr(title) }}
nav a::after {{ content: target-counter(attr(href), page) }} th {{ color: #123456 }} {odd}
</style><body><nav>{contents}</nav>{sections}</body></html>"""
SECTION = """<section class="page" id="s{n}" title="Page ">
<h1>Part {n}</h1><p>Office, <b>AVATAR</b>: letters {n} <i>{letters}</i>
<a href="#s1">to the first</a> <a href="https://example.org/">and <b>away</b></a><ul><li>One<ul><li>Two</ul></ul>
<table><caption>C</caption><thead><tr><th>A<th>B<tbody><tr><td rowspan="2">1<td>{n}<tr><td>2</table>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>c</title><path d="M0 0h{n}"/></svg>
<p>{long}</p>{more}</section>"""
Found = TypeVar("Found")
ODD = 3
"""A section that the fork lays out."""
LETTERS = ("abc", "def", "ghi", "jkl", "xyz", "XYZ", "QRS", "789")


def sections(more: str = "", odd: str = "", count: int = 8) -> str:
    """Sections of a page or two, each with letters of its own, one of them with something more; and their contents."""
    long = ["word " * 40 * (n % 2) for n in range(count)]
    parts = [SECTION.format(n=n, letters=LETTERS[n], long=long[n], more=more if n == ODD else "") for n in range(count)]
    contents = "".join(f'<p><a href="#s{n}">{n} </a>' for n in range(count))
    return PAGE.format(odd=odd, contents=contents, sections="".join(parts))


def before_layout(html: str, take: Callable[[Rendering], Found]) -> Found:
    """What is taken from a document when its boxes are made, before they are laid out."""
    module, found = weasyprint(), list[Found]()
    released = importlib.import_module("weasyprint.layout.page")

    def make_pages(context: Any, root: Any, page: Any, pages: list[Any]) -> Any:
        found.append(take(Rendering(context, root, page)))
        return released.make_all_pages(context, root, page, pages)

    with in_place(make_pages, released.make_margin_boxes):
        module.HTML(string=html).render()
    return found[0]
