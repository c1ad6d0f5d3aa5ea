"""A text in a chart is as wide as the theme's font sets it, and is cut or wrapped before it outgrows its place."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from hustings.report.charts.primitives.letter_widths import LETTERS, WIDTHS
from hustings.report.charts.primitives.text_width import fitted, text_width, wrapped
from support.report import plain_theme


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_widths_are_those_of_the_font(weight: int) -> None:
    found: dict[str, int] = {}
    for part in ("latin-ext", "latin"):
        font = TTFont(plain_theme() / "fonts" / f"source-sans-3-{part}-{weight}-normal.woff2")
        letters, widths = font.getBestCmap(), font["hmtx"]
        found |= {letter: widths[letters[ord(letter)]][0] for letter in LETTERS if ord(letter) in letters}
    assert found == WIDTHS[weight]


def test_a_width_is_in_points() -> None:
    assert pytest.approx(10 * (WIDTHS[400]["a"] + WIDTHS[400]["b"]) / 1000) == text_width("ab", 10)
    assert text_width("ab", 10, 700) > text_width("ab", 10)


def test_other_scripts_are_measured_on_the_safe_side() -> None:
    assert (10.0, 6.4, 6.4) == (text_width("選", 10), text_width("ح", 10), text_width("ш\u0301", 10))


def test_what_is_too_wide_is_cut_or_wrapped() -> None:
    assert "Fits" == fitted("Fits", 10, 40)
    assert fitted("A name that is far too long", 10, 40).endswith("…")
    assert text_width(fitted("A name that is far too long", 10, 40), 10) <= 40
    lines = wrapped("A name that is far too long for one line", 10, 80)
    assert 2 == len(lines)
    assert all(text_width(line, 10) <= 80 for line in lines)
    assert ("one", "two", "three") == wrapped("one two three", 10, 25, most=3)
