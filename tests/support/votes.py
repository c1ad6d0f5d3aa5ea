"""Logs of a workshop, written as they are read: what was voted on, in which rounds, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction as F

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots, Pick, ballots
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry
from hustings.pack.model import Pack
from hustings.scoring.score import score
from hustings.scoring.workshop.disagreement import Disagreement, disagreement
from support.small_packs import PARTS, control, exposure, fact, made, said

BEGUN = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
STEPS = ("none", "partly", "largely", "fully")


def entry(kind: EntryKind, question: str = "", **fields: object) -> LogEntry:
    return LogEntry(0, BEGUN, "", kind, question, **fields)  # type: ignore[arg-type]


def steps(*counts: int) -> Ballots:
    """Votes on the four-step ladder, by step."""
    return ballots(step for step, count in zip(STEPS, counts, strict=True) for _ in range(count))


def voted(question: str, *rounds: Ballots, notes: Sequence[str] = ()) -> list[LogEntry]:
    """Rounds that the room has seen; the notes come with the first."""
    return [
        line
        for number, said in enumerate(rounds, start=1)
        for line in (
            entry(EntryKind.OPENED, question, round=number),
            entry(EntryKind.CLOSED, question, round=number, ballots=said, notes=() if number > 1 else tuple(notes)),
            entry(EntryKind.REVEALED, question, round=number),
        )
    ]


def decided(question: str, value: Pick, settled: DecisionKind = DecisionKind.AGREED, **fields: object) -> LogEntry:
    """A decision; `grade` and `reference` belong to its answer."""
    answer = Answer(State.ANSWERED, value)
    for name in ("grade", "reference"):
        answer = replace(answer, **{name: fields.pop(name)}) if name in fields else answer  # type: ignore[arg-type]
    return entry(EntryKind.DECIDED, question, decision=Decision(settled, answer, **fields))  # type: ignore[arg-type]


def left_open(question: str, said: Ballots, **fields: object) -> LogEntry:
    answer = Answer(State.UNRESOLVED, votes=said.votes)
    return entry(EntryKind.DECIDED, question, decision=Decision(DecisionKind.UNRESOLVED, answer, **fields))  # type: ignore[arg-type]


def log(*lines: LogEntry | Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """One log, numbered, a minute between its lines."""
    flat = [one for line in lines for one in ([line] if isinstance(line, LogEntry) else line)]
    return tuple(
        replace(one, number=number, at=BEGUN + timedelta(minutes=number)) for number, one in enumerate(flat, start=1)
    )


def answers_of(entries: Iterable[LogEntry]) -> dict[str, Answer]:
    """The answers that the decisions put into the assessment."""
    return {line.question: line.decision.answer for line in entries if line.decision is not None}


DUE = date(2026, 12, 1)


SMALL_PACK = made(
    exposure(),
    control("one"),
    control("two"),
    control("three", weight=F(2)),
    control("parts", values=PARTS),
    exposure("e"),
    exposure("y", domain="other"),
    control("far", domain="other"),
    facts=[fact("place", "here", "there", "nowhere")],
)


REST = {"x": said("some"), "parts": said(("one",)), "y": said("some"), "far": said("partly"), "e": said("some")}


def disagreement_of(entries: Iterable[LogEntry], pack: Pack = SMALL_PACK, **answers: Answer) -> Disagreement:
    entries = tuple(entries)
    there = disagreement(score(pack, {**REST, **answers_of(entries), **answers}), entries)
    assert there is not None
    return there
