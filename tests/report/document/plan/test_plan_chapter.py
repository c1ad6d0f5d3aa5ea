"""The steps in full: what, who, how long, by when, and what comes before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from markupsafe import escape

from hustings.pack.editions import scoped
from hustings.pack.model import Afterwards, Distance, Pack
from hustings.pack.questionnaire import Edition
from hustings.report.document.plan.plan_records import PhaseText, StepText
from hustings.report.render.html import render_html
from support.report import (
    BALLOTS,
    plain_theme,
    town,
    town_report,
    with_election_day,
    worked_report,
)


def test_steps_in_full() -> None:
    first, asked, second = town_report().todo.steps
    assert (
        StepText(
            number="1",
            kind="fix",
            label="",
            when="Today",
            dates="9 Sep to 11 Sep",
            start="today",
            latest="11 Oct",
            title="Buy one small team plan and switch training off.",
            how="Until then, no names, phones or addresses in any chatbot.",
            who="Campaign manager",
            hours="1 hour",
            gain="+34",
            notes=("Then 2 days of waiting.",),
            answers=("High: Campaign text goes into accounts the campaign does not control.",),
            done="",
            time="1 h",
            begin_by="Start at the latest: 11 October 2026.",
        )
        == first
    )
    assert ("find_out", "Today", "Find out: Have you practised it once?") == (asked.kind, asked.when, asked.title)
    assert ("more", "9 Sep to 12 Sep", "+40.8") == (second.kind, second.dates, second.gain)


def test_the_plan_says_what_it_asks_for_and_what_it_brings() -> None:
    todo = town_report(response_plan="none", without=("plan_drill",)).todo
    assert todo.headline.startswith("Do steps 1 and 2 by 12 September 2026: 2.25 hours of work.")
    assert todo.climb_says == (
        "Today: 10.8 of 100, Unprepared. Reached: Exposed on 12 September 2026, Guarded on 12 September 2026 and Ready "
        "on 12 September 2026. With every step done, on 12 September 2026: 84.4, Ready. "
        "If what is not known turns out well: 10.8 today, 90.8 in the end, Ready."
    )
    assert todo.in_time.climb is not None
    assert todo.climb_says == todo.in_time.climb.alt


def test_each_owner_has_a_list_to_hand_out() -> None:
    manager, team, press = town_report().todo.lists
    assert ("Campaign manager", "1 step and 1 hour", False) == (manager.owner, manager.says, manager.more)
    assert (["2"], ["3"]) == ([step.number for step in team.steps], [step.number for step in press.steps])


def with_calendar() -> Pack:
    pack = town()
    first, *rest = pack.rubric.actions
    rubric = replace(
        pack.rubric,
        actions=(replace(first, tags=("new_tool",)), *rest),
        calendar=(
            Distance(0, "The last weeks", "Do what holds.", "New tools.", ("new_tool",)),
            Distance(30, "A month or more", "Do the urgent things.", "Nothing yet."),
        ),
        afterwards=(Afterwards("close", "Close the accounts.", "One by one.", Fraction(2), first.owner, 7),),
    )
    return replace(pack, rubric=rubric)


def test_a_pack_without_a_calendar_says_nothing_of_it() -> None:
    todo = town_report().todo
    assert (None, (), (), ()) == (todo.phase, todo.phases, todo.later, todo.afterwards)


def test_the_calendar_says_what_holds_today_and_what_is_left_from_when() -> None:
    todo = town_report(pack=with_election_day(with_calendar()), election_day="2026-11-03").todo
    assert PhaseText("A month or more", "Do the urgent things.", "Nothing yet.") == todo.phase
    assert ("From 14 September 2026 (the last weeks), leave: New tools.",) == todo.phases
    (later,) = todo.afterwards
    assert "Close the accounts." == later.title
    assert later.when.startswith("By ")
    assert later.who.endswith("2 hours")


def test_what_the_calendar_forbids_is_left_for_after_election_day() -> None:
    todo = town_report(pack=with_calendar(), on=BALLOTS - timedelta(20), response_plan="fully", plan_drill="fully").todo
    assert () == todo.steps
    assert [("1", "After election day", "Buy one small team plan and switch training off.")] == [
        (step.number, step.when, step.title) for step in todo.later
    ]
    assert "After election day" == todo.later_title
    (unplanned,) = todo.unplanned
    assert unplanned.endswith("What mends it would come too late.")


def test_without_election_day_what_comes_after_counts_its_days() -> None:
    (later,) = town_report(pack=with_calendar()).todo.afterwards
    assert "7 days after election day" == later.when


def test_once_the_ballots_are_out_the_words_are_of_election_day() -> None:
    report = town_report(pack=with_election_day(with_calendar()), on=BALLOTS + timedelta(1), election_day="2026-11-03")
    assert report.todo.phase is None
    assert "The plan runs until 3 November 2026." in report.todo.says
    assert not any("ballots" in words for words in (report.todo.headline, *report.todo.says, report.todo.climb_says))


def test_after_the_election_nothing_is_late_and_nothing_is_this_week() -> None:
    report = town_report(pack=with_election_day(with_calendar()), on=date(2026, 11, 4), election_day="2026-11-03")
    assert () == report.todo.steps
    assert {"For the next campaign"} == {step.when for step in report.todo.later}
    assert {"For the next campaign"} == {step.when for step in report.summary.steps}
    assert ["1", "2"] == [step.number for step in report.summary.steps]
    assert ("The election is over", None, None) == (report.summary.clock, report.todo.phase, report.todo.in_time.climb)


def test_the_day_of_a_past_election_is_the_later_one() -> None:
    report = town_report(on=date(2030, 1, 1))
    assert "The election is over" == report.summary.clock


def test_what_is_good_enough_may_go_further_once_there_is_no_gap() -> None:
    good: dict[str, Any] = {"response_plan": "fully", "plan_drill": "fully"}
    reaches_further = town().rubric.actions[0]
    pack = replace(
        town(),
        rubric=replace(
            town().rubric,
            actions=(replace(reaches_further, raises=(replace(reaches_further.raises[0], value=Fraction(1)),)),),
        ),
    )
    todo = town_report(pack=pack, chatbot_account="largely", **good).todo
    assert ("Buy one small team plan and switch training off. Campaign manager, 1 hour.",) == todo.further
    assert todo.further_says.startswith("These lift what is good enough already.")
    assert () == town_report(pack=pack, chatbot_account="partly", **good).todo.further


def test_a_short_edition_says_what_it_leaves_open() -> None:
    asked = town()
    editions = (Edition("quick", "Quick", "all", "A first look."), Edition("all", "All", "all"))
    questions = {
        name: replace(question, edition="all" if name == "response_plan" else "")
        for name, question in asked.questions.items()
    }
    sections = tuple(
        replace(section, questions=tuple(questions[question.id] for question in section.questions))
        for section in asked.questionnaire.sections
    )
    pack = replace(
        asked, questions=questions, questionnaire=replace(asked.questionnaire, sections=sections, editions=editions)
    )
    short = town_report(pack=scoped(pack, "quick"), without=("response_plan",))
    assert any(
        note.startswith("One thing that counts is not asked in the edition “Quick”;") for note in short.summary.notes
    )
    assert ("Edition", "Quick", "A first look.") in [(f.label, f.value, f.note) for f in short.provenance]
    fakes = next(section for section in short.answers if section.title == "Fakes")
    assert fakes.left_out.endswith("One more question is left to a longer edition.")
    assert not any("is not asked" in note for note in town_report(pack=scoped(pack, "all")).summary.notes)


@pytest.mark.slow
def test_a_step_of_the_list_is_told_in_full_there_and_by_number_and_title_elsewhere() -> None:
    page = worked_report("statewide_full_open")
    assert page.offers is not None
    titles = {step.number: step.title for step in (*page.todo.steps, *page.todo.later)}
    named = [fix for use in page.offers.uses for fix in use.first if fix.number]
    assert len(named) > len({fix.number for fix in named})
    assert all(titles[fix.number] == fix.title for fix in named)
    assert all(
        fix.when.startswith("not in the plan; ") for use in page.offers.uses for fix in use.first if not fix.number
    )
    html = render_html(page, plain_theme())
    twice = [step.number for step in page.todo.steps if step.how and html.count(escape(step.how)) > 1]
    assert [] == twice
