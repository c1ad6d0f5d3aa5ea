"""The parts of expressions mean what their names say, whatever stands beside them."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.portfolio.rubric_sql.query_parts import expressions as e
from support.portfolio import value_of

ONE, TWO, FOUR, NULL = e.whole(1), e.whole(2), e.whole(4), e.NULL
YES, NO = e.at_least(TWO, ONE), e.at_least(ONE, TWO)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (e.every([NO, e.some([YES, YES])]), False),
        (e.some([YES, e.every([NO, NO])]), True),
        (e.every([]), True),
        (e.some([]), False),
        (e.every([YES, e.FALSE]), False),
        (e.some([NO, e.TRUE]), True),
        (e.no(e.some([NO, NO])), True),
        (e.no(e.TRUE), False),
        (e.total([]), 0),
        (e.total([ONE, e.whole(-2), FOUR]), 3),
        (e.choose((NO, ONE), (YES, TWO), otherwise=FOUR), 2),
        (e.choose((e.FALSE, ONE), otherwise=FOUR), 4),
        (e.choose((e.TRUE, ONE), (YES, TWO), otherwise=FOUR), 1),
        (e.choose((NO, ONE), otherwise=NULL), None),
        (e.by_code(TWO, [(1, ONE), (2, FOUR)], ONE), 4),
        (e.one_of(TWO, [1, 2]), True),
        (e.one_of(TWO, [4]), False),
        (e.has_bit(e.whole(6), 4), True),
        (e.has_bit(e.whole(6), 1), False),
        (e.least([NULL, TWO, ONE]), 1),
        (e.greatest([NULL, TWO, ONE]), 2),
        (e.coalesced(NULL, TWO), 2),
        (e.is_null(NULL), True),
        (e.real(F(1, 4)), 0.25),
    ],
)
def test_an_expression(expression: e.Expr, value: object) -> None:
    assert value == value_of(expression)


def test_names_are_quoted() -> None:
    assert '"order" AS "select; drop"' == e.named(e.col("order"), "select; drop").sql()
