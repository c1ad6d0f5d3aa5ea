"""How far two assessors agree, and what depends on each answer on which they do not (method.md 1.1, 2.6).

It calibrates assessors: they see which words they read differently. It says nothing about who is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from hustings.answers.events import Answer, Answers
from hustings.frozen_records import dataclass
from hustings.pack.model import Band, Gate, Pack
from hustings.problems import InputError
from hustings.scoring.raters.answer_pairs import AnswerPair, Kind, answer_pairs, knows
from hustings.scoring.raters.scale_agreement import ScaleAgreement, scale_agreements
from hustings.scoring.result import Result
from hustings.scoring.workshop.consequence import settled_index


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where an assessment stands: its index (0 to 100), the band of it, and the gates that are not surely met."""

    index: Fraction
    band: Band
    failed: tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """An assessment as it is, and as it is if its assessor took the other's answer to one question."""

    before: Standpoint
    after: Standpoint

    @property
    def points(self) -> Fraction:
        """The change of the index."""
        return self.after.index - self.before.index

    @property
    def band_changes(self) -> bool:
        """Whether the band is another one."""
        return self.before.band != self.after.band

    @property
    def fails(self) -> tuple[Gate, ...]:
        """The gates that are no longer surely met."""
        return tuple(gate for gate in self.after.failed if gate not in self.before.failed)

    @property
    def mends(self) -> tuple[Gate, ...]:
        """The gates that are met now."""
        return tuple(gate for gate in self.before.failed if gate not in self.after.failed)


@dataclass(frozen=True, slots=True)
class Difference:
    """A pair of answers that differ, and what each assessment would be with the other's answer.

    None: with that answer nothing would be left to score; or one assessor knows the answer, who would take nothing.
    """

    pair: AnswerPair
    first: Taken | None
    second: Taken | None

    @property
    def points(self) -> Fraction:
        """The change of the index, 0 to 100; the larger of two."""
        return max((abs(taken.points) for taken in self._both()), default=Fraction())

    @property
    def order(self) -> tuple[bool, bool, Fraction]:
        """The key to sort by: deal-breakers first, then bands, then points (as in a workshop, method.md 2.5)."""
        both = self._both()
        gates = any(taken.fails or taken.mends for taken in both)
        return not gates, not any(taken.band_changes for taken in both), -self.points

    def _both(self) -> tuple[Taken, ...]:
        return tuple(taken for taken in (self.first, self.second) if taken is not None)


@dataclass(frozen=True, slots=True)
class RaterAgreement:
    """Two assessments of one campaign with one pack, compared.

    `pairs` is in the pack's order. `different` (both know) and `unknown` (only one knows) are ordered by consequence.
    """

    first: Result
    second: Result
    pairs: tuple[AnswerPair, ...]
    scales: tuple[ScaleAgreement, ...]
    different: tuple[Difference, ...]
    unknown: tuple[Difference, ...]

    @property
    def both_know(self) -> int:
        """To how many questions both gave an answer that says something."""
        return self.count(Kind.ALIKE) + self.count(Kind.DIFFERENT)

    @property
    def share(self) -> Fraction | None:
        """Percent agreement: the share of these answers that are the same, 0 to 1; None if there is none."""
        return Fraction(self.count(Kind.ALIKE), self.both_know) if self.both_know else None

    def count(self, kind: Kind) -> int:
        """How many pairs are of a kind."""
        return sum(pair.kind is kind for pair in self.pairs)


def rater_agreement(first: Result, second: Result) -> RaterAgreement:
    """Compare two results that were made with the same pack."""
    pack = first.pack
    pairs = tuple(answer_pairs(pack, first.answers, second.answers))
    ends = _standpoint(pack, first.answers), _standpoint(pack, second.answers)
    differences = [
        Difference(
            pair,
            _taken(pack, first.answers, ends[0], pair.question.id, pair.second),
            _taken(pack, second.answers, ends[1], pair.question.id, pair.first),
        )
        for pair in pairs
        if pair.kind in (Kind.DIFFERENT, Kind.ONE_KNOWS)
    ]
    return RaterAgreement(
        first=first,
        second=second,
        pairs=pairs,
        scales=scale_agreements(pack, pairs),
        different=_weightiest(one for one in differences if one.pair.kind is Kind.DIFFERENT),
        unknown=_weightiest(one for one in differences if one.pair.kind is Kind.ONE_KNOWS),
    )


def _standpoint(pack: Pack, answers: Answers) -> Standpoint:
    index, failed = settled_index(pack, answers)
    return Standpoint(index, pack.rubric.band(index), tuple(gate for gate in pack.rubric.gates if gate.id in failed))


def _taken(pack: Pack, answers: Answers, now: Standpoint, name: str, other: Answer | None) -> Taken | None:
    """An assessment with the other's answer to one question, if that says something."""
    if other is None or not knows(other):
        return None
    try:
        return Taken(now, _standpoint(pack, {**answers, name: other}))
    except InputError:
        return None


def _weightiest(those: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(those, key=lambda one: one.order))
