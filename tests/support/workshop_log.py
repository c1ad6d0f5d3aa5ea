"""Entries of a workshop's log about one question, as short as they can be written, and the phases that they make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.fold import after
from hustings.answers.workshop.state import QuestionPhase, WorkshopState
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


YES = Answer(State.ANSWERED, "yes")


AGREED = Decision(DecisionKind.AGREED, YES)


def entry(kind: EntryKind, question: str = "plan", **fields: object) -> LogEntry:
    return LogEntry(1, AT, "Ann", kind, question, **fields)  # type: ignore[arg-type]


def closed(*votes: str, notes: tuple[str, ...] = ()) -> LogEntry:
    return entry(EntryKind.CLOSED, ballots=ballots(votes), notes=notes)


def phases(entries: Sequence[LogEntry]) -> list[QuestionPhase]:
    found, seen = WorkshopState(), []
    for one in entries:
        found = after(found, one)
        seen.append(found.topic("plan").phase)
    return seen


ROUND = (entry(EntryKind.OPENED), closed("yes", "no"), entry(EntryKind.REVEALED))


WHOLE = (*ROUND, entry(EntryKind.DISCUSSING), *ROUND, entry(EntryKind.DECIDED, decision=AGREED))
