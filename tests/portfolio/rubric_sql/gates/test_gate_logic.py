"""What becomes of a gate by the states of its clauses."""

from __future__ import annotations

import pytest

from hustings.pack.conditions import Comparison, clauses
from hustings.pack.model import Gate
from hustings.portfolio.rubric_sql.gates.gate_clauses import AT_BEST, AT_WORST, COUNTS, GONE, JUDGED, KnownClauses
from hustings.portfolio.rubric_sql.gates.gate_logic import GateLogic, GateWord, outcome_number
from support.small_packs import gate

BELOW, PERHAPS, REACHED = COUNTS, COUNTS + AT_BEST, COUNTS + AT_WORST + AT_BEST
BOTH = gate("g", "a >= fully and b >= fully")
EITHER = gate("g", "a >= fully or b >= fully")
EXPOSED = gate("g", "a >= fully", when="x >= some")


@pytest.mark.parametrize(
    ("judged", "states", "word"),
    [
        (BOTH, (REACHED, BELOW), "not_met"),
        (BOTH, (REACHED, PERHAPS), "open"),
        (BOTH, (REACHED, GONE), "met"),
        (BOTH, (GONE, GONE), "no_concern"),
        (EITHER, (BELOW, REACHED), "met"),
        (EITHER, (BELOW, GONE), "not_met"),
        (EXPOSED, (BELOW, BELOW), "no_concern"),
        (EXPOSED, (BELOW, COUNTS + AT_WORST), "open"),
    ],
)
def test_the_outcome(judged: Gate, states: tuple[int, ...], word: GateWord) -> None:
    parts = (judged.needs, judged.when)
    asked = [one for part in parts if part for one in clauses(part) if isinstance(one, Comparison)]
    logic = GateLogic(KnownClauses(dict(zip(asked, states, strict=True))))
    assert outcome_number(word) == logic.outcome(judged, {end: logic.fails(judged, end) for end in JUDGED})
