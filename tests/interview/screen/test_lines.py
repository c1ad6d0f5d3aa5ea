"""Lines of a page: under labels, with signs, bars and the line of bands."""

from __future__ import annotations

from fractions import Fraction

from hustings.interview.pages.page import PageLine
from hustings.interview.screen.lines import led_lines, line_rows
from hustings.interview.screen.section_bars import Meter
from hustings.styled_text.bars import Strip
from hustings.styled_text.rows import text_of

LINES = (
    PageLine("Records kept out.", label="In place\n7 of 12", sign="done"),
    PageLine("Two steps.", label="In place\n7 of 12", sign="done"),
    PageLine(""),
    PageLine("Ask who.", label="To find out", sign="find_out"),
)


def told(*lines: PageLine, width: int = 60, strips: bool = True) -> list[str]:
    return [text_of(row).rstrip() for row in line_rows(lines, width, strips=strips)]


def test_labels_stand_in_a_column_once_for_their_lines() -> None:
    assert ["In place     ✓ Records kept out.", "7 of 12      ✓ Two steps.", "", "To find out  ? Ask who."] == told(
        *LINES
    )


def test_in_a_narrow_window_labels_stand_above() -> None:
    assert ["In place", "7 of 12", "✓ Records kept out.", "✓ Two steps.", "", "To find out", "? Ask who."] == told(
        *LINES, width=30
    )


def test_a_section_has_a_bar_as_long_as_it_takes() -> None:
    line = PageLine("Fakes", label="4", meter=Meter(0, 9, 6))
    assert ["  4  Fakes                      ━━━━━━ 6 min"] == told(line)
    assert ["  4  Fakes                  6 min"] == told(line, width=32)


def test_the_line_of_bands_is_left_out_where_there_is_no_room() -> None:
    strip = Strip(Fraction(41), Fraction(63), (("Low", Fraction(0)), ("High", Fraction(50))))
    lines = (PageLine("41 to 63 of 100", "strong", "So far"), PageLine("", label="So far", strip=strip))
    assert [3, 1] == [len(told(*lines)), len(told(*lines, strips=False))]


def test_a_place_and_plain_lines() -> None:
    assert ["▌ What is it?", "plain", "• news"] == told(
        PageLine("What is it?", place=True), PageLine("plain"), PageLine("news", sign="news")
    )
    assert ["+ Done."] == [text_of(row) for row in led_lines("Done.", 20, "title", (("tick", "+ "),))]
