"""Which rules may apply to a campaign, and whether each does on a day: now, from a day on, no longer, or perhaps.

A standing follows from the answers and the dates of the rule; it is not a judgement of law. Where these leave it open,
it stays open, and `missing` names the questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from hustings.answers.applicability import Standings, spoken, standings, still_asked, truth
from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition, names
from hustings.pack.model import Pack
from hustings.pack.rules import Jurisdiction, Rule
from hustings.pack.source.partial_dates import moved

RuleStands = Literal["applies", "opens", "closed", "maybe", "does_not_bind"]
Concerns = Literal["duty", "protection"]
OLD_DAYS = 120


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """A rule on a day: a duty of this campaign, or a protection of people who are copied.

    `opens` and `closes`: first and last day on which it holds; None if unknown. `missing`: the questions whose answers
    would settle it. `age`: days since its source was checked; `stale`: too long ago to rely on. `breached`: the answers
    say so, whatever the open answers turn out to be (method.md 1.8, ruling 45).
    """

    place: Jurisdiction
    rule: Rule
    concerns: Concerns
    stands: RuleStands
    opens: date | None
    closes: date | None
    missing: tuple[str, ...]
    age: int
    stale: bool
    breached: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The places whose rules concern a campaign, and the questions to answer where that is not known."""

    found: tuple[Jurisdiction, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Campaign:
    pack: Pack
    answers: Answers
    where: Standings
    on: date

    def truth(self, condition: Condition | None) -> bool | None:
        return True if condition is None else truth(self.pack, self.answers, self.where, condition)

    def missing(self, condition: Condition) -> tuple[str, ...]:
        return still_asked(self.pack, self.answers, self.where, condition)

    @property
    def election(self) -> date | None:
        values = spoken(self.answers.get(self.pack.questionnaire.election))
        return values[0] if len(values) == 1 and isinstance(values[0], date) else None


def places_of(pack: Pack, answers: Answers) -> Places:
    """The places of the pack in which the campaign runs."""
    known = standings(pack, answers)
    judged = [(place, truth(pack, answers, known, place.when)) for place in pack.rules]
    unclear = (still_asked(pack, answers, known, place.when) for place, holds in judged if holds is None)
    missing = dict.fromkeys(name for names in unclear for name in names)
    return Places(tuple(place for place, holds in judged if holds is True), tuple(missing))


def rules_for(pack: Pack, answers: Answers, on: date) -> tuple[RuleStanding, ...]:
    """The rules of a campaign's places on a day, in the pack's order.

    A duty that does not concern the campaign is left out. A protection concerns every campaign, and comes after the
    duty of its rule.
    """
    campaign = _Campaign(pack, answers, standings(pack, answers), on)
    places = places_of(pack, answers).found
    return tuple(standing for place in places for rule in place.rules for standing in _standings(campaign, place, rule))


def breaches(pack: Pack, answers: Answers, on: date) -> tuple[RuleStanding, ...]:
    """The rules that the answers say are breached on a day."""
    return tuple(standing for standing in rules_for(pack, answers, on) if standing.breached)


def _standings(campaign: _Campaign, place: Jurisdiction, rule: Rule) -> Iterator[RuleStanding]:
    if rule.duty and campaign.truth(rule.when) is not False:
        yield _standing(campaign, place, rule, "duty")
    if rule.protects:
        yield _standing(campaign, place, rule, "protection")


def _standing(campaign: _Campaign, place: Jurisdiction, rule: Rule, concerns: Concerns) -> RuleStanding:
    on, (opens, closes) = campaign.on, _days(rule, campaign.election)
    missing = tuple(_missing(campaign, rule, concerns))
    holds = concerns == "protection" or campaign.truth(rule.when) is True
    undated = rule.window is not None and campaign.election is None
    stands = _stands(rule, on, (opens, closes), settled=holds and not undated)
    age = (on - rule.as_of.first).days
    breached = concerns == "duty" and stands == "applies" and _breached(campaign, rule)
    return RuleStanding(place, rule, concerns, stands, opens, closes, missing, age, age > OLD_DAYS, breached)


def _missing(campaign: _Campaign, rule: Rule, concerns: Concerns) -> Iterator[str]:
    if concerns == "duty" and rule.when is not None and campaign.truth(rule.when) is None:
        yield from campaign.missing(rule.when)
    day = campaign.pack.questionnaire.election
    if day and rule.window is not None and campaign.election is None:
        yield day


def _breached(campaign: _Campaign, rule: Rule) -> bool:
    """Whether a rule is breached with every value that is still possible, and its controls count in this edition."""
    if rule.breached_when is None or not campaign.pack.questions.keys() >= set(names(rule.breached_when)):
        return False
    return campaign.truth(rule.breached_when) is True


def _days(rule: Rule, election: date | None) -> tuple[date | None, date | None]:
    """The first and the last day on which a rule holds, its window around election day included."""
    opens, closes = rule.start.first if rule.start else None, rule.end.last if rule.end else None
    if rule.window is None or election is None:
        return opens, closes
    first, last = moved(election, -rule.window.before), moved(election, rule.window.after)
    return max(opens or first, first), min(closes or last, last)


def _stands(rule: Rule, on: date, days: tuple[date | None, date | None], *, settled: bool) -> RuleStands:
    opens, closes = days
    if rule.status != "in_force":
        return "does_not_bind"
    if closes is not None and closes < max(on, opens or on):
        return "closed"
    if not settled:
        return "maybe"
    return "opens" if opens is not None and on < opens else "applies"
