"""What the facilitator shows on the projector beside the votes: a question to read first, a break, the read-back.

It is kept in memory only. The next step of a question takes its place, and after a restart the projector shows what the
log says.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from hustings.answers.workshop.fold import BESIDE
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.frozen_records import dataclass

ProjectionKind = Literal["room", "question", "break", "read_back"]


@dataclass(frozen=True, slots=True)
class Projection:
    """`room`: what the log says. `question`: this one, before its vote opens or while its answer is written down.

    `until`: when a break ends. `page`: that of the read-back, from 1. `back`: the question whose place a break or
    the read-back took; it is shown again afterwards.
    """

    kind: ProjectionKind = "room"
    question: str = ""
    until: datetime | None = None
    page: int = 1
    back: str = ""


def after_entry(projection: Projection, entry: LogEntry) -> Projection:
    """What is projected after an entry of the log. The answer to the question that is shown belongs to it."""
    own = entry.question == projection.question and entry.kind in (EntryKind.DECIDED, EntryKind.UNDONE)
    return projection if own or entry.kind in BESIDE else Projection()
