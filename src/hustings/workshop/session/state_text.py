"""The texts about the steps of a workshop, shared by all its faces."""

from __future__ import annotations

from types import MappingProxyType

from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import EntryKind
from hustings.messages import english

REFUSED = MappingProxyType(
    {
        EntryKind.OPENED: english(
            "This question cannot be opened now: another vote is open, or it had its two rounds."
        ),
        EntryKind.COUNTED: english("Cards are counted while the vote is open."),
        EntryKind.CLOSED: english("No vote is open."),
        EntryKind.CANCELLED: english("No vote is open."),
        EntryKind.REVEALED: english("Close the vote first."),
        EntryKind.DISCUSSING: english("Show the votes first."),
        EntryKind.DECIDED: english("This cannot be decided now: its vote is open, or it is decided already."),
        EntryKind.UNDONE: english("There is no decision to take back."),
        EntryKind.REOPENED: english("Only a decision can be opened again."),
        EntryKind.PARKED: english("This cannot be parked now: its vote is open, or it is decided already."),
        EntryKind.SKIPPED: english("Only a question that waits for its first vote can be skipped."),
        EntryKind.NOTED: english("The workshop has ended."),
        EntryKind.WARM_UP: english("The workshop has ended."),
        EntryKind.TIMER: english("The workshop has ended."),
    }
)
"""Why a step is not possible now, by kind of entry."""

PHASES = MappingProxyType(
    {
        QuestionPhase.DRAFT: english("to do"),
        QuestionPhase.OPEN: english("vote open"),
        QuestionPhase.CLOSED: english("vote closed"),
        QuestionPhase.REVEALED: english("votes shown"),
        QuestionPhase.DISCUSSING: english("being discussed"),
        QuestionPhase.DECIDED: english("decided"),
        QuestionPhase.UNRESOLVED: english("left open"),
        QuestionPhase.PARKED: english("parked"),
    }
)
