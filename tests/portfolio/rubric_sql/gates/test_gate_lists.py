"""The outcome of a gate is looked up where it says whether the gate fails, and found by columns elsewhere."""

from __future__ import annotations

from itertools import product

import pytest

from hustings.pack.model import Gate, Pack
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.gates.gate_clauses import AnswerClauses, ItemClauses
from hustings.portfolio.rubric_sql.gates.gate_lists import listed_outcome
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from support.compared_figures import differences
from support.portfolio import scored_by_sql, without_votes
from support.small_packs import DONT_KNOW, LINE, NA, answers, control, exposure, gate, made

LISTED = (
    gate("alone", "a >= partly"),
    gate("exposed", "a >= largely", when="x >= some"),
    gate("either", "a >= fully or b >= fully", scope="d", cap="0.5"),
)
BY_COLUMNS = (
    gate("long", "a >= partly and b >= partly and a >= fully and b >= fully"),
    gate("turned", "x >= some"),
    gate("line", "line >= 4"),
)
SAID = {"a": ("none", "fully", NA, DONT_KNOW), "b": ("partly", DONT_KNOW), "x": ("little", "much", DONT_KNOW)}


def pack_with(*gates: Gate) -> Pack:
    return made(control("a"), control("b"), control("line", values=LINE), exposure("x"), gates=gates, a={"na": True})


@pytest.mark.parametrize(("gates", "listed"), [(LISTED, True), (BY_COLUMNS[:1], False), (BY_COLUMNS[2:], False)])
def test_what_is_listed(gates: tuple[Gate, ...], listed: bool) -> None:
    items = ItemColumns(without_votes(pack_with(*gates)))
    items.make(list(items.applies.pack.items))
    clauses = AnswerClauses(WhenColumns(items.applies), ItemClauses(items))
    assert [listed] * len(gates) == [listed_outcome(one, clauses) is not None for one in gates]


def test_every_figure_is_that_of_the_exact_scorer() -> None:
    pack = pack_with(*LISTED, *BY_COLUMNS, gate("low", "b >= fully", cap="39"), gate("least", "x >= much", cap="20"))
    drawn = [answers(**dict(zip(SAID, some, strict=True))) for some in product(*SAID.values())]
    rows = scored_by_sql(pack, drawn, votes=False)
    assert [] == [wrong for said, row in zip(drawn, rows, strict=True) for wrong in differences(pack, said, row)]
