"""A report of which a fork laid out and painted half is, byte for byte, the one that one program makes."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

import pytest

from hustings.report import render_html
from hustings.report.render.pdf import FILLABLE, archived_pdf
from hustings.report.render.pdf_objects import write_objects_once
from hustings.report.render.quicker import page_share
from hustings.report.render.quicker import shared_layout as module
from hustings.report.render.quicker.fork import Fork
from hustings.report.render.quicker.page_places import NotSharedError
from hustings.report.render.quicker.shared_layout import shared_layout
from hustings.report.render.weasyprint_start import weasyprint
from support.report import plain_theme, print_of, town_report, worked_report
from support.sections import sections

pytestmark = pytest.mark.slow


def written(html: str, *, shared: bool) -> bytes:
    module_used = weasyprint()
    if not shared:
        laid_out = module_used.HTML(string=html).render(pdf_variant=FILLABLE)
        return bytes(laid_out.write_pdf(finisher=write_objects_once, pdf_variant=FILLABLE))
    page = module_used.HTML(string=html)
    with shared_layout(module_used, None) as half:
        laid_out = half.rendered(page, partial(page.render, pdf_variant=FILLABLE))
        return bytes(laid_out.write_pdf(finisher=write_objects_once, pdf_variant=FILLABLE))


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The numbers of the forks of a test; the machine has two processors, and few elements are enough."""
    started = list[int]()

    class Noted(Fork):
        def __init__(self, work: Any) -> None:
            super().__init__(work)
            started.append(self.number)

    monkeypatch.setattr(module, "Fork", Noted)
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(page_share, "FEWEST_ELEMENTS", 10)
    return started


def test_half_of_the_pages_come_from_the_fork_and_nothing_differs(forks: list[int]) -> None:
    assert written(sections(), shared=False) == written(sections(), shared=True)
    assert 1 == len(forks)


def test_no_fork_is_left(forks: list[int]) -> None:
    written(sections(), shared=True)
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
        ("", "@page :left { margin: 50px }"),
        ("", "@page :first { margin: 50px }"),
        ("", "@page :nth(3) { margin: 50px }"),
        ("", ".page { break-before: auto }"),
        ("", ".page { break-before: right }"),
        ('<p class="odd">Page </p>', ".odd::after { content: counter(page) }"),
        ('<p>Text<span class="odd">Below</span></p>', ".odd { float: footnote }"),
        ('<p><a class="odd" href="#s1">See page </a></p>', ".odd::after { content: target-counter(attr(href), page) }"),
        ('<p id="inside">To here</p>', "nav::after { content: target-counter('#inside', page) }"),
    ],
)
def test_what_a_fork_cannot_make_or_send_is_told(forks: list[int], more: str, odd: str) -> None:
    with pytest.raises(NotSharedError):
        written(sections(more, odd), shared=True)
    assert 1 == len(forks)


def test_there_is_no_fork_for_few_elements_one_processor_or_another_weasyprint(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, owner, value in (
        ("FEWEST_ELEMENTS", page_share, 9999),
        ("cores", module, lambda: 1),
        ("VERSION", module, "70.1"),
    ):
        with monkeypatch.context() as other:
            other.setattr(owner, name, value)
            written(sections(), shared=True)
    assert [] == forks


# --- the report --------------------------------------------------------------------------------------------------


def test_a_report_is_the_same(forks: list[int]) -> None:
    html = render_html(worked_report("payments_by_mail"), plain_theme())
    assert print_of(html) == archived_pdf(html, plain_theme(), "letter", "{}", alone=False)
    assert 1 == len(forks)


def test_a_report_is_printed_alone_where_the_fork_fails(forks: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    html = render_html(town_report(), plain_theme())
    monkeypatch.setattr(module, "forked_pages", lambda *_: os._exit(1))
    assert print_of(html) == archived_pdf(html, plain_theme(), "letter", "{}", alone=False)
    assert 1 == len(forks)
