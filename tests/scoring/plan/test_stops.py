"""Hard stops: who is told what, and that nobody is told to have said what nobody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.source.partial_dates import PartialDate
from hustings.scoring.plan.stops import hard_stops, source_words, standing_stops, stop_questions
from hustings.scoring.result import GateScore, Result
from hustings.scoring.rules import rules_for
from hustings.scoring.score import gates_of, score
from scoring.test_rules import pack as with_rules
from scoring.test_rules import rule
from support import campaign_ai
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, answers, said

ON = date(2026, 11, 30)


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


# --- without scoring the rest ------------------------------------------------------------------------------


def test_gates_and_stops_alone_are_those_of_the_result() -> None:
    for result in (stopping(p_c1=said("partly")), stopping(p_c1=DONT_KNOW), stopping(p_c1=said("fully"))):
        assert result.gates == gates_of(result.pack, result.answers)
        assert hard_stops(result, ON) == standing_stops(result.pack, result.answers, ON)
    assert ["Stop now. You told us so."] == [
        stop.text for stop in standing_stops(stopping().pack, stopping(p_c1=said("partly")).answers, ON)
    ]


def test_the_questions_on_which_a_stop_depends() -> None:
    pack = stopping().pack
    assert {"p_c1"} <= stop_questions(pack) < set(pack.questions)
    quiet = replace(pack, rubric=replace(pack.rubric, gates=()), rules=())
    assert frozenset() == stop_questions(quiet)
    here = campaign_ai.pack()
    assert {"ai_calls", "call_consent", "channels"} <= stop_questions(here)


def test_a_breach_that_no_gate_speaks_of_is_a_stop_of_its_own() -> None:
    broken = with_rules(rule("label", breached_when=parse("ads == yes"), today="Take it down."))
    breaching = answers(where="us", ads="yes", x="much", a="fully", vote=date(2027, 4, 6))
    (stop,) = standing_stops(broken, breaching, ON)
    assert stop.text.startswith("Take it down.")
    assert () == standing_stops(broken, {**breaching, **answers(ads="no")}, ON)


def test_a_law_without_a_first_day_is_told_with_the_day_on_which_it_was_checked() -> None:
    us = {"jurisdiction": said("us"), "us_state": said("us_tx")}
    standing = rules_for(campaign_ai.pack(), us, ON)[0]
    since = [replace(standing, rule=replace(standing.rule, start=start)) for start in (None, PartialDate(ON, ON))]
    checked, in_force = ([*source_words(campaign_ai.pack(), one)] for one in since)
    assert [checked[0], "in force since 30 November 2026", checked[-1]] == in_force
    assert checked[-1].startswith("as of ")
