"""The records of the chapter “All answers”; ready text."""

from __future__ import annotations

from hustings.frozen_records import dataclass
from hustings.report.document.workshop.workshop_records import Chip


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer as given. `state` is empty for a plain answer; `chip`: how far a workshop agreed on it."""

    question: str
    answer: str
    state: str
    note: str
    evidence: str
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The answers of one section. `left_out` says how many questions were not asked."""

    title: str
    answers: tuple[AnswerLine, ...]
    left_out: str
