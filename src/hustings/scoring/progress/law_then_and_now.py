"""What law and calendar were then and are now: duties that are new, have changed or are gone, and the phase.

Law moves no point of the index by itself (method.md 1.2 knows no date): it says what must be done, and a breach is a
stop. So it is shown beside the points, with each breach split among the three causes as any other figure is.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

from hustings.frozen_records import dataclass
from hustings.pack.model import Distance
from hustings.scoring.plan.dates.calendar import clock, distance
from hustings.scoring.progress.corner_answers import Pair, Side, mixed_answers
from hustings.scoring.progress.shapley import Change, Corner, change_of
from hustings.scoring.rules import RuleStanding, rules_for


@dataclass(frozen=True, slots=True)
class RuleThenAndNow:
    """A duty of the campaign's place on the two days; None where the law of that day does not have it for them.

    `breach`: 0 or 1 then and now, and what made the difference. The rubric has no part in it.
    """

    then: RuleStanding | None
    now: RuleStanding | None
    breach: Change

    @property
    def rule(self) -> RuleStanding:
        """Its standing now, or if it is gone, then."""
        standing = self.now or self.then
        assert standing is not None
        return standing

    @property
    def changed(self) -> bool:
        """Whether it stands otherwise now, or is breached only then or only now."""
        stands = tuple(one and one.stands for one in (self.then, self.now))
        return stands[0] != stands[1] or self.breach.total != 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days to the first ballots or to election day on both days, and the phases of the rubric's calendar."""

    days_then: int | None
    days_now: int | None
    phase_then: Distance | None
    phase_now: Distance | None


def calendar(both: Pair) -> Calendar:
    """The calendar of the campaign on the two days."""
    days = [_days(side) for side in (both.then, both.now)]
    phases = [distance(side.pack, left) for side, left in zip((both.then, both.now), days, strict=True)]
    return Calendar(days[0], days[1], phases[0], phases[1])


def _days(side: Side) -> int | None:
    return clock(side.pack, side.assessed.answers, side.assessed.on).days


def duties(both: Pair) -> tuple[RuleThenAndNow, ...]:
    """The duties of either day, in the order of today's rules, then those that are gone."""
    of = {
        (campaign, law): _duties(both, campaign=campaign, law=law) for campaign, law in product((False, True), repeat=2)
    }
    then, now = of[False, False], of[True, True]
    return tuple(RuleThenAndNow(then.get(name), now.get(name), _breach(of, name)) for name in {**now, **then})


Duties = Mapping[str, RuleStanding]


def _breach(of: Mapping[tuple[bool, bool], Duties], name: str) -> Change:
    def breached(corner: Corner) -> Fraction:
        standing = of[corner[0], corner[2]].get(name)
        return Fraction(standing is not None and standing.breached)

    return change_of(breached)


def _duties(both: Pair, *, campaign: bool, law: bool) -> Duties:
    """The duties of one day's law with the campaign's answers of one day: a law asks in the words of its own pack."""
    side = both.side(now=law)
    answers = mixed_answers(both, (campaign, law, law))
    return {one.rule.id: one for one in rules_for(side.pack, answers, side.assessed.on) if one.concerns == "duty"}
