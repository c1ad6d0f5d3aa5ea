"""What the days count down to, and what that distance asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from hustings.answers.events import Answer, State
from hustings.pack.conditions import parse
from hustings.pack.model import Afterwards, Distance, Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.plan.dates.calendar import Until, afterwards, clock, distance, forbidden, to_ballots
from support.small_packs import action, answers, control, exposure, made

BALLOTS, ELECTION = date(2027, 3, 8), date(2027, 4, 6)


def dated() -> Pack:
    """Two dates, one control, and what comes after."""
    pack = made(exposure(), control("plan"), actions=[action("write", {"plan": "largely"})])
    days = {name: Question(name, "date", f"{name}?", "all") for name in ("ballots", "election")}
    asked = replace(pack.questionnaire, clock="ballots", election="election")
    later = (
        Afterwards("close", "Close.", "So.", Fraction(1), "manager", 30),
        Afterwards("first", "First.", "So.", Fraction(1), "manager", 1, parse("plan >= partly")),
        Afterwards("never", "Never.", "So.", Fraction(1), "manager", 2, parse("x >= much")),
    )
    near = (Distance(0, "Now", "Go."), Distance(15, "Near", "Hurry."))
    rubric = replace(pack.rubric, afterwards=later, calendar=near)
    return replace(pack, questionnaire=asked, rubric=rubric, questions={**pack.questions, **days})


def on(day: date, **days: date) -> tuple[str, int | None, tuple[str, ...]]:
    found = clock(dated(), {name: Answer(State.ANSWERED, value) for name, value in days.items()}, day)
    return found.until, found.days, found.odd


def test_first_ballots_come_first_then_election_day_then_nothing_is_late() -> None:
    both = {"ballots": BALLOTS, "election": ELECTION}
    assert ("ballots", 34, ()) == on(BALLOTS - timedelta(34), **both)
    assert ("ballots", 0, ()) == on(BALLOTS, **both)
    assert ("election", 28, ()) == on(BALLOTS + timedelta(1), **both)
    assert ("election", 0, ()) == on(ELECTION, **both)
    assert ("over", None, ()) == on(ELECTION + timedelta(1), **both)


def test_with_one_date_or_none() -> None:
    assert ("unknown", None, ()) == on(BALLOTS)
    assert ("unknown", 29, ()) == on(BALLOTS, election=ELECTION)
    assert ("over", None, ()) == on(ELECTION, ballots=BALLOTS)


def test_dates_that_look_mistyped_are_told() -> None:
    assert ("swapped",) == on(BALLOTS, ballots=ELECTION, election=BALLOTS)[2]
    assert ("long_past",) == on(ELECTION + timedelta(401), election=ELECTION)[2]
    assert ("far_ahead",) == on(BALLOTS - timedelta(1101), ballots=BALLOTS)[2]
    assert () == on(BALLOTS - timedelta(1100), ballots=BALLOTS)[2]
    assert ("swapped", "far_ahead") == on(BALLOTS, ballots=date.max, election=ELECTION)[2]
    assert () == on(ELECTION + timedelta(400), election=ELECTION)[2]


@pytest.mark.parametrize(("days", "title"), [(0, "Now"), (14, "Now"), (15, "Near"), (400, "Near")])
def test_the_distance_that_is_reached_counts(days: int, title: str) -> None:
    found = distance(dated(), days)
    assert found is not None
    assert title == found.title


def test_without_a_clock_no_distance() -> None:
    assert distance(dated(), None) is None
    assert distance(made(exposure(), control("plan")), 3) is None
    assert not forbidden(dated(), None, ["new_tool"], 0)


def test_what_comes_after_is_dated_and_what_may_not_apply_is_kept() -> None:
    told = afterwards(dated(), answers(x="little"), ELECTION)
    assert [("first", date(2027, 4, 7)), ("close", date(2027, 5, 6))] == [(one.id, day) for one, day in told]
    assert [None, None] == [day for _, day in afterwards(dated(), answers(x="little"), None)]


@pytest.mark.parametrize(
    ("ballots", "until", "left"),
    [
        (None, "election", None),
        (date(2026, 10, 13), "ballots", 34),
        (date(2026, 9, 1), "election", 0),
        (date(2026, 9, 1), "over", None),
    ],
)
def test_days_left_for_what_must_work_before_the_ballots(ballots: date | None, until: Until, left: int | None) -> None:
    assert left == to_ballots(ballots, until, date(2026, 9, 9))
