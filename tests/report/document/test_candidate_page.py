"""The candidate's page: where the campaign stands, what stops today, what only the candidate can do."""

from __future__ import annotations

from datetime import timedelta

from hustings.report.document.candidate_page import CandidateStep, fitted
from support.report import BALLOTS, report_of, town, town_report, worked_report


def test_it_says_what_stops_and_what_only_the_candidate_can_do() -> None:
    page = worked_report("county_lists_in_chatbots")
    own = page.candidate
    stops = [step.title for step in page.todo.steps if step.kind == "stop"]
    assert stops[:3] == [step.title for step in own.stops]
    (mine,) = (each for each in page.todo.lists if each.owner == "Candidate")
    assert [step.title for step in mine.steps if step.kind != "stop"][:5] == [step.title for step in own.steps]
    assert own.headline.startswith("63 days. ")
    assert own.says.startswith("You stand at ")
    assert 3 == len(own.fake) == len(own.numbers)


def test_where_nothing_waits_it_says_so() -> None:
    own = town_report(without=("first_ballots",)).candidate
    assert ("Nothing waits for you.", (), ()) == (own.headline, own.stops, own.steps)
    assert "of the team's time." in own.says
    assert "Is there a rule that voter records stay out of chatbots?." == own.strengths


def test_while_too_little_is_known_it_has_the_verdict() -> None:
    assert "Rivera for Council" in town_report(on=BALLOTS + timedelta(200)).candidate.says
    own = report_of(town(), {}).candidate
    assert own.says.startswith("This campaign ")
    assert "" == own.strengths


def test_as_many_steps_as_fit_say_how() -> None:
    step = CandidateStep("Do it.", "In a sentence that takes a line or two, or three. " * 4, "Today")
    few, many = fitted((step,)), fitted((step,) * 8)
    assert (step,) == few
    assert many[0].how
    assert not many[-1].how
    assert 8 == len(many)
