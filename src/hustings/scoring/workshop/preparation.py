"""How a workshop is prepared: who should know what, and who answers for each gate (method.md 2.2).

The roster, the worksheets and the facilitator's guide all use it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from hustings.answers.applicability import standings, truth
from hustings.answers.events import Answers
from hustings.answers.flow import may_come
from hustings.answers.workshop.workshop_log import Seat
from hustings.frozen_records import dataclass
from hustings.pack.conditions import names
from hustings.pack.model import Gate, Pack
from hustings.pack.questionnaire import Question, Role


@dataclass(frozen=True, slots=True)
class RolePreparation:
    """What one role should know: its open questions, and the people on the roster who have it."""

    role: Role
    questions: tuple[Question, ...]
    seats: tuple[Seat, ...]

    @property
    def minutes(self) -> int:
        """Minutes to answer them alone."""
        return ceil(sum((question.minutes for question in self.questions), Fraction()))


@dataclass(frozen=True, slots=True)
class GatePreparation:
    """An unsettled gate: the open questions that it depends on, and the people on the roster who may answer them.

    `missing` are roles that nobody on the roster has; the empty role where the pack names none.
    """

    gate: Gate
    questions: tuple[Question, ...]
    seats: tuple[Seat, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """Open questions, by role in the pack's order; deal-breakers; people whose role has no question."""

    asked: tuple[Question, ...]
    parts: tuple[RolePreparation, ...]
    gates: tuple[GatePreparation, ...]
    roleless: tuple[Seat, ...]

    def part(self, role: str) -> RolePreparation | None:
        """What one role has to prepare; None for a role without questions."""
        return next((part for part in self.parts if part.role.id == role), None)


def preparation(pack: Pack, answers: Answers, seats: Sequence[Seat]) -> Preparation:
    """Prepare a workshop on these answers. Observers are left out: they have no vote."""
    asked = may_come(pack, answers)
    voters = tuple(seat for seat in seats if not seat.observer)
    roles = pack.questionnaire.roles
    return Preparation(
        asked,
        tuple(RolePreparation(role, _of(asked, role.id), _there(voters, role.id)) for role in roles),
        tuple(_watched(pack, answers, asked, voters)),
        tuple(seat for seat in voters if seat.role not in {role.id for role in roles}),
    )


def _of(asked: Sequence[Question], role: str) -> tuple[Question, ...]:
    return tuple(question for question in asked if question.role == role)


def _there(seats: Sequence[Seat], role: str) -> tuple[Seat, ...]:
    return tuple(seat for seat in seats if role and seat.role == role)


def _watched(
    pack: Pack, answers: Answers, asked: Sequence[Question], seats: Sequence[Seat]
) -> Iterator[GatePreparation]:
    where, open_ = standings(pack, answers), {question.id: question for question in asked}
    for gate in pack.rubric.gates:
        needed = tuple(open_[name] for name in names(gate.needs) if name in open_)
        ruled_out = gate.when is not None and truth(pack, answers, where, gate.when) is False
        if needed and not ruled_out:
            roles = tuple(dict.fromkeys(question.role for question in needed))
            there = tuple(seat for role in roles for seat in _there(seats, role))
            yield GatePreparation(gate, needed, there, tuple(role for role in roles if not _there(seats, role)))
