"""How many hours a team has for the plan, and how many fit before the deadline (method.md 1.7, 31; 1.8, 51)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from hustings.answers.applicability import spoken
from hustings.answers.events import Answers
from hustings.pack.model import Pack

WEEK = 7
Source = Literal["answer", "team", "smallest_team", "option", "unlimited"]


@dataclass(frozen=True, slots=True)
class TeamCapacity:
    """The hours of a team: `hours` a week (None: no limit), and `first_day` of day 0, stops not counted.

    `source`: where the hours come from; `small`: a team of three or fewer.
    """

    hours: Fraction | None
    first_day: Fraction | None
    source: Source
    small: bool = False

    def until(self, last: int) -> Fraction | None:
        """Hours from day 0 to a last day, that day included; None without a limit."""
        return None if self.hours is None else self.hours * (last + 1) / WEEK

    def of_week(self, week: int, last: int) -> Fraction | None:
        """Hours of a week (days 7k to 7k + 6), as far as it lies before the last day."""
        days = min(WEEK, last - WEEK * week + 1)
        return None if self.hours is None else self.hours * max(days, 0) / WEEK


def team_capacity(pack: Pack, answers: Answers, hours: Fraction | None = None) -> TeamCapacity:
    """The capacity of a campaign: as named, as answered, or by the size of its team; the smallest if that is open."""
    found = pack.rubric.capacity
    if found is None:
        return TeamCapacity(hours, None, "unlimited" if hours is None else "option")
    team = spoken(answers.get(found.team_question))
    size = str(team[0]) if len(team) == 1 else None
    small = size in found.small_teams if size is not None else bool(found.small_teams)
    if hours is not None:
        return TeamCapacity(hours, found.first_day, "option", small)
    said = spoken(answers.get(found.question))
    if len(said) == 1 and isinstance(said[0], Fraction):
        return TeamCapacity(said[0], found.first_day, "answer", small)
    by_team = dict(found.hours_by_team)
    if size in by_team:
        return TeamCapacity(by_team[size], found.first_day, "team", small)
    return TeamCapacity(min(by_team.values()), found.first_day, "smallest_team", small)
