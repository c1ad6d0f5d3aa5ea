"""A report of which a fork painted half is, byte for byte, the one that one program painted."""

from __future__ import annotations

import os
from typing import Any

import pytest

from hustings.report import render_html
from hustings.report.render.missing_glyphs import noted
from hustings.report.render.pdf import FILLABLE, archived_pdf
from hustings.report.render.quicker import second_painter as module
from hustings.report.render.quicker.second_painter import second_painter
from hustings.report.render.weasyprint_start import weasyprint
from hustings.report.render.written_once import written_once
from support.report import plain_theme, print_of, town_report

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><html lang="en"><title>t</title><style>
@page {{ size: 300px 300px; margin: 40px; @bottom-right {{ content: counter(page) " of " counter(pages) }} }}
body {{ font: 14px "DejaVu Sans" }} section {{ break-before: page }} h1, b, th {{ font-weight: normal }}
th {{ color: #123456 }} .odd {{ {odd} }}
</style><body>{sections}</body></html>"""
SECTION = """<section id="s{n}"><h1>Part {n}</h1><p>Office, <b>AVATAR</b>: letters {n} <i>{letters}</i>
<a href="#s1">to the first</a><ul><li>One</ul><table><thead><tr><th>A<th>B<tbody><tr><td>1<td>{n}</table>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>c</title><path d="M0 0h{n}"/></svg>
{last}</section>"""


def page(last: str = "", odd: str = "", count: int = 8) -> str:
    """Pages of which the later have letters that the first have not, the last one with something more."""
    letters = ["abc", "def", "ghi", "jkl", "xyz", "XYZ", "QRS", "789"]
    sections = [SECTION.format(n=n, letters=letters[n], last=last if n == count - 1 else "") for n in range(count)]
    return PAGE.format(odd=odd, sections="".join(sections))


def written(html: str, *, two: bool) -> bytes:
    laid_out = weasyprint().HTML(string=html).render(pdf_variant=FILLABLE)
    if not two:
        return bytes(laid_out.write_pdf(finisher=written_once, pdf_variant=FILLABLE))
    with second_painter(weasyprint(), laid_out):
        return bytes(laid_out.write_pdf(finisher=written_once, pdf_variant=FILLABLE))


@pytest.fixture(autouse=True)
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was taken from a fork; the machine has two processors."""
    found, add = list[Any](), module._add

    def noted_add(*given: Any) -> None:
        found.append(given)
        add(*given)

    monkeypatch.setattr(module, "_add", noted_add)
    monkeypatch.setattr(module, "_cores", lambda: 2)
    return found


def test_half_of_the_pages_come_from_the_fork_and_nothing_differs(taken: list[Any]) -> None:
    assert written(page(), two=False) == written(page(), two=True)
    assert 1 == len(taken)


@pytest.mark.parametrize(
    ("last", "odd"),
    [
        ('<p class="odd">Pale</p>', "opacity: 0.5"),
        ('<p class="odd">Another typeface</p>', "font-weight: bold"),
        ('<p class="odd">Wide</p>', "background: linear-gradient(red, blue)"),
        ("<p>No glyph: \U0001fbff</p>", ""),
    ],
)
def test_what_a_fork_cannot_send_back_is_painted_here(taken: list[Any], last: str, odd: str) -> None:
    html = page(last, odd)
    assert (written(html, two=False), []) == (written(html, two=True), taken)


def test_a_missing_glyph_is_noticed_here() -> None:
    with noted() as missing:
        written(page("<p>No glyph: \U0001fbff</p>"), two=True)
    assert ["\U0001fbff"] == [*missing]


def test_a_fork_that_ends_early_is_done_without(taken: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_painted", lambda *_: os._exit(1))
    assert (written(page(), two=False), []) == (written(page(), two=True), taken)


def test_a_glyph_of_another_width_is_noticed(taken: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    painted = module._painted

    def wider(*given: Any) -> Any:
        found = painted(*given)
        assert found is not None
        widths = next(iter(found.glyphs.values()))[0]
        widths.update(dict.fromkeys(widths, 1))
        return found

    monkeypatch.setattr(module, "_painted", wider)
    assert (written(page(), two=False), []) == (written(page(), two=True), taken)


def test_there_is_no_fork_for_few_pages_one_processor_or_another_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_started", None)  # a fork would fail
    written(page(count=5), two=True)
    with monkeypatch.context() as other:
        other.setattr(module, "VERSION", "70.1")
        written(page(), two=True)
    monkeypatch.setattr(module, "_cores", lambda: 1)
    written(page(), two=True)


def test_no_fork_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    started, begin = list[int](), module._started

    def noted(*given: Any) -> tuple[int, int]:
        reader, child = begin(*given)
        started.append(child)
        return reader, child

    monkeypatch.setattr(module, "_started", noted)
    written(page(), two=True)
    (child,) = started
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_a_report_is_the_same(taken: list[Any]) -> None:
    html = render_html(town_report(), plain_theme())
    assert print_of(html) == archived_pdf(html, plain_theme(), "letter", "{}", alone=False)
    assert 1 == len(taken)
