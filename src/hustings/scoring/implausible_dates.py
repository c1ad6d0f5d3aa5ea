"""Dates that look mistyped, reported as soon as they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from hustings.answers.events import Answer, Answers
from hustings.messages import english, say, spelled_date
from hustings.pack.model import Pack
from hustings.scoring.plan.dates.calendar import Clock, Odd, clock

NOTES: dict[Odd, str] = {
    "swapped": english("Note: the first ballots are dated after election day. Look at both dates again."),
    "long_past": english("Note: the election is dated more than a year ago. Look at its dates again."),
    "far_ahead": english("Note: the election is dated more than three years ahead. Look at its dates again."),
}
DOUBTS: dict[Odd, str] = {
    "swapped": english("Is that right? The first ballots, on {ballots}, would come after election day, {election}."),
    "long_past": english("Is that right? {day} is more than a year ago."),
    "far_ahead": english("Is that right? {day} is more than three years ahead."),
}


def notes(days: Clock) -> tuple[str, ...]:
    """A sentence for each date that looks mistyped."""
    return tuple(say(NOTES[odd]) for odd in days.odd)


def doubts(pack: Pack, answers: Answers, question: str, answer: Answer, on: date) -> tuple[str, ...]:
    """A question for each reason to doubt a date, to be asked before it is recorded."""
    dates = (pack.questionnaire.clock, pack.questionnaire.election)
    if question not in dates or not isinstance(answer.value, date):
        return ()
    days = clock(pack, MappingProxyType({**answers, question: answer}), on)
    return tuple(_doubts(days, answer.value))


def _doubts(days: Clock, day: date) -> Iterator[str]:
    ballots, election = (spelled_date(one) if one else "" for one in (days.first_ballots, days.election_day))
    for odd in days.odd:
        yield say(
            DOUBTS[odd],
            **({"ballots": ballots, "election": election} if odd == "swapped" else {"day": spelled_date(day)}),
        )
