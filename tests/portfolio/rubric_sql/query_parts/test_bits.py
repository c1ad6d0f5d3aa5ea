"""Whole numbers as rows of bits, and lists by code."""

from __future__ import annotations

import pytest

from hustings.portfolio.rubric_sql.query_parts.bits import (
    LEAST_CODE,
    all_bits,
    any_bits,
    bits_from,
    listed,
    looked_up,
    plain_words,
    word_of,
)
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, total, whole
from support.portfolio import value_of

SUM = total([whole(4), whole(2)])


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (all_bits([whole(6), SUM, whole(3)]), 2),
        (any_bits([all_bits([whole(1), whole(3)]), SUM]), 7),
        (bits_from(whole(0b1011_0110), 4), 0b1011),
        (bits_from(whole(0b1011_0110), 4, 3), 0b11),
        (bits_from(SUM, 0, 5), 6),
        (looked_up(whole(LEAST_CODE), [7, 8, 9]), 7),
        (looked_up(whole(LEAST_CODE + 2), [7, 8, 9]), 9),
        (looked_up(whole(0), [7, 7, 7]), 7),
        (listed(whole(2), [7, 8]), 8),
        (word_of(whole(2), ["a", "b"]), "b"),
        (word_of(whole(0), ["a", "b"]), None),
        (word_of(whole(1), ["a", "b"]).transform(plain_words), "a"),
    ],
)
def test_an_expression(expression: Expr, value: object) -> None:
    assert value == value_of(expression)
