"""Bars of sections."""

from __future__ import annotations

from hustings.interview.screen.section_bars import Meter, section_bars
from hustings.styled_text.rows import text_of, wide


def test_a_bar_is_as_long_as_its_section() -> None:
    row = section_bars((Meter(8, 8), Meter(1, 4, 3, here=True), Meter(0, 12)), 40)
    assert "━━━━━━━━━━━━ ━╸──── ────────────────────" == text_of(row)
    assert 40 == wide(row)
    assert 1 == Meter(0, 0).part


def test_where_there_is_no_room_for_bars_there_are_none() -> None:
    assert () == section_bars(tuple(Meter(0, 1) for _ in range(9)), 12)
    assert () == section_bars((), 40)
    assert 20 == wide(section_bars((Meter(0, 60), *(Meter(0, 1) for _ in range(5))), 20))
