"""Open points in words: who may know, how long asking takes, and what hangs on the answer."""

from __future__ import annotations

import pytest

from support.report import (
    town_report,
    worked_report,
)


def test_what_is_not_known_is_to_be_found_out() -> None:
    (step,) = town_report().todo.find_out
    assert ("2", "Step 2, today, under a minute") == (step.number, step.title)
    (unknown,) = step.points
    assert unknown.question == "Have you practised it once?"
    assert unknown.who == "whoever knows, under a minute"
    assert unknown.why == "Up to 16.9 points: Unprepared or Exposed."


def test_what_may_not_apply_is_asked_first_at_the_question_that_decides() -> None:
    page = town_report(uses_ai="dont_know", without=("chatbot_account",))
    asked = {each.question: each.why for group in page.todo.find_out for each in group.points}
    assert [
        "Has anyone used a chatbot for campaign work in the last 30 days?",
        "Have you practised it once?",
    ] == sorted(asked)
    assert all("account" not in finding.text for domain in page.domains for finding in domain.findings)
    (why,) = [why for question, why in asked.items() if "chatbot" in question]
    assert why.endswith("1 more thing waits for it.")


@pytest.mark.slow
def test_what_nobody_knows_is_not_told_as_missing() -> None:
    page = worked_report("city_race", call_back={"state": "dont_know"})
    told = {finding.text for domain in page.domains for finding in domain.findings}
    known = {finding.text for domain in worked_report("city_race").domains for finding in domain.findings}
    assert set() == told - known
    says = "ney can leave on the word of an invoice or a voice alone."
    assert not any(says in answer for step in page.todo.steps for answer in step.answers)
    every = [point for group in page.todo.find_out for point in group.points]
    (asked,) = (each for each in every if each.question.startswith("Before someone here pays"))
    assert "Decides the deal-breaker “No changed bank details without a call”." in asked.why
