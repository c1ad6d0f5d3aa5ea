"""The steps in full: what, who, how long, by when, and what comes before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from markupsafe import escape

from hustings.pack.editions import scoped
from hustings.pack.model import Afterwards, Distance, Pack
from hustings.pack.questionnaire import Edition
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
    first = town_report().todo.steps[0]
    assert first.title == "Buy one small team plan and switch training off."
    assert first.how == "Until then, no names, phones or addresses in any chatbot."
    assert (first.hours, first.takes, first.start) == ("1 hour", "in place after 2 days", "start by 11 October 2026")
    assert first.answers == ("High: Campaign text goes into accounts the campaign does not control.",)


def with_calendar() -> Pack:
    pack = town()
    first, *rest = pack.rubric.actions
    rubric = replace(
        pack.rubric,
        actions=(replace(first, pack="first_day"), *rest),
        calendar=(Distance(0, "Under a month", "Do the urgent things.", "New tools."),),
        afterwards=(Afterwards("close", "Close the accounts.", "One by one.", Fraction(2), first.owner, 7),),
    )
    return replace(pack, rubric=rubric)


def test_a_pack_without_a_calendar_says_nothing_of_it() -> None:
    todo = town_report().todo
    assert (None, None, ()) == (todo.phase, todo.first_day, todo.later)


def test_the_distance_the_first_day_and_what_comes_after() -> None:
    todo = town_report(pack=with_election_day(with_calendar()), election_day="2026-11-03").todo
    assert todo.phase is not None
    assert ("Under a month", "Do the urgent things.", "New tools.") == (
        todo.phase.title, todo.phase.says, todo.phase.skip,
    )  # fmt: skip
    assert todo.first_day is not None
    assert todo.first_day.says.startswith("If you have one day: ")
    assert 1 == len(todo.first_day.lines)
    (later,) = todo.later
    assert "Close the accounts." == later.title
    assert later.when.startswith("By ")
    assert later.who.endswith("2 hours")


def test_without_election_day_what_comes_after_counts_its_days() -> None:
    (later,) = town_report(pack=with_calendar()).todo.later
    assert "7 days after election day" == later.when


def test_once_the_ballots_are_out_the_words_are_of_election_day() -> None:
    report = town_report(pack=with_election_day(with_calendar()), on=BALLOTS + timedelta(1), election_day="2026-11-03")
    assert report.todo.phase is None
    assert "Dates count back from election day, " in report.todo.says
    told = [step.when for step in report.todo.steps] + [step.start for step in report.todo.steps]
    assert not any("ballots" in words for words in told)


def test_after_the_election_nothing_is_late_and_nothing_is_this_week() -> None:
    report = town_report(pack=with_election_day(with_calendar()), on=date(2026, 11, 4), election_day="2026-11-03")
    assert {"For the next campaign"} == {step.when for step in report.todo.steps}
    assert not any(step.late for step in report.todo.steps)
    assert "The election is over" == report.summary.clock
    assert report.todo.first_day is None


def test_the_day_of_a_past_election_is_the_later_one() -> None:
    report = town_report(on=date(2030, 1, 1))
    assert "The election is over" == report.summary.clock


def test_what_is_good_enough_may_go_further() -> None:
    todo = town_report(chatbot_account="largely", response_plan="largely").todo
    assert bool(todo.further) == bool(todo.further_says)
    assert all(line.endswith(".") for line in todo.further)


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
    titles = {step.number: step.title for step in page.todo.steps}
    named = [fix for use in page.offers.uses for fix in use.first if fix.number]
    assert len(named) > len({fix.number for fix in named})
    assert all(titles[fix.number] == fix.title for fix in named)
    html = render_html(page, plain_theme())
    twice = [step.number for step in page.todo.steps if html.count(escape(step.how)) > 1]
    assert [] == twice
