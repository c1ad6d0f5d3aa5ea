"""A report of which a fork laid out and painted half is, byte for byte, the one that one program makes."""

from __future__ import annotations

import os
from typing import Any

import pytest

from hustings.report import render_html
from hustings.report.document.records import Document
from hustings.report.render.pdf import FILLABLE, archived_pdf
from hustings.report.render.quicker import page_share
from hustings.report.render.quicker import shared_layout as module
from hustings.report.render.quicker.fork import Fork
from hustings.report.render.quicker.page_places import NotSharedError
from hustings.report.render.quicker.shared_layout import shared_layout
from hustings.report.render.weasyprint_start import weasyprint
from hustings.report.render.written_once import written_once
from support.report import plain_theme, print_of, worked_report

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><html lang="en"><title>t</title><style>
@page {{ size: 300px 300px; margin: 40px; @top-left {{ content: string(part) }}
 @bottom-right {{ content: string(from) counter(page) " of " counter(pages) }} }}
body {{ font: 14px "DejaVu Sans" }} section {{ break-before: page }} h1, b, th {{ font-weight: normal }}
h1 {{ string-set: part content(); bookmark-label: content() }} #s0 {{ string-set: from attr(title) }}
nav a::after {{ content: target-counter(attr(href), page) }} th {{ color: #123456 }} {odd}
</style><body><nav>{contents}</nav>{sections}</body></html>"""
SECTION = """<section id="s{n}" title="Page "><h1>Part {n}</h1><p>Office, <b>AVATAR</b>: letters {n} <i>{letters}</i>
<a href="#s1">to the first</a> <a href="https://example.org/">and <b>away</b></a><ul><li>One<ul><li>Two</ul></ul>
<table><caption>C</caption><thead><tr><th>A<th>B<tbody><tr><td rowspan="2">1<td>{n}<tr><td>2</table>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>c</title><path d="M0 0h{n}"/></svg>
<p>{long}</p>{more}</section>"""
ODD = 3
"""A section that the fork lays out."""


def page(more: str = "", odd: str = "", count: int = 8) -> str:
    """Sections of a page or two, each with letters of its own, one of them with something more."""
    letters = ["abc", "def", "ghi", "jkl", "xyz", "XYZ", "QRS", "789"]
    long = ["word " * 40 * (n % 2) for n in range(count)]
    parts = [SECTION.format(n=n, letters=letters[n], long=long[n], more=more if n == ODD else "") for n in range(count)]
    contents = "".join(f'<p><a href="#s{n}">{n} </a>' for n in range(count))
    return PAGE.format(odd=odd, contents=contents, sections="".join(parts))


def written(html: str, *, shared: bool) -> bytes:
    module_used = weasyprint()
    if not shared:
        laid_out = module_used.HTML(string=html).render(pdf_variant=FILLABLE)
        return bytes(laid_out.write_pdf(finisher=written_once, pdf_variant=FILLABLE))
    with shared_layout(module_used, None) as half:
        laid_out = module_used.HTML(string=html).render(pdf_variant=FILLABLE)
        half.complete(laid_out)
        return bytes(laid_out.write_pdf(finisher=written_once, pdf_variant=FILLABLE))


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The numbers of the forks of a test; the machine has two processors, and few boxes are enough."""
    started = list[int]()

    class Noted(Fork):
        def __init__(self, work: Any) -> None:
            super().__init__(work)
            started.append(self.number)

    monkeypatch.setattr(module, "Fork", Noted)
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(page_share, "FEWEST_BOXES", 10)
    return started


def test_half_of_the_pages_come_from_the_fork_and_nothing_differs(forks: list[int]) -> None:
    assert written(page(), shared=False) == written(page(), shared=True)
    assert 1 == len(forks)


def test_no_fork_is_left(forks: list[int]) -> None:
    written(page(), shared=True)
    with pytest.raises(ChildProcessError):
        os.waitpid(forks[0], os.WNOHANG)


@pytest.mark.parametrize(
    ("more", "odd"),
    [
        ('<p class="odd">Wide</p>', ".odd { background: linear-gradient(red, blue) }"),
        ("<p>No glyph: \U0001fbff</p>", ""),
        ('<p class="odd">On each page</p>', ".odd { position: fixed }"),
        ('<p class="odd">In a margin</p>', ".odd { position: running(odd) }"),
        ('<p class="odd">Another typeface</p>', ".odd { font-weight: bold }"),
        ("", "section { page: other }"),
    ],
)
def test_what_a_fork_cannot_send_back_is_told(forks: list[int], more: str, odd: str) -> None:
    with pytest.raises(NotSharedError):
        written(page(more, odd), shared=True)
    assert 1 == len(forks)


@pytest.mark.parametrize(
    ("more", "odd"),
    [
        ("", "@page :left { margin: 50px }"),
        ("", "@page :first { margin: 50px }"),
        ("", "section { break-before: auto }"),
        ("", "section { break-before: right }"),
        ('<p class="odd">Page </p>', ".odd::after { content: counter(page) }"),
        ('<p>Text<span class="odd">Below</span></p>', ".odd { float: footnote }"),
    ],
)
def test_what_depends_on_the_pages_before_is_laid_out_by_one_program(forks: list[int], more: str, odd: str) -> None:
    html = page(more, odd)
    assert (written(html, shared=False), []) == (written(html, shared=True), forks)


def test_there_is_no_fork_for_few_boxes_one_processor_or_another_weasyprint(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, owner, value in (
        ("FEWEST_BOXES", page_share, 9999),
        ("cores", module, lambda: 1),
        ("VERSION", module, "70.1"),
    ):
        with monkeypatch.context() as other:
            other.setattr(owner, name, value)
            written(page(), shared=True)
    assert [] == forks


# --- the report --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def document() -> Document:
    return worked_report("payments_by_mail")


def test_a_report_is_the_same(forks: list[int], document: Document) -> None:
    html = render_html(document, plain_theme())
    assert print_of(html) == archived_pdf(html, plain_theme(), "letter", "{}", alone=False)
    assert 1 == len(forks)


def test_a_report_is_printed_alone_where_the_fork_fails(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, document: Document
) -> None:
    html = render_html(document, plain_theme())
    monkeypatch.setattr(module, "forked_pages", lambda *_: os._exit(1))
    assert print_of(html) == archived_pdf(html, plain_theme(), "letter", "{}", alone=False)
    assert 1 == len(forks)
