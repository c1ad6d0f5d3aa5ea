"""The applicability of every question in the query is that of the exact scorer."""

from __future__ import annotations

from random import Random

from hustings.answers.applicability import na_stands, standings
from hustings.portfolio.rubric_sql.conditions.applicability_columns import WHERE, is_standing
from hustings.portfolio.rubric_sql.query_parts.expressions import whole
from support.campaigns import draw_answers, some_answer
from support.portfolio import columns_of, value_of
from support.rubrics import Sizes, draw_pack


def test_every_standing() -> None:
    rnd = Random(41)  # noqa: S311 - chance, not secrets
    pack = draw_pack(rnd, Sizes(controls=6))
    drawn = [draw_answers(rnd, pack, some_answer) for _ in range(12)]
    names = [f"{name}__{kind}" for name in pack.questions for kind in ("where", "na")]
    seen = set[str]()
    for answers, row in zip(drawn, columns_of(pack, drawn, names), strict=True):
        exact = standings(pack, answers)
        where = {name.removesuffix("__where"): value for name, value in row.items() if name.endswith("__where")}
        assert {name: WHERE[exact[name]] for name in where} == where
        marked = {name.removesuffix("__na"): value for name, value in row.items() if name.endswith("__na")}
        assert {name: na_stands(pack, answers, exact, name) for name in marked} == marked
        seen |= {exact[name].value for name in where}
    assert {one.value for one in WHERE} == seen


def test_of_a_constant_it_is_known_at_once() -> None:
    assert value_of(is_standing(whole(0), 0, 4))
    assert not value_of(is_standing(whole(1), 0, 4))
