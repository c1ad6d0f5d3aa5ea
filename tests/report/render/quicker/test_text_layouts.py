"""Text is laid out with less work, and the PDF has the same bytes as with WeasyPrint as it is released."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from hustings.report import render_html
from hustings.report.render import pdf
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.quicker import text_layouts
from hustings.report.render.weasyprint_start import weasyprint
from support.report import plain_theme, town_report

pytestmark = pytest.mark.slow

LINE_BREAK = "weasyprint.text.line_break"
LINES = """<!doctype html><html lang="en"><head><title>t</title><style>p { width: 60mm } .j { text-align: justify }
.s { letter-spacing: 1pt; word-spacing: 2pt } .u { text-decoration: underline } .w { white-space: pre-wrap }
.b { overflow-wrap: anywhere } .k { hyphens: auto } .n { white-space: nowrap; overflow: hidden; text-overflow: ellipsis
}.f::first-letter { font-size: 20pt } .t { font-variant-caps: small-caps }</style></head><body>
<p>One two three four five six seven eight nine ten eleven twelve.</p>
<p class="j">One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.</p>
<p class="s">One two three four five six seven eight nine ten</p>
<p class="u">One <b>two</b> three</p>
<p class="w">One\ttwo\n\n  three\nfour&#8232;five</p>
<p class="b">Onetwothreefourfivesixseveneightninetentwelvethirteen</p>
<p class="k">Uncharacteristically incomprehensible responsibilities internationalisation</p>
<p class="n">One two three four five six seven eight nine ten</p>
<p class="f">One two three four five six seven eight</p>
<p lang="ar" dir="rtl">حملة واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة</p>
<p lang="zh">選挙選挙選挙選挙選挙選挙選挙</p>
<p class="t">👍🏽 Łódź ﬁ office a&#173;b</p>
<svg width="90" height="20"><text x="1" y="9">One</text></svg></body></html>"""


def printed(page: str) -> bytes:
    return pdf_bytes(page, plain_theme(), paper="letter", attachment="{}").content


def test_the_bytes_are_those_of_weasyprint_as_released(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [LINES, render_html(town_report(sample=True), plain_theme())]
    layout = layouts()
    assert layout.setup is text_layouts._setup
    quick = [printed(page) for page in pages]
    monkeypatch.setattr("hustings.report.render.weasyprint_start.quicken_text", lambda _module: None)
    monkeypatch.setattr(pdf, "plain_page", lambda *_given: None)
    text_layouts.as_released()
    assert quick == [printed(page) for page in pages]


def test_another_version_is_left_as_it_is() -> None:
    layouts()
    text_layouts.as_released()
    text_layouts.quicken_text(SimpleNamespace(VERSION="71.0"))
    assert sys.modules[LINE_BREAK].Layout.setup is not text_layouts._setup
    assert layouts().setup is text_layouts._setup


def layouts() -> Any:
    """WeasyPrint's class, once it is loaded our way."""
    weasyprint()
    return sys.modules[LINE_BREAK].Layout
