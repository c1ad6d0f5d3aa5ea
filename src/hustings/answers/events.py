"""The one kind of event: somebody gave, changed or withdrew the answer to a question.

Append-only and keyed by (assessment, number). State is a fold over events (`replay`), so that undo, resume, the audit
trail and the workshop all come from the same list. Nothing here reads a clock: the caller passes the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from hustings.frozen_records import dataclass
from hustings.messages import english

GRADES = (
    english("said, not shown"),
    english("a document was seen"),
    english("records or a demonstration were seen"),
    english("tested by someone else"),
)
"""Evidence grades E0 to E3 in words (method.md 1.2)."""

Value = str | tuple[str, ...] | Fraction | date
"""A choice's id or a text, the ids ticked, a number, or a date."""


class State(StrEnum):
    """What kind of answer it is (method.md 1.2). `implied` is derived in scoring and never stored."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    BLANK = "blank"
    NA = "na"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `value` goes with ANSWERED, `reason` with NA, `votes` (option votes only) with UNRESOLVED. `grade` is the evidence
    grade E0 to E3, `reference` names that evidence, `note` is free text.
    """

    state: State
    value: Value | None = None
    reason: str = ""
    note: str = ""
    grade: int = 0
    reference: str = ""
    votes: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event.

    `answer=None` withdraws the answer before. `at` is timezone-aware; `source`: interview, file, workshop or paper.
    """

    assessment: str
    number: int
    at: datetime
    by: str
    question: str
    answer: Answer | None
    source: str = field(default="interview")


EDITION = "@edition"
"""The question of an event that chooses the edition; no question of a pack can have this id."""
PACK = "@pack"
"""Of an event after which the answers are to another pack: the value is its digest."""
FOLLOWS = "@follows"
"""Of the first event of an assessment that follows an earlier one: the value is the earlier one's id."""
CLOSED = "@closed"
"""Of an event that closes the assessment: the value is the head of its history before; a withdrawal reopens it."""

Answers = Mapping[str, Answer]
"""Question id to its last answer. A question that is missing was never answered; it counts as blank."""


class Log(Protocol):
    """The events of one assessment, to which every face writes. A case file satisfies it; so does a list in a test."""

    def events(self) -> Sequence[Event]:
        """All events so far, in order of number."""
        ...

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        """Record an answer, or with None its withdrawal. When this returns, the event is on disk."""
        ...

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str) -> Sequence[Event]:
        """Record several answers: all of them are on disk when this returns, or none is if it raises."""
        ...
