"""A PDF whose objects were made bytes beforehand is the same file."""

from __future__ import annotations

import pytest

from hustings.report.render.pdf_objects import write_objects_once
from hustings.report.render.weasyprint_start import weasyprint

pytestmark = pytest.mark.slow

PAGE = '<!doctype html><html lang="en"><title>One</title><h1>One</h1><p><a href="https://a.example">Two</a></p>'


def test_it_comes_out_the_same() -> None:
    page = weasyprint().HTML(string=PAGE)
    variant = {"pdf_variant": "pdf/ua-1", "pdf_identifier": True}
    plain, once = (page.write_pdf(finisher=way, **variant) for way in (None, write_objects_once))
    assert plain == once
