"""The value of every item in the query is that of the exact scorer, NULL where it does not count."""

from __future__ import annotations

from random import Random

import pytest

from hustings.portfolio.rubric_sql.query import rubric_columns
from hustings.scoring.items import derived, sheet
from support.campaigns import draw_answers, some_answer
from support.portfolio import columns_of
from support.rubrics import Sizes, draw_pack

ENDS = ("lo", "pt", "hi")


def test_values_at_worst_as_scored_and_at_best() -> None:
    rnd = Random(19)  # noqa: S311 - chance, not secrets
    pack = draw_pack(rnd, Sizes(controls=6))
    drawn = [draw_answers(rnd, pack, some_answer) for _ in range(12)]
    names = [(name, end) for name in pack.items for end in ENDS]
    applies = rubric_columns(pack).applies
    for answers, row in zip(drawn, columns_of(pack, drawn, [f"{name}__{end}" for name, end in names]), strict=True):
        exact = derived(sheet(pack, answers))
        for name, end in names:
            if f"{name}__{end}" in row:
                value = float(getattr(exact[name], end) * applies.scale(name).parts) if name in exact else None
                assert pytest.approx(value) == row[f"{name}__{end}"], (name, end)
