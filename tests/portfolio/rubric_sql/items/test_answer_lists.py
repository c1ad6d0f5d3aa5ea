"""The number that is looked up for an answer is that of its value."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from itertools import compress, product

import pytest

from hustings.pack.item_values import WorstOf
from hustings.pack.questionnaire import Choice
from hustings.portfolio.rubric_sql.items.answer_lists import by_answer, has_list
from hustings.portfolio.tables.assessment_table import NOT_APPLICABLE, UNKNOWN, code
from support.portfolio import value_of
from support.small_packs import AMOUNT, LINE, PARTS, control, exposure, made

MANY = WorstOf((("a", F(0)), ("b", F("0.5")), ("c", F(1)), ("d", F("0.5")), ("e", F("0.2"))))
PACK = made(
    control("ladder"), control("parts", values=PARTS), control("line", values=LINE),
    exposure("few", values=WorstOf(AMOUNT.options)), exposure("many", values=MANY),
    ladder={"na": True}, many={"na": True},
)  # fmt: skip


def of(value: F | None) -> int:
    return 3 if value is None else 7 + int(value * 20)


def number(name: str, code: int) -> object:
    expression = by_answer(PACK.items[name], PACK.questions[name], of, na=1)
    return value_of(expression, f'(select {code} as "{name}__code")')


@pytest.mark.parametrize("name", ["parts", "few", "many"])
def test_every_way_to_tick(name: str) -> None:
    question, item = PACK.questions[name], PACK.items[name]
    ids = [choice.id for choice in question.choices]
    for picks in product((False, True), repeat=len(ids)):
        ticked = tuple(compress(ids, picks))
        assert of(item.values.of(ticked)) == number(name, code(question, ticked)), ticked  # type: ignore[arg-type]  # ticks


def test_every_choice() -> None:
    assert [of(F(value)) for value in ("0", "0.3", "0.7", "1")] == [number("ladder", code) for code in range(4)]


@pytest.mark.parametrize(("name", "na"), [("ladder", 1), ("many", 1), ("few", 3)])
def test_what_is_not_answered(name: str, na: int) -> None:
    assert (3, na) == (number(name, UNKNOWN), number(name, NOT_APPLICABLE))


def test_a_number_cannot_be_looked_up_nor_many_that_add_up() -> None:
    assert [True, True, False, True, True] == [has_list(PACK.items[name], PACK.questions[name]) for name in PACK.items]
    longer = replace(PACK.questions["parts"], choices=tuple(Choice(letter, letter) for letter in "abcdefgh"))
    assert not has_list(PACK.items["parts"], longer)
