"""The chapter of a domain: what raises the bar, what is missing, and what would mend it."""

from __future__ import annotations

from html import unescape

import pytest

from hustings.report.document.document_records import ExposureDriver, Figure
from hustings.report.document.plan.plan_records import Fix
from hustings.report.render.html import render_html
from support.report import (
    plain_theme,
    town_report,
    worked_report,
)

PRESS = "Agree who answers first when a fake appears, and the sentence they say."


def test_domain_says_what_raises_the_bar_and_what_is_missing() -> None:
    fakes = town_report().domains[1]
    assert fakes.drivers == (
        ExposureDriver(
            "How much clear audio of the candidate's voice can anyone find online?",
            "Under ten minutes, mostly noisy",
            "a fair amount",
            "0.50",
            "26",
        ),
    )
    assert fakes.no_drivers == ""
    (first,) = fakes.findings
    assert (first.severity, first.text) == ("High", "Nobody knows who answers first when a fake appears.")
    assert first.answer == "You said: Partly in place"
    assert first.fixes == (Fix(PRESS, "3", "today, 2 hours", PRESS.removesuffix(".")),)
    assert fakes.open_points == ("Have you practised it once?",)


def test_a_finding_without_a_ready_made_step_says_so() -> None:
    (_, second) = town_report(plan_drill="none").domains[1].findings
    assert second.text == "Not yet enough: have you practised it once?"
    assert second.no_fix == ("Not in the plan: the pack names no ready-made step; agree one and write it down.")


def test_domain_figures_say_what_they_mean() -> None:
    figures = town_report().domains[0].figures
    assert figures[0] == Figure("Readiness", "36.2 %", "in place against asked for")
    assert figures[2] == Figure("Asked for", "92 %", "grows with exposure")
    assert figures[4] == Figure("Risk left over", "high", "after what is in place")


def test_an_area_without_findings_is_told_as_complete_only_if_all_of_it_is_known() -> None:
    known = town_report(response_plan="fully", plan_drill="fully").domains[1]
    assert known.findings_say == "Everything asked for here is in place."
    assert known.verdict == "All that is asked for at this exposure is in place (80 %)."
    unknown = town_report(response_plan="fully", plan_drill="dont_know").domains[1]
    assert unknown.findings_say == (
        "Nothing is known to be missing here. Not everything is known, so that is no all-clear."
    )
    assert "All that is asked for" not in unknown.verdict


def test_grades_say_when_the_exposure_behind_them_is_not_known() -> None:
    page = town_report(voice_online="dont_know", plan_drill="none")
    assert "Nothing is known yet of your exposure here; the grades take it as middling" in page.domains[1].findings_say


@pytest.mark.slow
def test_what_is_good_enough_by_itself_is_not_told_as_little_at_stake() -> None:
    strong = worked_report("statewide_full_largely").domains[0]
    assert () == strong.findings
    assert strong.findings_say.startswith("Each thing here is good enough by itself.")


@pytest.mark.slow
def test_beside_each_finding_stands_what_was_said() -> None:
    page = worked_report("statewide_full_open")
    html = unescape(" ".join(render_html(page, plain_theme()).split()))
    for domain in page.domains:
        for finding in domain.findings:
            after = html[html.index(finding.text, html.index(f'id="domain-{domain.id}"')) :][:700]
            assert finding.answer in after
