"""A report under a brand: cover, colours, foot and file; what it carries; and nothing in it is markup."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.brand.brand_records import Brand
from hustings.report.brand.branded_report import brand_from, branded, carried_brand, properties_of, style_of
from hustings.report.brand.logo import checked_logo
from hustings.report.document.document_records import Document
from hustings.report.formats.report_blocks import report_blocks
from hustings.report.formats.word_report import word_report
from hustings.report.verification.docx_contents import main
from support.report import alternatives, pdf_faults, pdf_of, plain_theme, town_report

pytestmark = pytest.mark.slow

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@cache
def ours() -> Brand:
    return Brand(
        "Alder & <b>Finch</b>", "Counsel", "J. Doe", "12 Main Street", "For Rivera only", "Confidential",
        checked_logo(SVG, "l.svg"), "An alder leaf", "#e3a81b",
    )  # fmt: skip


@cache
def page() -> Document:
    return branded(town_report(), ours())


def test_a_page_says_whose_it_is_in_its_colour() -> None:
    html = render_html(page(), plain_theme())
    for text in ("Alder &amp; &lt;b&gt;Finch&lt;/b&gt;", "Counsel", "J. Doe", "12 Main Street", "Confidential"):
        assert text in html, text
    assert '<p class="classed">For Rivera only</p>' in html
    assert 'alt="An alder leaf"' in html
    assert "Hustings</title>" not in html
    assert 'fill="#7a5a0f"' in html
    assert 'fill="#1d4f7c"' not in html
    assert ":root { --accent: #7a5a0f; " in html


def test_the_pdf_keeps_its_standards_with_a_logo_that_has_words(tmp_path: Path) -> None:
    short = replace(page(), domains=(), answers=(), ledger=(), rules=None, offers=None)
    path = pdf_of(short, tmp_path / "r.pdf")
    assert [] == pdf_faults(path)
    assert "An alder leaf" == alternatives(path)[0]


def test_a_text_for_a_word_processor_says_it_too() -> None:
    content = word_report(page(), report_blocks(page()), plain_theme(), paper="a4")
    said = main(content).decode()
    assert all(text in said for text in ("Alder & <b>Finch</b>", "J. Doe", "12 Main Street", "Confidential"))


def test_what_a_brand_changes() -> None:
    assert town_report() == branded(town_report(), None)
    assert ({}, "") == (properties_of(None), style_of(None))
    plain = branded(town_report(), Brand("A"))
    assert {"brand_name": '"A"', "brand_line": '""'} == properties_of(plain.brand)
    assert town_report().classed == plain.classed


def test_a_carried_brand_is_the_same_again() -> None:
    assert (None, None) == (carried_brand(None), brand_from(None))
    assert ours() == brand_from(carried_brand(ours()))


@pytest.mark.parametrize(
    "changes",
    [{"name": 1}, {"name": "x" * 81}, {"colour": "red;}"}, {"logo": "https://example.org/a.png"}, {"more": ""}],
)
def test_a_carried_brand_that_is_none_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no "):
        brand_from({**(carried_brand(ours()) or {}), **changes})


def test_a_carried_logo_is_held_against_the_same_list() -> None:
    evil = re.sub(rb"<path.*/>", b"<script/>", SVG)
    with pytest.raises(InputError, match="holds <script>"):
        brand_from({**(carried_brand(ours()) or {}), "logo": f"data:image/svg+xml;base64,{b64encode(evil).decode()}"})
