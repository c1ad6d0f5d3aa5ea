"""A condition is true, false or open, over every answer that is still possible."""

from __future__ import annotations

import pytest

from hustings.pack.conditions import parse
from hustings.portfolio.rubric_sql.conditions.condition_ways import MOST_COMBINATIONS, verdict, ways
from hustings.portfolio.rubric_sql.query_parts.expressions import whole
from hustings.problems import InputError
from support.portfolio import value_of
from support.small_packs import LINE, PARTS, control, exposure, fact, made

PACK = made(
    control("c"), control("parts", values=PARTS), exposure("line", values=LINE),
    facts=(fact("region", "us", "uk", "eu"), fact("ai"), *(fact(f"f{n}", *"abcdefgh") for n in range(6))),
)  # fmt: skip


def judged(condition: str, **answers: int | None) -> tuple[object, object]:
    """Whether it can be true, and can be false; by question the code of its answer, or None while it is open."""
    parsed = parse(condition)
    groups = ways(PACK, parsed)
    allowed = {}
    for group in groups:
        code = answers[group.question.id]
        bits = (
            whole(group.open(PACK, may_be_out=False))
            if code is None
            else group.of_answer(PACK, whole(code), whole(code))
        )
        allowed[group.question.id] = bits
    found = verdict(parsed, groups, allowed)
    return value_of(found.can_be_true), value_of(found.can_be_false)


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        ("region in [us, uk]", {"region": 1}, (True, False)),
        ("region in [us, uk]", {"region": 2}, (False, True)),
        ("region == us", {"region": None}, (True, True)),
        ("region in [us, uk, eu]", {"region": None}, (True, False)),
        ("region == us or region != us", {"region": None}, (True, False)),
        ("region == us and region == uk", {"region": None}, (False, True)),
        ("region == us and ai == yes", {"region": None, "ai": 0}, (False, True)),
        ("region == us or ai == yes", {"region": None, "ai": 1}, (True, False)),
        ("not (region == us and ai == yes)", {"region": 0, "ai": None}, (True, True)),
        ("one in parts and two in parts", {"parts": 3}, (True, False)),
        ("one in parts and two in parts", {"parts": 1}, (False, True)),
        ("line >= 4", {"line": 4}, (True, False)),
        ("line > 4", {"line": 4}, (False, True)),
        ("line > 4 or line < 5", {"line": None}, (True, False)),
        ("c >= largely", {"c": 1}, (False, True)),
    ],
)
def test_a_condition(condition: str, answers: dict[str, int | None], expected: tuple[bool, bool]) -> None:
    assert expected == judged(condition, **answers)


def test_one_with_too_many_combinations_is_refused() -> None:
    long = " or ".join(f"f{n} == {one} or f{n} == {two}" for n in range(6) for one, two in (("a", "b"), ("c", "d")))
    assert 5**6 > MOST_COMBINATIONS
    with pytest.raises(InputError, match="too long for a query"):
        ways(PACK, parse(long))
