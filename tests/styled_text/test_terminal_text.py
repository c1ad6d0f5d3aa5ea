"""Text on a terminal: harmless, and paragraphs by cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hustings.styled_text.terminal_text import paragraphs, safe
from hustings.text import cells


def test_what_could_steer_a_terminal_is_taken_out() -> None:
    assert safe("\x1b[2Jgone\x07 \x9b31m\u202eevil\x00") == "[2Jgone 31mevil"


def test_line_breaks_stay_and_every_space_is_a_plain_one() -> None:
    assert safe("one\r\ntwo\rthree\tfour\u00a0five") == "one\ntwo\nthree four five"


def test_joiners_of_emoji_and_persian_stay() -> None:
    assert safe("👩\u200d💻 می\u200cخواهم") == "👩\u200d💻 می\u200cخواهم"


def test_lines_break_between_words_and_hang() -> None:
    assert paragraphs("When someone here uses a chatbot", 14, "  ") == ("When someone", "  here uses a", "  chatbot")


def test_a_first_line_may_start_with_a_number() -> None:
    assert paragraphs("Their own account", 14, "   ", "1  ") == ("1  Their own", "   account")


def test_a_word_wider_than_the_line_is_cut_and_wide_characters_too() -> None:
    assert paragraphs("x" * 20, 8) == ("x" * 8, "x" * 8, "x" * 4)
    assert paragraphs("投" * 6, 8) == ("投" * 4, "投" * 2)


def test_an_empty_line_stays_a_line() -> None:
    assert paragraphs("one\n\ntwo", 20) == ("one", "", "two")


@given(st.text(), st.integers(8, 40))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    lines = paragraphs(text, width)
    assert [line for line in lines if cells(line) > width] == []
    assert "".join("".join(lines).split()) == "".join(safe(text).split())
