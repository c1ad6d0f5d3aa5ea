"""Sums side by side in one whole number are those of each alone, at their greatest too."""

from __future__ import annotations

import pytest

from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.sums.field_columns import WIDTH, Field, field_columns, fields_fit
from support.portfolio import made_columns_of, without_votes
from support.small_packs import answers, control, exposure, made

PACK = made(*(control(name) for name in "abc"), exposure("x"))


def field(name: str, most: int) -> Field:
    """A sum that reaches its greatest where everything is in full."""
    return Field(name, 3 * most, dict.fromkeys("abc", lambda value: 0 if value is None else int(most * value)))


@pytest.mark.parametrize(("sizes", "numbers"), [([1000, 7, 7], 1), ([10**7, 300, 300], 2), ([10**8, 10**8, 9], 3)])
def test_at_their_greatest(sizes: list[int], numbers: int) -> None:
    whens = WhenColumns(without_votes(PACK))
    made = field_columns(whens, "d", [field(str(at), most) for at, most in enumerate(sizes)], "")
    assert numbers == sum("__sums_" in name for name in whens.applies.columns.layer_of)
    drawn = [answers(a="fully", b="fully", c="fully"), answers(a="fully", c="none"), answers()]
    rows = made_columns_of(whens.applies, drawn, [column.name for column in made.values()])
    each = [[row[made[str(at)].name] for at in range(len(sizes))] for row in rows]
    assert [[3 * most for most in sizes], sizes, [0 for _ in sizes]] == each


def test_what_is_too_large_does_not_fit() -> None:
    assert fields_fit([Field("a", 2**WIDTH - 1, {})])
    assert not fields_fit([Field("a", 3, {}), Field("b", 2**WIDTH, {})])
