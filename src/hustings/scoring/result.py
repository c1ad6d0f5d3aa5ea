"""The records of a result. Every figure keeps the parts that made it, so that it can be explained (`ledger`).

All figures are exact fractions: values, maturity, exposure, readiness r_d, residual risk and coverage from 0 to 1; the
index from 0 to 100. `Bounds` is one figure evaluated three times: lo (worst case), pt (as scored), hi (best case).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Literal

from hustings.answers.applicability import Applicability
from hustings.answers.events import Answer, Answers
from hustings.frozen_records import dataclass
from hustings.pack.model import Action, Band, Domain, Gate, GateStatus, Item, Pack, Severity
from hustings.pack.questionnaire import Question

LEAST_KNOWN, TOO_WIDE = Fraction(1, 2), 40
"""The least coverage, and the width in points from which a range says nothing."""

OpenReason = Literal["not_answered", "not_known", "disputed"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Worst case, as scored, best case - for readiness. Of an exposure or a risk, lo is therefore the larger figure."""

    lo: Fraction
    pt: Fraction
    hi: Fraction


class ItemState(StrEnum):
    """How an item entered the score: the state of its answer, or what the applicability of its question made of it."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    BLANK = "blank"
    UNRESOLVED = "unresolved"
    IMPLIED = "implied"
    WAITING = "waiting"
    UNKNOWN = "unknown"
    NA = "na"
    EXCLUDED = "excluded"

    @property
    def counts(self) -> bool:
        """Whether the item is in the denominator."""
        return self not in _LEFT_OUT

    @property
    def settled(self) -> bool:
        """Whether it counts as answered in coverage (1.5, ruling 13)."""
        return self in _SETTLED

    @property
    def open(self) -> bool:
        """Whether further answers could still change it."""
        return self not in _LEFT_OUT and self not in _SETTLED


_LEFT_OUT = (ItemState.NA, ItemState.EXCLUDED)
_SETTLED = (ItemState.ANSWERED, ItemState.UNRESOLVED, ItemState.IMPLIED)


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item with its answer, state and values; `value` is None where the item does not count."""

    item: Item
    question: Question
    answer: Answer | None
    standing: Applicability
    state: ItemState
    value: Bounds | None

    @property
    def says(self) -> str:
        """What is wrong, in the pack's words for this answer; if unknown, a text that is true of every low answer."""
        if self.state is ItemState.IMPLIED and self.item.implied:
            return self.item.implied
        value = self.answer.value if self.state is ItemState.ANSWERED and self.answer is not None else None
        return self.item.says(value if isinstance(value, str) else None)


