"""A logo as a data: URL, or a sentence that says what is wrong with it."""

from __future__ import annotations

import pytest

from hustings.problems import InputError
from hustings.report.brand.logo import checked_logo

pytestmark = pytest.mark.slow

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as wrong:
        checked_logo(content, "l.svg")
    assert "Save the logo as a plain SVG (outlines only) or as a PNG." == wrong.value.hint
    return wrong.value.what


def test_a_logo_that_is_one() -> None:
    assert checked_logo(SVG.format("").encode(), "l.svg").startswith("data:image/svg+xml;base64,PHN2Zy")


def test_each_fault_has_its_sentence() -> None:
    holds = "l.svg holds <script>; a logo draws, and does and fetches nothing."
    assert holds == refused(SVG.format("<script/>").encode())
    assert "l.svg is neither an SVG nor a PNG." == refused(b"GIF89a")
    assert "l.svg has more parts than a logo needs." == refused(SVG.format("<g/>" * 3_000).encode())
    assert "l.svg cannot be read as an SVG or a PNG." == refused(b"\x89PNG\r\n\x1a\n and nothing else")
