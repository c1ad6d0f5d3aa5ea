"""Signs, and what stands for them where a terminal has ASCII only."""

from __future__ import annotations

from hustings.interview.screen.rows import Row, text_of
from hustings.interview.screen.signs import in_ascii
from hustings.text import cells
from support import screens


def test_each_sign_has_one_of_the_same_width() -> None:
    row: Row = (("key", "❯ ✓ ✕ → · ━╍─╸"), ("", "“ñ…”"))
    assert '> + x - - =~-="ñ~"' == text_of(in_ascii(row))


def test_no_screen_needs_more_than_ascii_but_for_letters() -> None:
    for state in screens.states():
        for row in screens.drawn(state, 100, 34).rows:
            told = text_of(in_ascii(row))
            assert cells(told) == cells(text_of(row))
            assert [] == [letter for letter in told if not letter.isascii() and not letter.isalpha()], (state, told)
