"""What work takes of a team: days of work, deeds of an hour at most, and the hours that a week has for it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from hustings.frozen_records import dataclass
from hustings.pack.questionnaire import placed
from hustings.problems import Place

DAY = Fraction(8)
"""Hours of work that one day holds."""


def days_of_work(hours: Fraction) -> int:
    """On which day work of so many hours ends, at eight hours a day; the day on which it begins is day 0."""
    return max(ceil(hours / DAY) - 1, 0)


@dataclass(frozen=True, slots=True)
class Deed:
    """What ends at once what a gate or a law forbids, within an hour, apart from the lasting fix.

    It changes no answer and no score (method.md 1.8, ruling 45).
    """

    title: str
    how: str
    hours: Fraction
    owner: str
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours that a team has for the plan (method.md 1.8, ruling 51).

    `question`: the number of hours a week, as answered. Without an answer, `hours_by_team` says it for each choice of
    `team_question`; `small_teams` are those of three people or fewer. `first_day`: hours of steps other than stops on
    day 0. `freeze_days`: days before the first ballots by which everything is done.
    """

    question: str
    team_question: str
    hours_by_team: tuple[tuple[str, Fraction], ...]
    small_teams: tuple[str, ...]
    first_day: Fraction
    freeze_days: int
    because: str
    place: Place = placed()
