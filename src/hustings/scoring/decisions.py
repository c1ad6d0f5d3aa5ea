"""The decision log: what a room decided, when and on which votes (method.md 2.3).

A decision that was taken back at once was a slip and is left out; one that was reopened later stays, with the reason,
above the one that came after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from hustings.answers.ballots import Ballots
from hustings.answers.room import Room, after
from hustings.answers.workshop import Decision, Entry, Kind


@dataclass(frozen=True, slots=True)
class Logged:
    """One decision. `seen`: the rounds that the room had seen by then. `reopened`: another one followed, for `why`."""

    at: datetime
    question: str
    decision: Decision
    seen: tuple[Ballots, ...]
    reopened: bool = False
    why: str = ""


def decisions(entries: Iterable[Entry]) -> tuple[Logged, ...]:
    """Every decision that was not taken back, in the order in which they were made."""
    found, log = Room(), list[Logged]()
    for entry in entries:
        found = after(found, entry)
        if entry.kind is Kind.DECIDED and entry.decision is not None:
            log.append(Logged(entry.at, entry.question, entry.decision, found.topic(entry.question).seen))
        elif entry.kind in (Kind.UNDONE, Kind.REOPENED):
            log = _ended(log, entry)
    return tuple(log)


def _ended(log: list[Logged], entry: Entry) -> list[Logged]:
    """The log once the last decision on a question no longer stands."""
    places = [number for number, line in enumerate(log) if line.question == entry.question]
    if not places:
        return log
    last = places[-1]
    kept = [replace(log[last], reopened=True, why=entry.text)] if entry.kind is Kind.REOPENED else []
    return [*log[:last], *kept, *log[last + 1 :]]
