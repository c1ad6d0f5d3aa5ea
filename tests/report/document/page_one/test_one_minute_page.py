"""Page one says what a candidate needs, in sentences, whatever the state of the answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hustings.report.document.document_records import ShortStep, Stop
from support.report import (
    BALLOTS,
    ON,
    TOWN,
    report_of,
    town,
    town_report,
    with_election_day,
    worked_report,
)
from support.scoring import E1, LADDER, mini


def test_verdict_names_band_and_interval() -> None:
    one = town_report(records_rule="dont_know", plan_drill="none").summary
    assert one.verdict == "is Unprepared: between 7 and 28 out of 100."
    assert one.open == "One thing is not known yet. That cannot change the band."
    assert one.notes == ()


def test_without_anything_open_there_is_one_number() -> None:
    one = town_report(plan_drill="partly").summary
    assert one.verdict == "is Unprepared: 36.6 out of 100."
    assert one.open == "Every question that counts is answered."
    assert one.chart.words[0].text == "36.6"


def test_an_interval_over_two_bands_says_so() -> None:
    one = town_report().summary
    assert one.verdict == "is Unprepared, and may be Exposed: between 28 and 45 out of 100."
    assert one.open == "One thing is not known yet. What is open decides between Unprepared and Exposed."


def test_too_little_known_shows_only_the_interval_and_why() -> None:
    one = town_report(without=("response_plan", "plan_drill")).summary
    assert one.verdict.startswith("stands between ")
    assert one.notes[0] == "Too early for one number: 75 % of what counts is answered; 80 % is needed."
    assert "if only what was shown" not in one.chart.alt
    assert any(" to " in word.text for word in one.areas.words)


def test_nothing_answered_at_all_reads_well() -> None:
    one = report_of(town(), {}).summary
    assert one.verdict == "stands between 0 and 100 out of 100."
    assert one.notes == ("Nothing that counts is answered yet, so every outcome is still possible.",)
    assert one.stops == ()
    assert one.steps == ()
    assert one.no_steps == "Answer the questions; then this page says what to do, who does it and by when."
    assert one.clock == "No date for the first ballots yet"
    assert one.clock_note == "Add it, and every step gets a latest start."


def test_nothing_missing_reads_well() -> None:
    best = {**TOWN, "chatbot_account": "fully", "response_plan": "fully", "plan_drill": "fully"}
    page = report_of(town(), best)
    assert page.summary.verdict == "is Ready: 100.0 out of 100."
    assert page.summary.no_steps == (
        "Nothing the rubric asks for is missing. Keep it so until the last ballot is counted."
    )
    assert page.domains[0].findings_say == "Everything asked for here is in place."
    assert page.todo.headline == ("The campaign is in the highest band, Ready. The plan has no steps.")
    assert ((), ()) == (page.todo.steps, page.todo.says)


def test_steps_say_when_what_who_and_how_long() -> None:
    one = town_report().summary
    assert one.steps == (
        ShortStep(
            number="1",
            when="Today",
            latest="start by 11 Oct",
            title="Buy one small team plan and switch training off.",
            who="Campaign manager",
            timing="1 h",
            gain="+34",
        ),
        ShortStep(
            number="2",
            when="Today",
            latest="start by 13 Oct",
            title="Find out: Have you practised it once?",
            who="Team",
            timing="1 min",
            gain="",
        ),
        ShortStep(
            number="3",
            when="Today",
            latest="start by 10 Oct",
            title="Agree who answers first when a fake appears, and the sentence they say.",
            who="Whoever answers the press",
            timing="2 h",
            gain="+40.8",
        ),
    )
    assert one.plan_says.startswith("Do step 1 by 11 September 2026: 1 hour of work.")
    assert one.strengths == ("Is there a rule that voter records stay out of chatbots?",)


def test_a_hard_stop_is_what_is_done_today_with_the_reason() -> None:
    one = town_report(response_plan="none", without=("plan_drill",)).summary
    assert one.stops == (
        Stop(
            number="1",
            when="Today",
            title="Name who answers first.",
            who="Campaign manager",
            timing="15 min",
            text="Agree today who answers first when a fake appears.",
        ),
    )
    assert ["2", "3"] == [step.number for step in one.steps]


def test_stops_without_a_box_are_counted_whether_the_list_names_them_or_not() -> None:
    one = worked_report("attacked_unready").summary
    assert (["1", "2"], 4) == ([stop.number for stop in one.stops], sum(step.stop for step in one.steps))
    assert one.more_stops.startswith("Six more things to stop today. The stops of today take 5 hours")


def test_what_nobody_knows_stops_nobody_and_is_asked_first() -> None:
    one = town_report(response_plan="dont_know").summary
    assert one.stops == ()
    (first, *_) = one.find_out
    assert first.hangs.startswith("Decides the deal-breaker “Somebody answers”.")
    assert first.who == "Whoever answers the press, under a minute, step 1"


def test_a_page_without_steps_names_what_to_find_out_first() -> None:
    one = report_of(town(), {}).summary
    assert len(one.find_out) == 5
    assert (one.more_find_out, one.do_first) == ("", "")


def test_the_words_of_the_best_band_are_said_only_if_nothing_is_missing() -> None:
    best: dict[str, Any] = {
        "chatbot_account": "fully",
        "records_rule": "fully",
        "response_plan": "fully",
        "plan_drill": "fully",
    }
    assert town_report(**best).summary.band_says == "What this race asks for is in place."
    missing = town_report(**{**best, "plan_drill": "partly"}).summary
    assert missing.verdict.startswith("is Ready: ")
    assert missing.band_says == ""
    assert missing.no_steps == "No step is on the list. What is missing stands in the chapters."


def test_no_gap_that_is_known_is_no_all_clear_while_something_is_not() -> None:
    best: dict[str, Any] = {
        "chatbot_account": "fully",
        "records_rule": "fully",
        "response_plan": "fully",
        "plan_drill": "dont_know",
    }
    one = town_report(**best).summary
    assert one.no_steps == "No gap is known. What is not known may hide one: find out first."


def test_the_gate_that_holds_the_index_down_is_named() -> None:
    raw = {name: LADDER[value] if "_c" in name else float(value) for name, value in E1.items()}
    page = report_of(mini(), {**raw, "p_c1": "partly", "f_c1": "fully", "f_c2": "fully", "p_c2": "fully"})
    assert page.summary.notes == (
        "One deal-breaker holds the index at 59 or below: “Privacy first”. Without the cap it would be 69.3.",
        "Counting only what somebody has shown, it is 33 (Unprepared).",
    )
    assert page.certainty.figures[1].note == "held down by “Privacy first”"


@pytest.mark.parametrize(
    ("on", "clock", "note"),
    [
        (ON, "34 days to the first ballots", "They go out on 13 October 2026. Election day is 3 November 2026."),
        (
            date(2026, 10, 12),
            "1 day to the first ballots",
            "They go out on 13 October 2026. Election day is 3 November 2026.",
        ),
        (BALLOTS, "The first ballots go out today", "Election day is 3 November 2026."),
        (
            date(2026, 10, 14),
            "The first ballots went out 1 day ago",
            "On 13 October 2026. Election day is 3 November 2026.",
        ),
    ],
)
def test_clock(on: date, clock: str, note: str) -> None:
    one = town_report(pack=with_election_day(town()), on=on, election_day="2026-11-03").summary
    assert (clock, note) == (one.clock, one.clock_note)


def test_what_no_longer_fits_is_for_after_election_day() -> None:
    page = town_report(on=BALLOTS)
    assert ["Find out: Have you practised it once?"] == [step.title for step in page.summary.steps]
    assert [("2", "After election day"), ("3", "After election day")] == [
        (step.number, step.when) for step in page.todo.later
    ]
    assert page.summary.plan_says.startswith("Exposed cannot be reached by 13 October 2026.")


def test_not_applicable_answers_that_matter_are_pointed_at() -> None:
    page = town_report(records_rule={"state": "na", "reason": "We hold no records."}, chatbot_account="none")
    assert page.certainty.not_applicable_says.startswith("One question was marked as not applicable.")
    assert [(each.question, each.answer) for each in page.certainty.not_applicable] == [
        ("Is there a rule that voter records stay out of chatbots?", "We hold no records.")
    ]


def test_a_campaign_without_a_name_still_has_one() -> None:
    assert town_report(without=("campaign_name",)).campaign == "This campaign"


def test_a_long_name_is_cut_in_the_footer_only() -> None:
    page = town_report(campaign_name="x" * 200)
    assert (200, 64, True) == (len(page.campaign), len(page.running), page.long_name)


def test_nobody_is_told_in_any_chapter_to_have_said_what_nobody_said() -> None:
    page = town_report(response_plan="dont_know")
    assert "Agree today who answers first" not in repr(page)
    assert "Ask who answers first when a fake appears." in repr(page)


@pytest.mark.slow
@pytest.mark.parametrize("case", ["city_race", "county_lists_in_chatbots", "payments_by_mail"])
def test_page_one_shows_the_first_six_steps_of_the_plan_as_they_stand_there(case: str) -> None:
    page = worked_report(case)
    one = page.summary
    shown = [(stop.number, stop.when, stop.title, stop.who) for stop in one.stops]
    shown += [(step.number, step.when, step.title, step.who) for step in one.steps]
    assert [(s.number, s.when, s.title, s.who) for s in page.todo.steps[:6]] == shown
