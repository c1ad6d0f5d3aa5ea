"""Votes that a room left open: the worst, the middle and the best of them, by what they are worth."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.answers.events import Value
from hustings.pack.conditions import parse
from hustings.scoring.items import derived, sheet
from support.portfolio import columns_of
from support.small_packs import LINE, PARTS, answers, control, exposure, fact, made, votes

ENDS = ("lo", "pt", "hi")
PARTS_OF_ONE = 20
PACK = made(
    control("c"), control("parts", values=PARTS), control("line", values=LINE), exposure("x"),
    control("only_here"), facts=(fact("region", "us", "uk", "eu"),), only_here={"when": parse("region in [us, uk]")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("c", ("fully", "none", "partly")),
        ("c", ("fully", "none")),
        ("c", ("largely", "largely", "none", "largely")),
        ("x", ("little", "much", "some", "some")),
        ("parts", (("one",), ("two",), (), ("one", "two"))),
        ("line", (F(3), F("7.5"), F(3))),
    ],
)
def test_the_three_votes_that_count(name: str, said: tuple[Value, ...]) -> None:
    given = answers(**{name: votes(*said)})
    exact = derived(sheet(PACK, given))[name]
    (row,) = columns_of(PACK, [given], [f"{name}__{end}" for end in ENDS])
    assert {f"{name}__{end}": float(getattr(exact, end) * PARTS_OF_ONE) for end in ENDS} == row


@pytest.mark.parametrize(("said", "where"), [(("us", "uk"), 0), (("us", "eu"), 4), (("eu", "eu"), 1)])
def test_what_votes_leave_open_of_a_condition(said: tuple[str, ...], where: int) -> None:
    assert [{"only_here__where": where}] == columns_of(PACK, [answers(region=votes(*said))], ["only_here__where"])
