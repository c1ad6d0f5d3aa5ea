"""Logs of a workshop, written as they are read: what was voted on, in which rounds, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hustings.answers.ballots import Ballots, Pick, ballots
from hustings.answers.events import Answer, State
from hustings.answers.workshop import Decision, Entry, Kind, Settled

BEGUN = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
STEPS = ("none", "partly", "largely", "fully")


def entry(kind: Kind, question: str = "", **fields: object) -> Entry:
    return Entry(0, BEGUN, "", kind, question, **fields)  # type: ignore[arg-type]


def steps(*counts: int) -> Ballots:
    """Votes on the four-step ladder, by step."""
    return ballots(step for step, count in zip(STEPS, counts, strict=True) for _ in range(count))


def voted(question: str, *rounds: Ballots, notes: Sequence[str] = ()) -> list[Entry]:
    """Rounds that the room has seen; the notes come with the first."""
    return [
        line
        for number, said in enumerate(rounds, start=1)
        for line in (
            entry(Kind.OPENED, question, round=number),
            entry(Kind.CLOSED, question, round=number, ballots=said, notes=() if number > 1 else tuple(notes)),
            entry(Kind.REVEALED, question, round=number),
        )
    ]


def decided(question: str, value: Pick, settled: Settled = Settled.AGREED, **fields: object) -> Entry:
    """A decision; `grade` and `reference` belong to its answer."""
    answer = Answer(State.ANSWERED, value)
    for name in ("grade", "reference"):
        answer = replace(answer, **{name: fields.pop(name)}) if name in fields else answer  # type: ignore[arg-type]
    return entry(Kind.DECIDED, question, decision=Decision(settled, answer, **fields))  # type: ignore[arg-type]


def left_open(question: str, said: Ballots, **fields: object) -> Entry:
    answer = Answer(State.UNRESOLVED, votes=said.votes)
    return entry(Kind.DECIDED, question, decision=Decision(Settled.UNRESOLVED, answer, **fields))  # type: ignore[arg-type]


def log(*lines: Entry | Iterable[Entry]) -> tuple[Entry, ...]:
    """One log, numbered, a minute between its lines."""
    flat = [one for line in lines for one in ([line] if isinstance(line, Entry) else line)]
    return tuple(
        replace(one, number=number, at=BEGUN + timedelta(minutes=number)) for number, one in enumerate(flat, start=1)
    )


def answers_of(entries: Iterable[Entry]) -> dict[str, Answer]:
    """The answers that the decisions put into the assessment."""
    return {line.question: line.decision.answer for line in entries if line.decision is not None}


DUE = date(2026, 12, 1)
