"""Which step is possible next in a workshop, by the phase of its question (method.md 2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hustings.answers.workshop.state import QuestionPhase, WorkshopState
from hustings.answers.workshop.workshop_log import ROUNDS, EntryKind

FROM: Mapping[EntryKind, tuple[QuestionPhase, ...]] = MappingProxyType(
    {
        EntryKind.OPENED: (QuestionPhase.DRAFT, QuestionPhase.REVEALED, QuestionPhase.DISCUSSING, QuestionPhase.PARKED),
        EntryKind.COUNTED: (QuestionPhase.OPEN,),
        EntryKind.CLOSED: (QuestionPhase.OPEN,),
        EntryKind.CANCELLED: (QuestionPhase.OPEN, QuestionPhase.CLOSED),
        EntryKind.REVEALED: (QuestionPhase.CLOSED,),
        EntryKind.DISCUSSING: (QuestionPhase.REVEALED,),
        EntryKind.DECIDED: (
            QuestionPhase.DRAFT,
            QuestionPhase.REVEALED,
            QuestionPhase.DISCUSSING,
            QuestionPhase.PARKED,
        ),
        EntryKind.UNDONE: (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED),
        EntryKind.REOPENED: (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED),
        EntryKind.PARKED: (QuestionPhase.DRAFT, QuestionPhase.REVEALED, QuestionPhase.DISCUSSING),
        EntryKind.SKIPPED: (QuestionPhase.DRAFT, QuestionPhase.PARKED),
    }
)
"""From which phases a step is possible; other kinds are always possible."""


TAKES_THE_SCREEN = (EntryKind.OPENED, EntryKind.DISCUSSING)
"""These put their question before the room, so that a vote that is open could no longer be closed."""


AFTERWARDS = (
    EntryKind.DECIDED,
    EntryKind.UNDONE,
    EntryKind.REOPENED,
    EntryKind.NOTED,
    EntryKind.HIDDEN,
    EntryKind.UNHIDDEN,
    EntryKind.FETCH,
    EntryKind.FEEDBACK,
)
"""The steps that are possible after the workshop has ended: the correction round."""


def may(state: WorkshopState, kind: EntryKind, question: str = "") -> bool:
    """Whether an entry of this kind is possible now."""
    topic = state.topic(question)
    if state.finished and kind not in AFTERWARDS:
        return False
    if kind in TAKES_THE_SCREEN and _busy(state, question):
        return False
    if kind is EntryKind.OPENED and len(topic.rounds) >= ROUNDS:
        return False
    return topic.phase in FROM.get(kind, (topic.phase,))


def _busy(state: WorkshopState, question: str) -> bool:
    """Whether another question is open or not revealed yet; there is only one at a time."""
    return any(
        topic.phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED)
        for name, topic in state.topics.items()
        if name != question
    )
