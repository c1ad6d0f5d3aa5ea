"""The quick reader of our own PDFs reads what a reader of any PDF reads."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from hustings.report import render_html
from support.printed_text import printed_pages
from support.report import plain_theme, print_of, town_report


@pytest.mark.slow
def test_every_page_has_the_same_letters() -> None:
    content = print_of(render_html(town_report(), plain_theme())).content
    expected = ["".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]
    assert expected == ["".join(page.text.split()) for page in printed_pages(content)]
