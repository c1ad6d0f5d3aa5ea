"""Two assessments of one campaign compared: are we better than last time, and why?

The change of every figure is split exactly into what the campaign did (its answers), what the rubric changed (the
pack's questions, weights and gates, and the edition), and what law or calendar changed (the answers about place and
dates; rules and phases on the day). See `shapley` for the split, `corner_answers` for what a corner is.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from hustings.frozen_records import dataclass
from hustings.pack.model import Domain, Gate
from hustings.pack.questionnaire import Question
from hustings.scoring.progress import shapley_corners as corner
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.corner_answers import Pair, pair
from hustings.scoring.progress.done_steps import PlanSince, plan_since
from hustings.scoring.progress.law_then_and_now import Calendar, RuleThenAndNow, calendar, duties
from hustings.scoring.progress.moved_answers import MovedAnswer, moved_answers
from hustings.scoring.progress.shapley import Change
from hustings.scoring.result import GateScore, Result
from hustings.scoring.score import score


@dataclass(frozen=True, slots=True)
class DomainChange:
    """A domain that counts then and now, with its readiness from 0 to 1."""

    domain: Domain
    readiness: Change


@dataclass(frozen=True, slots=True)
class GateChange:
    """A gate then and now, None in a pack without it. `depth`: 0 met or of no concern, 1/2 open, 1 not met."""

    then: GateScore | None
    now: GateScore | None
    depth: Change

    @property
    def gate(self) -> Gate:
        """The gate as it is now, or as it was."""
        known = self.now or self.then
        assert known is not None
        return known.gate


@dataclass(frozen=True, slots=True)
class QuestionsChange:
    """How the questions of the two packs differ: `added` and `gone` for good, or by the edition; `renamed` ids."""

    added: tuple[Question, ...]
    gone: tuple[Question, ...]
    renamed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed from one assessment to a later one.

    `index`, `lo`, `hi` and `raw` (before the caps of gates) in points, 0 to 100; `band` as the number of bands below
    it. `gates`: those whose status differs. `duties`: every duty of either day.
    """

    then: ComparedAssessment
    now: ComparedAssessment
    result_then: Result
    result_now: Result
    index: Change
    lo: Change
    hi: Change
    raw: Change
    band: Change
    domains: tuple[DomainChange, ...]
    domains_added: tuple[Domain, ...]
    domains_gone: tuple[Domain, ...]
    gates: tuple[GateChange, ...]
    duties: tuple[RuleThenAndNow, ...]
    calendar: Calendar
    answers: tuple[MovedAnswer, ...]
    plan: PlanSince
    questions: QuestionsChange

    @property
    def assured(self) -> tuple[Fraction, Fraction]:
        """What evidence supports, then and now, in points."""
        return self.result_then.assured, self.result_now.assured

    @property
    def provisional(self) -> bool:
        """Whether too little is known, then or now, for one number."""
        return self.result_then.provisional or self.result_now.provisional

    @property
    def same_pack(self) -> bool:
        """Whether both were scored by the same pack, as the same edition."""
        return all(getattr(self.then.pack, one) == getattr(self.now.pack, one) for one in ("digest", "edition"))


def compare(then: ComparedAssessment, now: ComparedAssessment) -> Comparison:
    """Compare an assessment with a later one. Raises `InputError` if one of them has no score."""
    both = pair(then, now)
    results = score(then.pack, then.answers), score(now.pack, now.answers)
    at = corner.corners(both)
    counting = [{one.domain.id: one.domain for one in result.domains if one.counts} for result in results]
    return Comparison(
        then=then,
        now=now,
        result_then=results[0],
        result_now=results[1],
        index=corner.split(at, corner.index),
        lo=corner.split(at, lambda one: one.three.lo.index),
        hi=corner.split(at, lambda one: one.three.hi.index),
        raw=corner.split(at, lambda one: one.three.pt.raw),
        band=corner.split(at, corner.band),
        domains=tuple(_domains(at, results[1])),
        domains_added=tuple(one for name, one in counting[1].items() if name not in counting[0]),
        domains_gone=tuple(one for name, one in counting[0].items() if name not in counting[1]),
        gates=tuple(_gates(at, results)),
        duties=duties(both),
        calendar=calendar(both),
        answers=moved_answers(both, results[1].index.pt),
        plan=plan_since(results[0], both),
        questions=_questions(both),
    )


def _domains(at: corner.Corners, now: Result) -> Sequence[DomainChange]:
    changes = [(one.domain, corner.domain_split(at, one.domain.id)) for one in now.domains]
    return [DomainChange(domain, change) for domain, change in changes if change is not None]


def _gates(at: corner.Corners, results: tuple[Result, Result]) -> Sequence[GateChange]:
    then, now = ({one.gate.id: one for one in result.gates} for result in results)
    changes = [GateChange(then.get(name), now.get(name), corner.gate_split(at, name)) for name in {**now, **then}]
    return [one for one in changes if _word(one.then) != _word(one.now)]


def _word(gate: GateScore | None) -> str:
    return "" if gate is None else gate.status


def _questions(both: Pair) -> QuestionsChange:
    ahead, back = both.then.elsewhere, both.now.elsewhere
    return QuestionsChange(
        added=tuple(question for name, question in both.now.pack.questions.items() if name not in back),
        gone=tuple(question for name, question in both.then.pack.questions.items() if name not in ahead),
        renamed=tuple((old, new) for old, new in ahead.items() if old != new),
    )


def trend(assessed: Sequence[ComparedAssessment]) -> tuple[Comparison, ...]:
    """Each assessment compared with the one before it; empty for fewer than two."""
    return tuple(compare(then, now) for then, now in pairwise(assessed))
