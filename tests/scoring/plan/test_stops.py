"""Hard stops: who is told what, and that nobody is told to have said what nobody said."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answer
from hustings.scoring.result import GateScore, Result
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, said


def stopping(**changes: Answer | None) -> Result:
    """The mini pack, its first gate with a message, and E1 with changes (None: not answered)."""
    first, *others = mini().rubric.gates
    told = replace(first, stop="Stop now. You told us so.", open="Ask who knows.")
    rubric = replace(mini().rubric, gates=(told, *others))
    answers = {name: answer for name, answer in {**e1(), **changes}.items() if answer is not None}
    return score(replace(mini(), rubric=rubric), answers)


def told(result: Result) -> list[str]:
    return [stop.message for stop in result.stops]


def test_a_failed_stop_is_told_in_its_own_words() -> None:
    assert ["Stop now. You told us so."] == told(stopping(p_c1=said("partly")))


def test_what_nobody_knows_is_told_as_that() -> None:
    unknown = stopping(p_c1=DONT_KNOW)
    assert [] == told(unknown)
    assert ["Ask who knows."] == [gate.message for gate in unknown.gates if gate.gate.id == "g1"]


def test_what_nobody_was_asked_stops_nobody() -> None:
    open_ = stopping(p_c1=None)
    assert [] == told(open_)
    assert "open" == next(gate.status for gate in open_.gates if gate.gate.id == "g1")


def test_a_gate_that_holds_stops_nobody() -> None:
    passed = stopping(p_c1=said("fully"))
    assert [] == told(passed)
    assert isinstance(passed.gates[0], GateScore)
