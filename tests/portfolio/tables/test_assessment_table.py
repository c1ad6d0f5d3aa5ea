"""What a row of the table says of an assessment, and which of a workshop's votes stand beside it."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.pack.questionnaire import Question
from hustings.portfolio.tables import assessment_table as table
from support.small_packs import DONT_KNOW, LINE, NA, PARTS, answers, control, exposure, fact, made, votes

PACK = made(
    control("c"), control("parts", values=PARTS), exposure("x"), exposure("line", values=LINE),
    facts=(fact("region", "us", "uk"), Question("named", "text", "named?", "all")),
)  # fmt: skip


def test_a_column_for_each_question_that_can_be_counted() -> None:
    named = [(column.name, column.type) for column in table.columns(PACK)]
    assert ("c", "SMALLINT") in named
    assert ("parts", "BIGINT") in named
    assert ("line__number", "DECIMAL(24, 12)") in named
    assert not [name for name, _ in named if name.startswith("named")]


def test_what_was_answered_is_a_code() -> None:
    said = answers(c="largely", parts=("one", "two"), x=DONT_KNOW, line=F("2.5"), region=NA)
    assert {"c": 2, "parts": 3, "x": -1, "line": 0, "line__number": F("2.5"), "region": -2} == table.row(PACK, said)
    assert -1 == table.row(PACK, {})["c"]


def test_votes_that_agree_are_counted_together() -> None:
    said = answers(c=votes("none", "fully", "none"), line=votes(F(3), F(3)), x="much")
    assert -3 == table.row(PACK, said)["c"]
    expected = [
        table.Vote("c", 0, None, 2),
        table.Vote("c", 3, None, 1),
        table.Vote("line", 0, F(3), 2),
    ]
    assert expected == list(table.votes(PACK, said))


@pytest.mark.parametrize(
    ("number", "text"), [(F(0), "0.000000000000"), (F(-5, 4), "-1.250000000000"), (F(1, 3), "0.333333333333")]
)
def test_a_number_is_written_as_a_decimal(number: F, text: str) -> None:
    assert text == table.decimal_text(number)
