"""Signs where a terminal has ASCII only."""

from __future__ import annotations

from hustings.styled_text.rows import Row, wide
from hustings.styled_text.signs import ASCII, in_ascii


def test_each_sign_has_one_character_in_its_place() -> None:
    signs: Row = (("here", "".join(map(chr, ASCII))), ("", " Peña "))
    shown = in_ascii(signs)
    assert shown[0][1].isascii()
    assert ("", " Peña ") == shown[1]
    assert wide(signs) == wide(shown)
