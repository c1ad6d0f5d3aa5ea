"""What a workshop says about its own steps, in one place for all its faces."""

from __future__ import annotations

from types import MappingProxyType

from hustings.answers.room import Phase
from hustings.answers.workshop import Kind
from hustings.messages import english

REFUSED = MappingProxyType(
    {
        Kind.OPENED: english("This question cannot be opened now: another vote is open, or it had its two rounds."),
        Kind.COUNTED: english("Cards are counted while the vote is open."),
        Kind.CLOSED: english("No vote is open."),
        Kind.CANCELLED: english("No vote is open."),
        Kind.REVEALED: english("Close the vote first."),
        Kind.DISCUSSING: english("Show the votes first."),
        Kind.DECIDED: english("This cannot be decided now: its vote is open, or it is decided already."),
        Kind.UNDONE: english("There is no decision to take back."),
        Kind.REOPENED: english("Only a decision can be opened again."),
        Kind.PARKED: english("This cannot be parked now: its vote is open, or it is decided already."),
        Kind.NOTED: english("The workshop has ended."),
        Kind.TIMER: english("The workshop has ended."),
    }
)
"""Why a step is not possible now."""

PHASES = MappingProxyType(
    {
        Phase.DRAFT: english("to do"),
        Phase.OPEN: english("vote open"),
        Phase.CLOSED: english("vote closed"),
        Phase.REVEALED: english("votes shown"),
        Phase.DISCUSSING: english("being discussed"),
        Phase.DECIDED: english("decided"),
        Phase.UNRESOLVED: english("left open"),
        Phase.PARKED: english("parked"),
    }
)
