"""What a disagreement changes, so that a room discusses what matters (method.md 2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from hustings.answers.events import Answer, Answers, State
from hustings.answers.workshop.ballots import Pick
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.scoring.gates import Judged, fails
from hustings.scoring.items import derived, settled_answers, sheet, votes_settled
from hustings.scoring.readiness import components, evaluate

SMALL = 1
"""Points of the index below which a difference may be settled by consent (method.md 2.5)."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """How far the votes on one question move the index (0 to 100), and whether a band or a gate changes with them.

    `ends`: the index at the worst and at the best vote. `gates`: the ids of those that fail with some votes only.
    """

    question: str
    points: Fraction
    gate_changes: bool = False
    band_changes: bool = False
    ends: tuple[Fraction, Fraction] = (Fraction(), Fraction())
    gates: tuple[str, ...] = ()

    @property
    def by_consent(self) -> bool:
        """Whether mixed votes may be settled by consent: no gate and no band hangs on them, and less than a point."""
        return not self.gate_changes and not self.band_changes and self.points < SMALL

    @property
    def order(self) -> tuple[bool, bool, Fraction, str]:
        """The key to sort by: gates first, then bands, then the effect."""
        return (not self.gate_changes, not self.band_changes, -self.points, self.question)


def consequence(pack: Pack, answers: Answers, question: str, votes: Iterable[Pick]) -> Consequence:
    """D_q: the index over the votes on one question, with everything else as scored."""
    apart = dict.fromkeys(votes)
    if len(apart) <= 1:
        return Consequence(question, Fraction())
    seen = [settled_index(pack, {**answers, question: Answer(State.ANSWERED, vote)}) for vote in apart]
    low, high = min(index for index, _ in seen), max(index for index, _ in seen)
    failing = [failed for _, failed in seen]
    gates = frozenset.union(*failing) - frozenset.intersection(*failing)
    return Consequence(
        question=question,
        points=high - low,
        gate_changes=bool(gates),
        band_changes=pack.rubric.band(high) != pack.rubric.band(low),
        ends=(low, high),
        gates=tuple(gate.id for gate in pack.rubric.gates if gate.id in gates),
    )


def settled_index(pack: Pack, answers: Answers) -> tuple[Fraction, frozenset[str]]:
    """The index as scored, and the gates that fail, with every other dispute settled at its middle vote."""
    lo, pt, _ = components(derived(sheet(pack, settled_answers(pack, answers))))
    failed = frozenset(gate.id for gate in pack.rubric.gates if fails(pack, gate, lo))
    return evaluate(pack, pt, lo).index, failed


def worst(pack: Pack, answers: Answers) -> Judged:
    """The lower end of every item that counts: they decide which gates are active."""
    return components(derived(votes_settled(sheet(pack, answers))))[0]
