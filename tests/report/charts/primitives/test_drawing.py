"""Paths and words that charts are made of."""

from __future__ import annotations

import pytest

from hustings.report.charts.primitives.drawing import (
    Shape,
    box,
    clear_of,
    diamond,
    dot,
    line,
    maybe,
    moved,
    unit,
    word,
)
from hustings.report.charts.primitives.text_width import text_width


def test_paths() -> None:
    assert "M1 2h3v4h-3z" == box(1, 2, 3, 4)
    assert "M1 2h0v4h-0z" == box(1, 2, -3, 4)
    assert "M0.3 0L10 20.1" == line(1 / 3, 0, 10, 20.06)
    assert "M5 3l2 2l-2 2l-2 -2z" == diamond(5, 5, 2)
    assert "M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z" == dot(5, 5, 2)
    assert ("0", "-1.5") == (unit(-0.01), unit(-1.5))


def test_what_may_be_is_dashed_and_empty() -> None:
    assert Shape("M0 0", "paper", "accent", "0.8", "2 1.4") == maybe("M0 0")


def test_a_word_knows_what_it_covers() -> None:
    long = text_width("Exposed", 9.5)
    assert pytest.approx((10, 10 + long)) == word(10, 0, "Exposed").span
    assert pytest.approx((100 - long, 100)) == word(100, 0, "Exposed", anchor="end").span
    middle = word(50, 0, "Exposed", anchor="middle")
    assert pytest.approx((50 - long / 2, 50 + long / 2)) == middle.span
    assert clear_of(middle, [word(100, 0, "a"), word(0, 0, "b")])
    assert not clear_of(middle, [word(52, 0, "a")])


def test_a_path_is_moved_and_keeps_its_form() -> None:
    assert "M11 22h3v4h-3z" == moved(box(1, 2, 3, 4), 10, 20)
    assert "M13 25a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z" == moved(dot(5, 5, 2), 10, 20)
    assert "M10.5 20V34.2M12 26.8L13 26.8H14" == moved("M0.5 0V14.2M2 6.8L3 6.8H4", 10, 20)
    assert "" == moved("", 1, 1)
