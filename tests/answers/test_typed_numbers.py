"""Numbers as people type and read them. What `accept` makes of them is in `test_accept`."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.answers.typed_numbers import shown, typed_numbers
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words


@pytest.mark.parametrize(("number", "text"), [("12", "12"), ("5/2", "2.5"), ("1/3", "0.333333"), ("-7", "-7")])
def test_numbers_as_people_write_them(number: str, text: str) -> None:
    assert text == shown(F(number))


@pytest.mark.parametrize(
    ("typed", "numbers", "in_spanish"),
    [
        ("1,200", (F(1200),), (F(1200), F(6, 5))),
        ("28,9", (), (F(289, 10),)),
        ("2.5", (F(5, 2),), (F(5, 2),)),
        ("1 200.25", (F(4801, 4),), (F(4801, 4),)),
        (".", (), ()),
        ("a dozen", (), ()),
    ],
)
def test_a_typed_number_has_the_meanings_of_its_language(
    typed: str, numbers: tuple[F, ...], in_spanish: tuple[F, ...]
) -> None:
    assert numbers == typed_numbers(typed, written=True)
    with speaking(read_words("es")):
        assert in_spanish == typed_numbers(typed, written=True)
        assert numbers == typed_numbers(typed, written=False), "a number of YAML or JSON has one reading"
