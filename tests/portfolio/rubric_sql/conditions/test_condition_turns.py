"""A condition on one question, looked up by its answer."""

from __future__ import annotations

import pytest

from hustings.pack.conditions import parse
from hustings.pack.questionnaire import Follows
from hustings.portfolio.rubric_sql.conditions.condition_turns import NO, OPEN, YES, Turns, can_be_listed
from hustings.portfolio.rubric_sql.conditions.condition_ways import ways
from hustings.portfolio.tables.assessment_table import NOT_APPLICABLE, UNKNOWN
from support.portfolio import value_of
from support.small_packs import LINE, PARTS, control, exposure, fact, made

PACK = made(
    control("c"), control("parts", values=PARTS), control("below"), exposure("line", values=LINE),
    facts=(fact("region", "us", "uk", "eu"), fact("ai", na=True)), below={"follows": Follows("c")},
)  # fmt: skip


def turns(condition: str) -> Turns:
    parsed = parse(condition)
    (group,) = ways(PACK, parsed)
    return Turns(PACK, parsed, group)


@pytest.mark.parametrize(
    ("condition", "by_code"),
    [
        ("region in [us, uk]", {0: YES, 1: YES, 2: NO, UNKNOWN: OPEN, NOT_APPLICABLE: NO}),
        ("region in [us, uk, eu]", {0: YES, UNKNOWN: YES, NOT_APPLICABLE: NO}),
        ("not ai == yes", {0: YES, 1: NO, UNKNOWN: OPEN, NOT_APPLICABLE: YES}),
        ("one in parts", {0: NO, 1: YES, 2: NO, 3: YES, UNKNOWN: OPEN, NOT_APPLICABLE: NO}),
        ("one in parts or two in parts", {0: NO, 1: YES, 2: YES, 3: YES, UNKNOWN: OPEN, NOT_APPLICABLE: NO}),
        ("not one in parts", {0: YES, 1: NO, UNKNOWN: OPEN, NOT_APPLICABLE: YES}),
    ],
)
def test_by_code(condition: str, by_code: dict[int, int]) -> None:
    asked = turns(condition)
    name = asked.group.question.id
    found = {code: value_of(asked.asked(), f'(select {code} as "{name}__code")') for code in by_code}
    assert by_code == found


def test_where_the_question_may_not_apply_every_answer_is_open() -> None:
    found = [
        value_of(turns(text).perhaps(), f'(select {code} as "region__code")')
        for text in ("region in [us, uk]", "not region == us")
        for code in (0, NOT_APPLICABLE)
    ]
    assert [OPEN, NO, OPEN, YES] == found


def test_numbers_and_follow_ups_are_not_listed() -> None:
    listed = {text: can_be_listed(turns(text).group) for text in ("c >= partly", "line >= 4", "below >= partly")}
    assert {"c >= partly": True, "line >= 4": False, "below >= partly": False} == listed
