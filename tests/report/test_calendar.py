"""What this distance asks for, the first day's work, and what comes after the election; words follow the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hustings.pack.editions import scoped
from hustings.pack.model import Afterwards, Distance, Pack
from hustings.pack.questionnaire import Edition
from support.report import BALLOTS, ELECTION, town, town_report


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
    todo = town_report(pack=with_calendar()).todo
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
    (later,) = town_report(pack=with_calendar(), election=None).todo.later
    assert "7 days after election day" == later.when


def test_once_the_ballots_are_out_the_words_are_of_election_day() -> None:
    report = town_report(pack=with_calendar(), on=BALLOTS + timedelta(1))
    assert report.todo.phase is None
    assert "Dates count back from election day, " in report.todo.says
    told = [step.when for step in report.todo.steps] + [step.start for step in report.todo.steps]
    assert not any("ballots" in words for words in told)


def test_after_the_election_nothing_is_late_and_nothing_is_this_week() -> None:
    assert ELECTION is not None
    report = town_report(pack=with_calendar(), on=ELECTION + timedelta(1))
    assert {"For the next campaign"} == {step.when for step in report.todo.steps}
    assert not any(step.late for step in report.todo.steps)
    assert "The election is over" == report.summary.clock
    assert report.todo.first_day is None


def test_the_day_of_a_past_election_is_the_later_one() -> None:
    report = town_report(on=date(2030, 1, 1), election=None)
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
