"""Bars: as long as they should be, whatever they show, and nothing vanishes."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hustings.styled_text.bars import BLOCK, DASHED, EMPTY, FULL, HALF, Strip, bar, range_bar, strip_rows
from hustings.styled_text.rows import text_of, wide

SHARES = st.fractions(0, 1, max_denominator=100)
BANDS = (("Unprepared", Fraction(0)), ("Exposed", Fraction(40)), ("Guarded", Fraction(60)), ("Ready", Fraction(80)))


@given(SHARES, st.integers(1, 60))
def test_a_bar_shows_what_is_begun(part: Fraction, width: int) -> None:
    shown = text_of(bar(part, width))
    assert width == len(shown)
    assert (part > 0) == (FULL in shown or HALF in shown)
    assert FULL * width == text_of(bar(Fraction(1), width))


@given(SHARES, SHARES, st.integers(3, 60))
def test_what_is_not_known_always_shows(one: Fraction, other: Fraction, width: int) -> None:
    low, high = sorted((one, other))
    shown = text_of(range_bar(low, high, width))
    assert width == len(shown)
    assert (low < high) == (DASHED in shown)
    assert list(shown) == sorted(shown, key=(FULL, DASHED, EMPTY).index)


@given(st.fractions(0, 100, max_denominator=10), st.fractions(0, 100, max_denominator=10), st.integers(40, 90))
def test_the_strip_shows_the_range_above_its_bands(one: Fraction, other: Fraction, width: int) -> None:
    low, high = sorted((one, other))
    track, names = strip_rows(Strip(low, high, BANDS), width)
    assert width == wide(track) >= wide(names)
    assert BLOCK in text_of(track)
    assert any(role == "strong" for role, _ in names)


def test_a_strip_to_read() -> None:
    track, names = strip_rows(Strip(Fraction(55), Fraction(59), BANDS), 60)
    assert "────────────────────────┬────────██─┬───────────┬───────────" == text_of(track)
    assert "Unprepared              Exposed     Guarded     Ready" == text_of(names)
    assert [("strong", "Exposed")] == [piece for piece in names if piece[0] == "strong"]
