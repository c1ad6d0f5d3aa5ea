"""Which rules may apply to a campaign, and how each stands on a day: now, from a day on, no longer, or perhaps.

A standing is what the answers and the dates of an entry say, never a judgement of law. What an entry leaves open, and
what an answer leaves open, stays open: `maybe` names the questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hustings.answers.events import Answers
from hustings.answers.standing import Standings, spoken, standings, still_asked, truth
from hustings.pack.days import moved
from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction, Rule

RuleStands = Literal["applies", "opens", "closed", "maybe", "does_not_bind"]
OLD_DAYS = 120


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """A rule on a day. `opens` and `closes`: first and last day on which it holds; no last day if none is known.

    `missing`: the questions whose answers would settle it. `age`: days since its source was known to support it;
    `stale`: that is too long ago to rely on.
    """

    place: Jurisdiction
    rule: Rule
    stands: RuleStands
    opens: date
    closes: date | None
    missing: tuple[str, ...]
    age: int
    stale: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The places whose rules concern a campaign, and the questions to answer where that is not known."""

    found: tuple[Jurisdiction, ...]
    missing: tuple[str, ...]


def places_of(pack: Pack, answers: Answers) -> Places:
    """Where a campaign runs, as far as rules go."""
    where = standings(pack, answers)
    said = [(place, truth(pack, answers, where, place.when)) for place in pack.rules]
    unclear = (still_asked(pack, answers, where, place.when) for place, holds in said if holds is None)
    missing = dict.fromkeys(name for names in unclear for name in names)
    return Places(tuple(place for place, holds in said if holds is True), tuple(missing))


def rules_for(pack: Pack, answers: Answers, on: date) -> tuple[RuleStanding, ...]:
    """How the rules of a campaign's places stand on a day, in the pack's order.

    What does not concern the campaign is left out.
    """
    where = standings(pack, answers)
    places = places_of(pack, answers).found
    return tuple(standing for place in places for standing in _standings(pack, answers, where, place, on))


def _standings(pack: Pack, answers: Answers, where: Standings, place: Jurisdiction, on: date) -> Iterator[RuleStanding]:
    election = _election(pack, answers)
    for rule in place.rules:
        holds = True if rule.when is None else truth(pack, answers, where, rule.when)
        if holds is not False:
            asked = still_asked(pack, answers, where, rule.when) if rule.when is not None and holds is None else ()
            undated = rule.window is not None and election is None
            day = (pack.questionnaire.election,) if undated and pack.questionnaire.election else ()
            opens, closes = _days(rule, election)
            stands = _stands(rule, on, (opens, closes), settled=holds is True and not undated)
            age = (on - rule.as_of.first).days
            yield RuleStanding(place, rule, stands, opens, closes, (*asked, *day), age, age > OLD_DAYS)


def _election(pack: Pack, answers: Answers) -> date | None:
    said = spoken(answers.get(pack.questionnaire.election))
    return said[0] if len(said) == 1 and isinstance(said[0], date) else None


def _days(rule: Rule, election: date | None) -> tuple[date, date | None]:
    """The first and the last day on which a rule holds, its window around election day included."""
    opens, closes = rule.start.first, rule.end.last if rule.end is not None else None
    if rule.window is None or election is None:
        return opens, closes
    first, last = moved(election, -rule.window.before), moved(election, rule.window.after)
    return max(opens, first), last if closes is None else min(closes, last)


def _stands(rule: Rule, on: date, days: tuple[date, date | None], *, settled: bool) -> RuleStands:
    opens, closes = days
    if rule.status != "in_force":
        return "does_not_bind"
    if closes is not None and closes < max(on, opens):
        return "closed"
    if not settled:
        return "maybe"
    return "opens" if on < opens else "applies"
