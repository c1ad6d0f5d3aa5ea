"""Bars of sections, and the range on the line of bands."""

from __future__ import annotations

from fractions import Fraction

from hustings.interview.screen.bars import Meter, Strip, bar, section_bars, strip_rows
from hustings.interview.screen.rows import text_of, wide

BANDS = (("Unprepared", Fraction(0)), ("Exposed", Fraction(40)), ("Guarded", Fraction(60)), ("Ready", Fraction(80)))


def test_what_is_begun_shows_and_what_is_done_is_heavy() -> None:
    parts = (Fraction(0), Fraction(1, 100), Fraction(1, 2), Fraction(9, 10), Fraction(1))
    assert ["──────", "╸─────", "━━━───", "━━━━━─", "━━━━━━"] == [text_of(bar(part, 6)) for part in parts]


def test_a_bar_is_as_long_as_its_section() -> None:
    row = section_bars((Meter(8, 8), Meter(1, 4, 3, here=True), Meter(0, 12)), 40)
    assert "━━━━━━━━━━━━ ━╸──── ────────────────────" == text_of(row)
    assert 40 == wide(row)
    assert 1 == Meter(0, 0).part


def test_where_there_is_no_room_for_bars_there_are_none() -> None:
    assert () == section_bars(tuple(Meter(0, 1) for _ in range(9)), 12)
    assert () == section_bars((), 40)
    assert 20 == wide(section_bars((Meter(0, 60), *(Meter(0, 1) for _ in range(5))), 20))


def test_the_range_stands_on_the_line_of_bands() -> None:
    track, names = strip_rows(Strip(Fraction(41), Fraction(63), BANDS), 50)
    assert "────────────────────███████████─────────┬─────────" == text_of(track)
    assert "Unprepared          Exposed   Guarded   Ready" == text_of(names)
    assert ["Exposed", "Guarded"] == [text for role, text in names if role == "strong"]


def test_a_single_figure_is_a_mark_and_a_name_without_room_is_left_out() -> None:
    track, names = strip_rows(Strip(Fraction(100), Fraction(100), BANDS), 30)
    assert 30 == wide(track)
    assert "Unprepared  Ready" == " ".join(text_of(names).split()).replace(" ", "  ")
