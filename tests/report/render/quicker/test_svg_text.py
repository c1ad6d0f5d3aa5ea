"""A chart's lines of text are drawn as one each, and stand where WeasyPrint puts them letter by letter."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from hustings.report.render.quicker import svg_text
from hustings.report.render.weasyprint_start import weasyprint

pytestmark = pytest.mark.slow

PAGE = (
    '<!doctype html><html lang="en"><title>t</title><svg width="300" height="90" viewBox="0 0 300 90"'
    ' font-family="DejaVu Sans">{}</svg></html>'
)
ANCHORED = '<text x="150" y="20" font-size="9" font-weight="{}" text-anchor="{}" fill="#123456">AVATAR office {}</text>'
DARK, SEEN = 128, 64
"""Dots of letters, and a difference that an eye may see."""
OTHERS = (
    '<text x="9" y="9" rotate="9">Turned</text>',
    '<text x="9 20 30" y="9">Three</text>',
    '<text x="9" y="9">Two <tspan y="20">parts</tspan></text>',
    '<text x="9" y="9" opacity="0.5" text-anchor="middle">Pale</text>',
    '<text x="9" y="9" transform="translate(9 9)">Moved</text>',
    '<text x="9">No height</text>',
    '<text x="9" y="9" visibility="hidden">Hidden</text>',
    '<text x="9" y="9"></text>',
)


def printed(picture: str) -> bytes:
    content: bytes = weasyprint().HTML(string=PAGE.format(picture)).write_pdf(pdf_variant="pdf/ua-1")
    return content


def printed_as_released(picture: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    svg_text.charts_as_released()
    with monkeypatch.context() as patched:
        patched.setattr("hustings.report.render.weasyprint_start.quicken_charts", lambda _module: None)
        return printed(picture)


def grey(content: bytes, folder: Path) -> bytes:
    """The page as poppler draws it, a byte a dot."""
    pdf, picture = folder / "page.pdf", folder / "page"
    pdf.write_bytes(content)
    subprocess.run(["pdftoppm", "-r", "100", "-gray", "-singlefile", str(pdf), str(picture)], check=True)
    return picture.with_suffix(".pgm").read_bytes().split(b"\n", 3)[3]


def text(content: bytes) -> str:
    return " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())


def test_a_line_stands_where_its_letters_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for anchor, weight in (("start", "400"), ("middle", "bold"), ("end", "400")):
        picture = ANCHORED.format(weight, anchor, anchor)
        quick, slow = printed(picture), printed_as_released(picture, monkeypatch)
        assert len(quick) < len(slow)
        assert text(slow) == text(quick)
        pairs = [*zip(grey(slow, tmp_path), grey(quick, tmp_path), strict=True)]
        assert any(dot < DARK for dot, _ in pairs)
        assert 0 == sum(abs(one - other) > SEEN for one, other in pairs)


def test_what_is_no_plain_line_is_drawn_by_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    for picture in OTHERS:
        assert printed(picture) == printed_as_released(picture, monkeypatch), picture


def test_another_version_is_left_as_it_is() -> None:
    weasyprint()
    svg_text.charts_as_released()
    svg_text.quicken_charts(SimpleNamespace(VERSION="71.0"))
    assert sys.modules["weasyprint.svg"].SVG.draw_node is not svg_text._draw_node
    weasyprint()
    assert sys.modules["weasyprint.svg"].SVG.draw_node is svg_text._draw_node
