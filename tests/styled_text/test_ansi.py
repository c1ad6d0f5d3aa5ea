"""Rows as escape sequences."""

from __future__ import annotations

from hustings.styled_text.ansi import ansi, sgr
from hustings.styled_text.palette import styles
from hustings.styled_text.rows import Row

ROW: Row = (("stop", " STOP "), ("", " Ask "), ("key", "now"), ("quiet", ""), ("", "  "))


def test_roles_become_codes_and_end_after_their_text() -> None:
    true = "\x1b[48;2;179;38;30;38;2;255;255;255;1m STOP \x1b[0m Ask \x1b[38;2;125;184;240;1mnow\x1b[0m  "
    assert true == ansi(ROW, styles("dark", "true"), "true")
    assert "\x1b[41;37;1m STOP \x1b[0m Ask \x1b[96;1mnow\x1b[0m  " == ansi(ROW, styles("dark", "16"), "16")
    assert "\x1b[7;1m STOP \x1b[0m Ask \x1b[1mnow\x1b[0m  " == ansi(ROW, styles("dark", "none"), "none")


def test_without_styles_it_is_plain_text() -> None:
    assert " STOP  Ask now" == ansi(ROW, {}, "true")


def test_of_256_colours_the_nearest_is_taken() -> None:
    assert "38;5;111" == sgr("#7db8f0", "256")
    assert "48;5;231" == sgr("bg:#ffffff", "256")
