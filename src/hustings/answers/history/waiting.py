"""What waits for whom: questions that are open and answers that are not known, by the role that may know them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.events import Answers, State
from hustings.answers.flow import may_come, visible
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question

UNKNOWN = (State.DONT_KNOW, State.BLANK)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one role (its id; empty for anybody): questions to be asked, and answers to be found out."""

    role: str
    open: tuple[Question, ...]
    unknown: tuple[Question, ...]

    @property
    def minutes(self) -> Fraction:
        """The time that all of them take."""
        return sum((question.minutes for question in self.open), self.minutes_unknown)

    @property
    def minutes_unknown(self) -> Fraction:
        """The time that it takes to ask what is not known."""
        return sum((question.minutes for question in self.unknown), Fraction())


def waiting(pack: Pack, answers: Answers) -> Iterator[Waiting]:
    """What waits for each role, in the pack's order of roles; last what nobody in particular knows."""
    coming = may_come(pack, answers)
    unknown = [q for q in visible(pack, answers) if q.id in answers and answers[q.id].state in UNKNOWN]
    roles = [role.id for role in pack.questionnaire.roles]
    for role in (*roles, ""):
        own = [tuple(q for q in listed if _role(q, roles) == role) for listed in (coming, unknown)]
        if any(own):
            yield Waiting(role, *own)


def _role(question: Question, roles: list[str]) -> str:
    return question.role if question.role in roles else ""
