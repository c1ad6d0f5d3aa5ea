"""How sure the result is: deal-breakers, how much is known, and how well it is shown."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answer, State
from hustings.report import compose_document
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.robustness.band_robustness import robustness
from hustings.scoring.robustness.draws import Drawn, Spread
from hustings.scoring.robustness.robustness_sentences import robustness_said
from hustings.scoring.score import score
from support.report import ON, TOWN, answered, town, town_report


def test_a_failed_gate_shows_in_its_domain_and_behind() -> None:
    page = town_report(response_plan="none", without=("plan_drill",))
    (gate,) = page.certainty.gates
    assert (gate.title, gate.status, gate.effect) == ("Somebody answers", "Not met", "Holds the index at 59 or below.")
    assert gate.stop == "Agree today who answers first when a fake appears."
    assert page.certainty.gates_say == (
        "Deal-breakers are things that nothing else can make up for. One of them is not met."
    )


def test_gates_that_are_met_are_named_and_those_that_rest_are_counted() -> None:
    assert town_report().certainty.met == ("Somebody answers",)
    quiet = town_report(voice_online="none").certainty
    assert quiet.met == ()
    assert quiet.gates_say.endswith("None of them stands in the way. One does not concern this campaign.")


def test_a_gate_of_which_nobody_knows_is_open_and_says_what_to_ask() -> None:
    page = town_report(response_plan="dont_know", without=("plan_drill",))
    (gate,) = page.certainty.gates
    assert (gate.status, gate.effect) == ("Open", "Until it is known, it holds the index at 59 or below.")
    assert gate.stop == "Ask who answers first when a fake appears."
    assert page.certainty.gates_say.endswith("One is open: nobody knows yet, or the room differs.")
    (first, *_) = page.todo.find_out[0].points
    assert first.why.startswith("Decides the deal-breaker “Somebody answers”.")


def test_evidence_is_about_claims() -> None:
    said = {figure.label: (figure.value, figure.note) for figure in town_report().certainty.figures}
    assert said["Backed by evidence"] == ("33.3 %", "1 of 2 claims backed")
    nothing = town_report(chatbot_account="none", records_rule="none", response_plan="none", without=("plan_drill",))
    said = {figure.label: (figure.value, figure.note) for figure in nothing.certainty.figures}
    assert said["Backed by evidence"] == ("none yet", "nothing is claimed")


def test_certainty_shows_claimed_and_assured() -> None:
    figures = {figure.label: figure.value for figure in town_report().certainty.figures}
    assert figures["Interval"] == "28.3 to 45.3"
    assert figures["Index as answered"] == "28.3"
    assert figures["Answered"] == "91.6 %"
    assert figures["Gone through"] == "100 %"
    assert "Assured readiness" in figures


def test_votes_that_differ_show_their_part_of_the_interval() -> None:
    answers = {**answered(town(), TOWN), "plan_drill": Answer(State.UNRESOLVED, votes=("none", "partly", "fully"))}
    result = score(town(), answers)
    page = compose_document(result, make_plan(result, clock(town(), answers, ON)), ON)
    assert page.summary.open.startswith("No answer is open; on 1 question the group did not agree.")
    assert "Width from votes" in {figure.label for figure in page.certainty.figures}


def test_what_was_reckoned_about_judgements_is_taken() -> None:
    answers = answered(town(), TOWN)
    result = score(town(), answers)
    plan = make_plan(result, clock(town(), answers, ON))
    known, spread = robustness(result), Spread(10, 4, 1.0, 2.0)
    other = replace(known, drawn=Drawn(spread, spread))
    for given, told in ((None, known), (known, known), (other, other)):
        page = compose_document(result, plan, ON, robust=given)
        assert robustness_said(result, told) == page.certainty.robustness_says
    assert robustness_said(result, known) != robustness_said(result, other)
