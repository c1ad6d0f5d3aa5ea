"""The pages at which a sitting begins and ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hustings.answers.events import Answer, State
from hustings.interview import navigation
from hustings.interview.pages.start_and_end_pages import (
    answered,
    finish_page,
    leave_page,
    open_before,
    resume_page,
    welcome_page,
)
from support import screens
from support.interview import ALL, answers, town

ON = date(2026, 8, 1)


def test_the_first_page_says_what_it_is_how_long_and_that_all_is_saved() -> None:
    page = welcome_page(navigation.begin(town(), {}))
    assert ["A town council race", "Begin"] == [page.title, page.options[0].text]
    assert ["1. About you, 3 min", "2. Voter data, 2 min", "3. Fakes, 2 min"] == [
        line.words for line in page.lines if line.meter
    ]
    assert "8 questions, about 5 minutes (up to 7)." in [line.text for line in page.lines]
    assert "Each answer is saved as you give it. Leave when you like and go on later." in [
        line.text for line in page.lines
    ]


def test_somebody_who_comes_back_is_told_where_they_were() -> None:
    here = navigation.begin(town(), answers(campaign_name="R", first_ballots="2026-10-03", staff="blank"))
    page = resume_page(here, "Last time: today.", ("Ana answered 2 questions since.",))
    assert [
        "Last time: today.",
        "",
        "You were here: About you, 4 of 4",
        "Has anyone used a chatbot for campaign work in the last 30 days?",
    ] == [line.text for line in page.lines][:4]
    assert ["Go on here", "Answer what is open before it", "All sections", "All answers"] == [
        o.text for o in page.options
    ]
    assert ["staff"] == [question.id for question in open_before(here)]
    assert 3 == len(resume_page(replace(here, current="campaign_name"), "").options)
    assert 2 == len(answered(here))


def test_leaving_says_what_is_saved_and_where_it_goes_on() -> None:
    here = navigation.begin(town(), answers(campaign_name="R"))
    page = leave_page(here, sure=True)
    assert ("1 of 8 answers. About 5 minutes are left.", "leave") == (page.lines[0].text, page.initial)
    assert "When do the first ballots go out?" == page.lines[-1].text
    assert "go_on" == leave_page(here, sure=False).initial
    done = leave_page(navigation.begin(town(), answers(**ALL)), sure=True)
    assert ["10 of 10 answers.", ""] == [line.text for line in done.lines]
    at_one = leave_page(navigation.begin(town(), answers(**ALL), "staff"), sure=True)
    assert "Next time you start here" not in [line.text for line in at_one.lines]


def test_the_end_says_how_ready_and_what_now() -> None:
    page = finish_page(navigation.begin(town(), answers(**ALL)), ON)
    assert "10 answers are saved." == page.lines[0].text
    assert "Rivera for Council is Unprepared: 13.6 of 100" in [line.text for line in page.lines]
    assert ["report", "plan", ":answers", "follow-up"] == [option.id for option in page.options]
    assert ("63 days to the first votes",) == page.head.right
    assert () == finish_page(navigation.begin(town(), answers(**ALL)), date(2030, 1, 1)).head.right


def test_what_is_not_known_is_counted_and_a_stop_is_named() -> None:
    given = {**answers(**ALL), "response_plan": Answer(State.ANSWERED, "none"), "records_rule": Answer(State.DONT_KNOW)}
    page = finish_page(navigation.begin(town(), given), ON)
    assert "9 answers are saved. 1 of them is “we don't know”." == page.lines[0].text
    assert "1 stop stands first in the plan." in [line.text for line in page.lines]
    assert "Find out the 1 open thing" in [option.text for option in page.options]


def test_where_nothing_can_be_scored_the_end_says_only_what_is_saved() -> None:
    bare = replace(town(), rubric=replace(town().rubric, domains=(), gates=()))
    page = finish_page(navigation.begin(bare, answers(**ALL)), ON)
    assert ["10 answers are saved."] == [line.text for line in page.lines]


def test_days_to_an_election_whose_first_ballots_are_out() -> None:
    given = {**screens.sample(), "first_ballots": Answer(State.ANSWERED, date(2027, 3, 8))}
    page = finish_page(navigation.begin(screens.at("office").pack, given), date(2027, 3, 20))
    assert ("17 days to the election",) == page.head.right
