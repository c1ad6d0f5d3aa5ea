"""The minutes that are told are within a quarter of what a scripted run takes, by a stated model of reading."""

from __future__ import annotations

from functools import cache

import pytest

from support import screens
from support.campaign_ai import edition
from support.deep import some
from support.reading_time import Reader, comes_back, read_through

RUNS = [("standard", ""), ("standard", "es"), ("full", ""), ("full", "es"), ("quick", "es"), ("quick", "")]


@cache
def scripted(name: str, language: str) -> tuple[Reader, float]:
    return read_through(edition(name, language), dict(screens.sample()), language)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "language"), some(RUNS, 3))
def test_the_minutes_that_are_told_are_within_a_quarter_of_a_scripted_run(name: str, language: str) -> None:
    reader, told = scripted(name, language)
    assert 0.75 <= reader.seconds / told <= 1.25


def test_an_answer_takes_a_key_or_two() -> None:
    """A choice takes one; what is typed is what makes it more: names, dates and numbers."""
    reader, _ = scripted("standard", "")
    assert reader.questions > 60
    assert reader.keys / reader.questions < 2


@pytest.mark.parametrize("name", ["city_race_quick", "city_race", "uk_by_election"])
def test_thirty_days_later_nothing_has_changed_in_ten_minutes(name: str) -> None:
    """The last has 117 answers and a plan of 98 steps, none of them done."""
    reader = comes_back(name, done=0)
    assert reader.seconds <= 10 * 60
    assert reader.keys <= 12


@pytest.mark.parametrize("name", ["city_race_quick", "city_race"])
def test_thirty_days_later_three_steps_are_done_in_ten_minutes(name: str) -> None:
    reader = comes_back(name, done=3)
    assert reader.seconds <= 10 * 60
    assert reader.keys <= 24
