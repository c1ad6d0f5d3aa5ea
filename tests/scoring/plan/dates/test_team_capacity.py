"""The hours of a team: as named, as answered, by its size, or those of the smallest."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer
from hustings.pack.effort import Capacity
from hustings.scoring.plan.dates.team_capacity import TeamCapacity, team_capacity
from support.rubrics import with_rubric
from support.small_packs import DONT_KNOW, answers, control, exposure, made, votes

CAPACITY = Capacity("hours", "team", (("low", F(6)), ("some", F(15))), ("low",), F(5), 1, "We guess.")
PACK = with_rubric(made(exposure(), control("a")), capacity=CAPACITY)


@pytest.mark.parametrize(
    ("given", "hours", "source", "small"),
    [
        ({"hours": F(9), "team": "some"}, F(9), "answer", False),
        ({"hours": DONT_KNOW, "team": "some"}, F(15), "team", False),
        ({"team": "low"}, F(6), "team", True),
        ({}, F(6), "smallest_team", True),
        ({"team": votes("low", "some")}, F(6), "smallest_team", True),
        ({"hours": F(0)}, F(0), "answer", True),
    ],
)
def test_where_the_hours_come_from(given: dict[str, Answer], hours: F, source: str, *, small: bool) -> None:
    assert TeamCapacity(hours, F(5), source, small) == team_capacity(PACK, answers(**given))  # type: ignore[arg-type]


def test_hours_that_are_asked_for_win() -> None:
    assert TeamCapacity(F(3), F(5), "option", small=False) == team_capacity(PACK, answers(team="some"), F(3))


def test_without_a_capacity_in_the_rubric_there_is_no_limit() -> None:
    free = with_rubric(PACK, capacity=None)
    assert TeamCapacity(None, None, "unlimited") == team_capacity(free, {})
    assert F(4) == team_capacity(free, {}, F(4)).hours


def test_hours_until_a_day_and_in_a_week_are_exact() -> None:
    ten = TeamCapacity(F(10), None, "answer")
    assert (F(10, 7), F(10), F(20)) == (ten.until(0), ten.until(6), ten.until(13))
    assert (F(10), F(20, 7), F(0)) == (ten.of_week(0, 8), ten.of_week(1, 8), ten.of_week(2, 8))
    assert (None, None) == (
        TeamCapacity(None, None, "unlimited").until(9),
        TeamCapacity(None, None, "unlimited").of_week(0, 9),
    )
