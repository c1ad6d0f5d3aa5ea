"""The least cap of the gates that fail, at worst and at best."""

from __future__ import annotations

import pytest

from hustings.answers.events import Answer, Value
from hustings.pack.model import Gate, Pack
from hustings.portfolio.rubric_sql.query import rubric_sql
from support.compared_figures import differences
from support.portfolio import scored_by_sql
from support.small_packs import DONT_KNOW, answers, control, exposure, gate, made

ONE, TWO, THREE = gate("one", "a >= fully"), gate("two", "b >= fully", cap="39"), gate("three", "a >= partly", cap="20")
MANY = tuple(gate(f"g{cap}", "b >= partly", cap=cap) for cap in ("10", "11", "12", "13", "14"))
SAID: list[dict[str, Value | Answer]] = [
    {"a": "fully", "b": "fully", "x": "little"},
    {"a": "partly", "b": "fully", "x": "little"},
    {"a": "none", "b": "none", "x": "little"},
    {"a": DONT_KNOW, "b": "fully", "x": "much"},
    {"a": "fully", "b": DONT_KNOW, "x": "much"},
]


def pack_with(*gates: Gate) -> Pack:
    return made(control("a"), control("b"), exposure("x"), gates=gates)


@pytest.mark.parametrize(
    ("pack", "listed"),
    [
        (pack_with(ONE), True),
        (pack_with(ONE, TWO, THREE), True),
        (pack_with(ONE, TWO, gate("area", "a >= fully", scope="d", cap="0.5")), True),
        (pack_with(*MANY), False),
        (pack_with(), False),
    ],
)
def test_every_figure_is_that_of_the_exact_scorer(pack: Pack, listed: bool) -> None:
    drawn = [answers(**said) for said in SAID]
    rows = scored_by_sql(pack, drawn, votes=False)
    assert [] == [wrong for said, row in zip(drawn, rows, strict=True) for wrong in differences(pack, said, row)]
    assert listed == ("index__caps" in rubric_sql(pack, "duckdb", votes=False))
