"""Campaigns whose report once led astray. The first line of each file says what the report must show."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml

from hustings.answers.local_texts import told_here
from hustings.report.document.document_records import Document
from hustings.report.document.plan.plan_records import Fix
from hustings.report.render.html import render_html
from support import campaign_ai
from support.deep import some
from support.places import american, texts
from support.report import answered, plain_theme, report_of

pytestmark = pytest.mark.slow

CASES, ON = Path(__file__).parent / "advice_cases", date(2026, 11, 29)


@cache
def page(case: str) -> Document:
    read = yaml.safe_load((CASES / f"{case}.yaml").read_text(encoding="utf-8"))
    pack = campaign_ai.edition(read.get("edition", ""))
    return report_of(told_here(pack, answered(pack, read["answers"])), read["answers"], on=ON)


@cache
def printed(case: str) -> str:
    """The text of the page as it is read, without marks."""
    html = render_html(page(case), plain_theme()).partition("</head>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def told(case: str) -> list[str]:
    """Every step of the plan with its title, at its number."""
    todo = page(case).todo
    return [f"{step.number}. {step.title}" for step in (*todo.steps, *todo.later)]


def found(case: str) -> list[str]:
    return [finding.text for domain in page(case).domains for finding in domain.findings]


def test_a_date_far_ahead_is_told_as_a_slip_of_the_pen() -> None:
    assert page("date_far_ahead").summary.notes[0] == (
        "Note: the election is dated more than three years ahead. Look at its dates again."
    )
    assert "Look at its dates again." in printed("date_far_ahead")


def test_ads_on_guessed_opinions_without_consent_stop_first_in_the_eu() -> None:
    one = page("eu_ads_without_consent").summary
    first = one.stops[0]
    assert ("1", "Today") == (first.number, first.when)
    assert "Pause every ad that is aimed at people by what somebody knows or guesses about them." == first.title
    assert told("eu_ads_without_consent")[0] == f"1. {first.title}"
    assert [] == american(texts(page("eu_ads_without_consent")))
    assert "adopt" not in " ".join(told("eu_ads_without_consent")).lower()


def test_a_known_breach_leads_and_what_is_not_known_is_asked_for_and_does_not_hide_it() -> None:
    case = "known_breach_among_unknowns"
    one = page(case).summary
    assert ("1", "Today", "Pause all calls with a generated voice.") == (
        one.stops[0].number, one.stops[0].when, one.stops[0].title,
    )  # fmt: skip
    assert told(case)[0] == "1. Pause all calls with a generated voice."
    assert one.plan_says.startswith("Too little is known to plan for a band.")
    assert [step.kind for step in page(case).todo.steps[:2]] == ["stop", "find_out"]
    assert one.find_out
    assert 6 == len(one.stops) + len(one.steps)
    assert printed(case).index("Pause all calls with a generated voice.") < printed(case).index("Do first")


def test_nine_days_hold_what_fits_the_days_and_the_hands() -> None:
    case, ballots = "nine_days_left", ON + timedelta(9)
    todo = page(case).todo
    assert "The plan counts on 6 hours a week, our guess for a team of this size." in todo.says
    assert 12 >= len(todo.steps)
    assert {"Today", "This week", "By 6 December 2026", "By 7 December 2026"} >= {step.when for step in todo.steps}
    assert "this month" not in printed(case).lower()
    assert ballots == date(2026, 12, 8)
    assert "3 more steps (4.5 hours) are left out, so that the plan can be kept." == todo.left_out
    assert todo.phase is not None
    assert not any(word in " ".join(told(case)) for word in ("SPF", "DMARC", "team plan"))


def test_no_step_reads_as_if_an_office_or_a_large_list_were_known() -> None:
    todo = page("office_and_list_unknown").todo
    assert all(step.kind == "find_out" or step.answers or "Nobody knows yet." in step.notes[0] for step in todo.steps)
    steps = " ".join(step.title for step in todo.steps if step.kind != "find_out")
    assert not any(word in steps.lower() for word in ("office", "list", "record"))
    asked = [point.question for group in todo.find_out for point in group.points]
    assert any(question.startswith("How many people's records") for question in asked)
    assert any("office" in question for question in asked)


def test_nobody_is_said_not_to_have_agreed_who_has() -> None:
    assert not any("agree" in text or "consent" in text for text in found("own_people_agreed"))
    assert "take down the rest" not in printed("own_people_agreed")


def test_scores_that_nobody_tested_are_a_finding_with_a_step_and_no_ready_use() -> None:
    case = "scores_never_tested"
    lines = [line for domain in page(case).domains for line in domain.findings]
    (line,) = (line for line in lines if "score" in line.text.lower())
    (fix,) = line.fixes
    assert "Compare about 100 answers at the door with the scores." == fix.title
    assert f"{fix.number}. {fix.title}" in told(case)
    offers = page(case).offers
    assert offers is not None
    assert [("Scores of support or turnout", "ready_once", (fix,))] == [(u.title, u.kind, u.first) for u in offers.uses]
    assert "today, 2 hours" == fix.when
    assert "That is 2 hours of work, in place by 6 December 2026." == offers.uses[0].together


def test_records_in_a_chatbot_are_deleted_first_everywhere() -> None:
    case = "voter_file_in_chatbot"
    todo, one = page(case).todo, page(case).summary
    first = "Delete the chats that hold records, and close their shared links."
    assert ("1", first) == (one.stops[0].number, one.stops[0].title)
    assert ("1", first, "Today") == (todo.steps[0].number, todo.steps[0].title, todo.steps[0].when)


# --- one plan ------------------------------------------------------------------------------------------------

NAMED = re.compile(r"Step (\d+) \(([^()]*)\): ")


@pytest.mark.parametrize("case", [path.stem for path in sorted(CASES.glob("*.yaml"))])
def test_every_step_is_named_with_the_number_date_and_hours_of_the_plan(case: str) -> None:
    same_everywhere(page(case), printed(case))


@pytest.mark.parametrize("case", some([case.id for case in campaign_ai.pack().cases], 8))
def test_every_step_of_a_worked_campaign_is_named_as_the_plan_has_it(case: str) -> None:
    found = campaign_ai.case(case)
    document = report_of(campaign_ai.edition(found.edition), dict(found.answers), on=ON)
    html = render_html(document, plain_theme()).partition("</head>")[2]
    same_everywhere(document, " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def same_everywhere(document: Document, text: str) -> None:
    todo, one = document.todo, document.summary
    steps = {step.number: step for step in (*todo.steps, *todo.later)}
    assert [str(number) for number in range(1, len(steps) + 1)] == [*steps]
    due = {number: f"{step.when[:1].lower()}{step.when[1:]}, {step.hours}" for number, step in steps.items()}
    for number, when in NAMED.findall(text):
        assert due[number] == when
    for fix in every_fix(document):
        assert not fix.number or (steps[fix.number].title, due[fix.number]) == (fix.title, fix.when)
    shown = [(stop.number, stop.when, stop.title, stop.who) for stop in one.stops]
    shown += [(step.number, step.when, step.title, step.who) for step in one.steps]
    assert all((s.number, s.when, s.title, s.who) in shown for s in [*steps.values()][: len(shown)])
    for group in todo.find_out:
        assert not group.number or f"Step {group.number}, {due[group.number]}" == group.title


def every_fix(document: Document) -> list[Fix]:
    fixes = [fix for domain in document.domains for finding in domain.findings for fix in finding.fixes]
    offered = document.offers.uses if document.offers is not None else ()
    return [*fixes, *(fix for use in offered for fix in use.first)]