@dataclass(frozen=True, slots=True)
class GateScore:
    """The outcome of a gate (1.8, ruling 37): met, not met, open, or of no concern to this campaign.

    `unmet`: controls of unsatisfied clauses, at best where it is not met, at worst where it is open. `deciding`: of an
    open one, the items that could settle it, exposures of its `when` included. `disputed`: votes alone left it open.
    """

    gate: Gate
    status: GateStatus
    unmet: tuple[str, ...] = ()
    disputed: bool = False
    deciding: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The text of the gate: `stop` if it is not met, `open` while that is not known, else empty."""
        return {"not_met": self.gate.stop, "open": self.gate.open}.get(self.status, "")

    @property
    def stops(self) -> bool:
        """Whether it is a hard stop: known not to be met, with a text that says so."""
        return self.status == "not_met" and bool(self.gate.stop)

    @property
    def caps(self) -> bool:
        """Gates not met and open ones cap the score (1.5, ruling 8)."""
        return self.status in ("not_met", "open")

    @property
    def overall(self) -> bool:
        """Whether it caps the index, and not one domain only."""
        return self.gate.scope == "index"


@dataclass(frozen=True, slots=True)
class DomainScore:
    """One domain: exposure X, maturity M, required maturity T, readiness r after domain caps, residual risk rho.

    `raw` is r before domain caps; `capped_by` names the gates that lowered pt; `coverage` is None without items.
    `counts` is False where no control applies: the domain is left out and its figures mean nothing. `known_exposure`: X
    from known items alone, which grades the findings (1.8, ruling 39); None where nothing is known. `claims`: controls
    with a value above 0, as scored; `backed` of them carry evidence for it.
    """

    domain: Domain
    counts: bool
    items: tuple[ItemScore, ...]
    exposure: Bounds
    maturity: Bounds
    required: Bounds
    raw: Bounds
    readiness: Bounds
    residual: Bounds
    residual_label: str
    coverage: Fraction | None
    completion: Fraction | None
    confidence: Fraction | None
    na_share: Fraction
    capped_by: tuple[str, ...]
    known_exposure: Fraction | None
    claims: int
    backed: int

    def of_kind(self, kind: str) -> tuple[ItemScore, ...]:
        """The items of one kind, `exposure` or `control`, in the order of the rubric."""
        return tuple(score for score in self.items if score.item.kind == kind)


@dataclass(frozen=True, slots=True)
class Finding:
    """A control that is known to be below its target: answered, disputed, or implied by a parent that is known.

    `score` is S (0 to 1), a product of judgements and not a probability. `may_change`: some exposure of its domain is
    not known, and with it the severity may change. `alone` is the index gained by raising this control (with what it
    requires) to its target; `alone_raw` the same before overall caps. `gates` that are not met because of it.
    `says`: what is wrong, true of the answer that was given.
    """

    item: Item
    question: Question
    severity: Severity
    score: Fraction
    may_change: bool
    alone: Fraction
    alone_raw: Fraction
    gates: tuple[str, ...]
    actions: tuple[Action, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that counts and is not known, at the question that can be asked now (1.6, ruling 26; 1.8, 41).

    `items`: what this question leaves open, itself among them if it counts; `waiting` are the others. `gates`: open
    gates that depend on it, those of the index first; `decides`: whether one of the index is among them.
    """

    question: Question
    reason: OpenReason
    items: tuple[str, ...]
    gates: tuple[GateScore, ...]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The questions that are unknown only because this one is."""
        return tuple(name for name in self.items if name != self.question.id)

    @property
    def decides(self) -> bool:
        """Whether an open gate of the index depends on it."""
        return any(gate.overall for gate in self.gates)


@dataclass(frozen=True, slots=True)
class Result:
    """The whole assessment, scored.

    `answers` are those it was scored from, in the pack's order. `findings` are known, `open_points` (in the pack's
    order; `stakes` ranks them) are not: the two are never mixed. `index` and `raw` (before overall caps) are 0 to 100.
    `certain`: both ends of the interval lie in one band. `provisional`: too little is known for one number, so show
    only the interval. `assured`: the index if only what evidence supports counted. `na_leverage`: how much
    not-applicable answers raise the index; `na_flags` names why to check them. `split`: the part of the interval due to
    unknowns and the part due to unresolved votes.
    """

    pack: Pack
    answers: Answers
    index: Bounds
    raw: Bounds
    band: Band
    band_lo: Band
    band_hi: Band
    domains: tuple[DomainScore, ...]
    gates: tuple[GateScore, ...]
    findings: tuple[Finding, ...]
    open_points: tuple[OpenPoint, ...]
    capped_by: tuple[str, ...]
    coverage: Fraction
    completion: Fraction
    confidence: Fraction | None
    assured: Fraction
    na_leverage: Fraction
    na_flags: tuple[str, ...]
    split: tuple[Fraction, Fraction]
    provisional: bool

    @property
    def certain(self) -> bool:
        """Whether the band is the same at worst and at best."""
        return self.band_lo.id == self.band_hi.id

    @property
    def tells_range(self) -> bool:
        """Whether the range says something: half of the weight is known, and it is narrower than 40 points."""
        return self.coverage >= LEAST_KNOWN and self.index.hi - self.index.lo < TOO_WIDE

    def domain(self, id: str) -> DomainScore:  # noqa: A002 - the YAML's word
        """The score of a domain by its id. Raises `StopIteration` if there is none."""
        return next(score for score in self.domains if score.domain.id == id)

    def item(self, question: str) -> ItemScore:
        """The score of an item by the id of its question. Raises `StopIteration` if there is none."""
        return next(i for domain in self.domains for i in domain.items if i.item.question == question)

    @property
    def stops(self) -> tuple[GateScore, ...]:
        """Hard stops, to be shown before any score: gates with a stop text that are known not to be met."""
        return tuple(score for score in self.gates if score.stops)

    @property
    def claims(self) -> int:
        """How many controls have a value above 0, as scored."""
        return sum(domain.claims for domain in self.domains)

    @property
    def backed(self) -> int:
        """How many claims have evidence that supports their full value."""
        return sum(domain.backed for domain in self.domains)


def truncated(figure: Fraction, places: int = 1) -> str:
    """A figure that is compared with a threshold, as printed: cut, never rounded (1.5, ruling 12)."""
    scale = 10**places
    whole = int(abs(figure) * scale)
    sign = "-" if figure < 0 and whole else ""
    text = f"{whole // scale}.{whole % scale:0{places}d}" if places else str(whole)
    return sign + text


def whole(low: Fraction, high: Fraction) -> tuple[str, str]:
    """The ends of an interval in whole points, cut; with one decimal if they would look the same."""
    ends = truncated(low, 0), truncated(high, 0)
    return ends if ends[0] != ends[1] else (truncated(low), truncated(high))
