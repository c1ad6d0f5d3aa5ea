"""How many hours a team has for the plan, and how many fit before the deadline (method.md 1.7, 31; 1.8, 51)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from hustings.answers.applicability import spoken
from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
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
    authored = pack.rubric.capacity
    if authored is None:
        return TeamCapacity(hours, None, "unlimited" if hours is None else "option")
    team = spoken(answers.get(authored.team_question))
    size = str(team[0]) if len(team) == 1 else None
    small = size in authored.small_teams if size is not None else bool(authored.small_teams)
    if hours is not None:
        return TeamCapacity(hours, authored.first_day, "option", small)
    hours_answered = spoken(answers.get(authored.question))
    if len(hours_answered) == 1 and isinstance(hours_answered[0], Fraction):
        return TeamCapacity(hours_answered[0], authored.first_day, "answer", small)
    by_team = dict(authored.hours_by_team)
    if size in by_team:
        return TeamCapacity(by_team[size], authored.first_day, "team", small)
    return TeamCapacity(min(by_team.values()), authored.first_day, "smallest_team", small)
