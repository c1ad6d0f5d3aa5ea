"""What cannot be looked up is added up by the columns of items; the highest exposure is that of both."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer, Value
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Item
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.sums.answer_sums import AnswerSums
from hustings.portfolio.rubric_sql.sums.area_sums import ItemSums
from support.compared_figures import differences
from support.portfolio import made_columns_of, scored_by_sql, without_votes
from support.small_packs import DONT_KNOW, LINE, PARTS, answers, control, exposure, made

TINY = OptionValues((("none", F(0)), ("hardly", F(1, 10**9 + 7)), ("fully", F(1))))


@pytest.mark.parametrize(
    ("b", "said"),
    [
        (control("b"), "fully"),
        (control("b", values=LINE), F(4)),
        (control("b", values=TINY), "hardly"),
        (control("b", weight=F(10**10)), "partly"),
    ],
)
def test_the_figures_are_those_of_the_exact_scorer(b: Item, said: Value) -> None:
    pack = made(control("a"), b, exposure("x"), exposure("y", values=PARTS))
    drawn = [
        answers(a="partly", b=said, x="some", y=("one",)),
        answers(a=DONT_KNOW, b=DONT_KNOW, x=DONT_KNOW, y=("two",)),
        answers(a="fully", x="much"),
    ]
    rows = scored_by_sql(pack, drawn, votes=False)
    assert [[]] * 3 == [differences(pack, *both) for both in zip(drawn, rows, strict=True)]


@pytest.mark.parametrize(
    ("said", "highest"),
    [({"x": "some", "y": "little"}, [5, 5]), ({"x": "some"}, [10, 5]), ({"x": "little", "y": "much"}, [10, 10])],
)
def test_the_highest_exposure(said: dict[str, Value | Answer], highest: list[int]) -> None:
    pack = made(control("a"), exposure("x"), exposure("y"))
    items = ItemColumns(without_votes(pack))
    items.make(list(pack.items))
    sums = AnswerSums(WhenColumns(items.applies), ItemSums(items))
    names = [items.applies.columns.output(end, sums.worst(pack.rubric.domains[0], end)).name for end in ("lo", "hi")]
    (row,) = made_columns_of(items.applies, [answers(**said)], names)
    assert highest == [row[name] for name in names]
