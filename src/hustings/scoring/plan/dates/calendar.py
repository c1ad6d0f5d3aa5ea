"""How far away the first ballots or election day are, and what the rubric's calendar says to do then.

Every lead time ends at the first ballots; once these are out, at election day; after it nothing is late. Dates are
passed in: nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal

from hustings.answers.applicability import standings, truth
from hustings.answers.events import Answers, State
from hustings.frozen_records import dataclass
from hustings.pack.model import Action, Afterwards, Distance, Pack
from hustings.pack.source.partial_dates import moved
from hustings.scoring.result import Result

Until = Literal["ballots", "election", "over", "unknown"]
Odd = Literal["swapped", "long_past", "far_ahead"]
LONG_PAST, FAR_AHEAD = 400, 1100
"""Days beyond which a date in the past, or in the future, is taken for a typing mistake."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`days` are calendar days (0 is today) until the first ballots or, once they are out, until election day.

    Both are None, and `until` "over", after the election; "unknown" without a date. `odd`: dates that look mistyped.
    """

    on: date
    first_ballots: date | None
    election_day: date | None
    until: Until
    days: int | None
    odd: tuple[Odd, ...] = ()


def clock(pack: Pack, answers: Answers, on: date) -> Clock:
    """The clock of a campaign on a day, from its own dates."""
    ballots = answered_date(answers, pack.questionnaire.clock)
    election = answered_date(answers, pack.questionnaire.election)
    until, days = counts_down(ballots, election, on)
    return Clock(on, ballots, election, until, days, tuple(_odd(ballots, election, on)))


def counts_down(ballots: date | None, election: date | None, on: date) -> tuple[Until, int | None]:
    """Which date the days count down to, and how many they are."""
    if ballots is not None and ballots >= on:
        return "ballots", (ballots - on).days
    if election is not None and election >= on:
        return ("election" if ballots is not None else "unknown"), (election - on).days
    return ("over" if ballots is not None or election is not None else "unknown"), None


def to_ballots(first_ballots: date | None, until: Until, on: date) -> int | None:
    """Days left for what must work before the first ballots: 0 once they are out, None without a date.

    After the election nothing is late any more: None.
    """
    return None if first_ballots is None or until == "over" else max((first_ballots - on).days, 0)


def _odd(ballots: date | None, election: date | None, on: date) -> Sequence[Odd]:
    odd: list[Odd] = []
    if ballots is not None and election is not None and ballots > election:
        odd.append("swapped")
    last = max((day for day in (ballots, election) if day is not None), default=on)
    if (last - on).days > FAR_AHEAD:
        odd.append("far_ahead")
    return [*odd, "long_past"] if (on - last).days > LONG_PAST else odd


def answered_date(answers: Answers, question: str) -> date | None:
    """The date that was answered to a question, if one was."""
    answer = answers.get(question)
    value = answer.value if answer is not None and answer.state is State.ANSWERED else None
    return value if isinstance(value, date) else None


def distance(pack: Pack, days: int | None) -> Distance | None:
    """What the rubric's calendar says at this distance; None without a clock or a calendar."""
    reached = [one for one in pack.rubric.calendar if days is not None and one.start <= days]
    return reached[-1] if reached else None


def still_open(action: Action, result: Result) -> bool:
    """Whether an action would still change something: an action that is already done would not."""
    return any(
        (value := result.item(need.question).value) is not None and value.lo < need.value for need in action.raises
    )


def afterwards(pack: Pack, answers: Answers, election_day: date | None) -> tuple[tuple[Afterwards, date | None], ...]:
    """What to do once the election is over, the soonest first, each with its day if election day is known.

    It includes what may not apply: leaving data behind is worse than checking twice.
    """
    where = standings(pack, answers)
    wanted = (a for a in pack.rubric.afterwards if a.when is None or truth(pack, answers, where, a.when) is not False)
    ordered = sorted(wanted, key=lambda after: after.days)
    return tuple((a, moved(election_day, a.days) if election_day is not None else None) for a in ordered)


def forbidden(pack: Pack, to_ballots_days: int | None, tags: Collection[str], day: int) -> bool:
    """Whether the phase in which a day lies, counted from today, forbids one of these tags (method.md 1.7, 33)."""
    if to_ballots_days is None:
        return False
    phase = distance(pack, max(to_ballots_days - day, 0))
    return phase is not None and not set(tags).isdisjoint(phase.forbid)
