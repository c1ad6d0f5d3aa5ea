"""Dates that look mistyped: a note where they were given, a question before they are taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hustings.answers.events import Answer, State
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.implausible_dates import doubts, notes
from hustings.scoring.plan.dates.calendar import clock
from support.small_packs import control, exposure, made

ON, BALLOTS, ELECTION = date(2026, 11, 30), date(2027, 3, 8), date(2027, 4, 6)


def dated() -> Pack:
    pack = made(exposure(), control("plan"))
    days = {name: Question(name, "date", f"{name}?", "all") for name in ("ballots", "election")}
    asked = replace(pack.questionnaire, clock="ballots", election="election")
    return replace(pack, questionnaire=asked, questions={**pack.questions, **days})


def said(day: date) -> Answer:
    return Answer(State.ANSWERED, day)


def test_what_is_asked_before_a_date_is_taken() -> None:
    pack = dated()
    swapped = doubts(pack, {"election": said(BALLOTS)}, "ballots", said(ELECTION), ON)
    asked = "Is that right? The first ballots, on Tuesday, 6 April 2027, would come after election day"
    assert (f"{asked}, Monday, 8 March 2027.",) == swapped
    assert ("Is that right? Thursday, 1 January 2032 is more than three years ahead.",) == doubts(
        pack, {}, "election", said(date(2032, 1, 1)), ON
    )
    assert () == doubts(pack, {}, "election", said(ELECTION), ON)
    assert () == doubts(pack, {}, "plan", Answer(State.ANSWERED, "partly"), ON)


def test_what_is_told_of_dates_that_were_taken() -> None:
    found = clock(dated(), {"ballots": said(ELECTION), "election": said(BALLOTS)}, ON)
    assert ("Note: the first ballots are dated after election day. Look at both dates again.",) == notes(found)
