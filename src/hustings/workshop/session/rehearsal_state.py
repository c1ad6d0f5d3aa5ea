"""What the server of a rehearsal knows beyond an ordinary workshop: that people are invented, and whom was asked.

The session itself does not know: every step of a rehearsal is one of a real workshop.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.session import Session

Opening = tuple[str, int]
"""A question, and the number of its opening."""


@dataclass(slots=True)
class Rehearsal:
    """A rehearsal. `people`: how many come, late ones included. `guided`: the console says what to do next.

    `kept`: its case file stays. `asked`: the openings in which the facilitator asked who has not voted yet.
    """

    people: int
    guided: bool = True
    kept: bool = False
    asked: set[Opening] = field(default_factory=set)

    def ask(self, session: Session) -> None:
        """Ask aloud who has not voted yet. Raises `InputError` if no vote is open."""
        topic = session.topic(session.room.current)
        if topic.phase is not QuestionPhase.OPEN:
            raise InputError(say("No vote is open."))
        self.asked.add(_opening(topic))

    def has_asked(self, topic: QuestionState) -> bool:
        """Whether the facilitator asked in this opening of the vote."""
        return _opening(topic) in self.asked


def _opening(topic: QuestionState) -> Opening:
    return topic.question, topic.openings
