"""The four words of a gate, with clauses deleted where nothing applies."""

from __future__ import annotations

import pytest

from hustings.answers.events import Answer, Value
from hustings.scoring.result import GateScore
from support.portfolio import scored_by_sql
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, gate, made, scored, votes

PACK = made(
    control("a"), control("b"), exposure("x"), exposure("y"),
    gates=(
        gate("both", "a >= largely and b >= partly"),
        gate("either", "a >= fully or b >= fully", scope="d", cap="0.5"),
        gate("exposed", "a >= partly", when="x >= some or y >= much"),
    ),
    a={"na": True}, b={"na": True}, y={"na": True},
)  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        {"a": "fully", "b": "fully", "x": "little", "y": "little"},
        {"a": "none", "b": "none", "x": "much", "y": NA},
        {"a": DONT_KNOW, "b": "partly", "x": DONT_KNOW, "y": "little"},
        {"a": NA, "b": "none", "x": "much"},
        {"a": votes("none", "fully"), "b": NA, "x": votes("little", "much"), "y": NA},
    ],
)
def test_the_word_is_that_of_the_exact_scorer(said: dict[str, Value | Answer]) -> None:
    exact: tuple[GateScore, ...] = scored(PACK, **said).gates
    (row,) = scored_by_sql(PACK, [answers(**said)])
    assert {one.gate.id: one.status for one in exact} == {one.gate.id: row[f"gate_{one.gate.id}"] for one in exact}


def test_nothing_applies_to_a_gate_whose_controls_do_not() -> None:
    only = made(control("a"), control("b"), exposure("x"), gates=(gate("g", "a >= fully"),), a={"na": True})
    (row,) = scored_by_sql(only, [answers(a=NA, b="fully", x="much")])
    assert "no_concern" == row["gate_g"]
