"""The sums over an area's items, in a worked example, and their whole weights."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.pack.model import Kind
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.items.own_values import ENDS
from hustings.portfolio.rubric_sql.sums.answer_sums import AnswerSums
from hustings.portfolio.rubric_sql.sums.area_sums import AreaSums, ItemSums, whole_weights
from support.portfolio import made_columns_of, without_votes
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, made

KINDS: tuple[Kind, ...] = ("control", "exposure")
PACK = made(
    control("a", weight=F(3)), control("b"), control("c", weight=F(2)), exposure("x"), exposure("y"),
    b={"na": True},
)  # fmt: skip
SAID = answers(a="partly", b=NA, c=DONT_KNOW, x="some", y=DONT_KNOW)
SUMS = {
    "control": {"lo": 9, "pt": 9, "hi": 29, "counting": 5, "known": 3},
    "exposure": {"lo": 15, "pt": 15, "hi": 5, "counting": 2, "known": 1},
}


def sums_of(sums: AreaSums, items: ItemColumns, kind: Kind) -> dict[str, object]:
    domain, columns = PACK.rubric.domains[0], items.applies.columns
    for end in ENDS:
        columns.output(f"{kind}_{end}", sums.values(domain, kind, end))
    columns.output(f"{kind}_counting", sums.counting(domain, kind))
    columns.output(f"{kind}_known", sums.known(domain, kind))
    names = [f"{kind}_{name}" for name in (*ENDS, "counting", "known")]
    (row,) = made_columns_of(items.applies, [SAID], names)
    return {name.removeprefix(f"{kind}_"): value for name, value in row.items()}


@pytest.mark.parametrize("by_answers", [False, True])
def test_by_items_and_by_answers(by_answers: bool) -> None:
    for kind in KINDS:
        items = ItemColumns(without_votes(PACK))
        items.make(list(PACK.items))
        sums: AreaSums = ItemSums(items)
        if by_answers:
            sums = AnswerSums(WhenColumns(items.applies), sums)
        assert SUMS[kind] == sums_of(sums, items, kind)


def test_whole_weights_stand_to_one_another_as_the_weights_do() -> None:
    items = [control("a", weight=F("0.5")), control("b", weight=F(2)), control("c", weight=F("1.5"))]
    assert {"a": 1, "b": 4, "c": 3} == whole_weights(items)
