"""Pages painted before their turn are, byte for byte, those painted in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hustings.report.render.pdf import FILLABLE
from hustings.report.render.pdf_objects import write_objects_once
from hustings.report.render.quicker import painted_pages as module
from hustings.report.render.quicker.painted_pages import paint_ahead, painted
from hustings.report.render.weasyprint_start import weasyprint
from support.sections import sections

pytestmark = pytest.mark.slow


def written(html: str, first: Callable[[list[Any]], object]) -> bytes:
    laid_out = weasyprint().HTML(string=html).render(pdf_variant=FILLABLE)
    first(laid_out.pages)
    return bytes(laid_out.write_pdf(finisher=write_objects_once, pdf_variant=FILLABLE))


@pytest.mark.parametrize(
    ("more", "odd"),
    [
        ("", ""),
        ('<p class="odd">Another typeface</p>', ".odd { font-weight: bold }"),
        ('<p class="odd">Wide</p>', ".odd { background: linear-gradient(red, blue) }"),
    ],
)
def test_pages_painted_ahead_are_the_same(more: str, odd: str) -> None:
    html = sections(more, odd, count=4)
    assert written(html, len) == written(html, lambda pages: paint_ahead(pages[2:], None))


def test_what_cannot_be_painted_elsewhere_is_told() -> None:
    made = list[Any]()
    for more, odd in (("\U0001fbff", ""), ("<p class='odd'>A", ".odd { background: linear-gradient(red, blue) }")):
        written(sections(more, odd, count=4), lambda pages: made.append(painted(pages, None)))
    assert [None, None] == made


def test_a_glyph_of_another_width_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def wider(pages: Any, intent: Any) -> Any:
        found = painted(pages, intent)
        assert found is not None
        made, marks = found
        for widths, _ in made.glyphs.values():
            widths.update(dict.fromkeys(widths, 1))
        return made, marks

    html = sections(count=2)
    plain = written(html, len)
    monkeypatch.setattr(module, "painted", wider)
    assert plain == written(html, lambda pages: paint_ahead(pages[1:], None))
