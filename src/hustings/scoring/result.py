"""The records of a result. Every figure keeps the parts that made it, so that it can be explained (`ledger`).

All figures are exact fractions: values, maturity, exposure, readiness r_d, residual risk and coverage from 0 to 1; the
index from 0 to 100. A `Triple` is one figure evaluated three times: lo (worst case), pt (as scored), hi (best case).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from hustings.answers.events import Answer, Answers
from hustings.answers.standing import Standing
from hustings.pack.asked import Question
from hustings.pack.model import Action, Band, Domain, Gate, Item, Pack

Severity = Literal["critical", "high", "medium", "low"]
GateStatus = Literal["pass", "fail", "undetermined", "inactive"]


@dataclass(frozen=True, slots=True)
class Triple:
    """Worst case, as scored, best case - for readiness. Of an exposure or a risk, lo is therefore the larger figure."""

    lo: Fraction
    pt: Fraction
    hi: Fraction


class ItemState(StrEnum):
    """How an item entered the score: the answer's own state, or what its question's standing made of it."""

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
        return self not in (ItemState.NA, ItemState.EXCLUDED)

    @property
    def settled(self) -> bool:
        """Whether it counts as answered in coverage (1.5, ruling 13)."""
        return self in (ItemState.ANSWERED, ItemState.UNRESOLVED, ItemState.IMPLIED)

    @property
    def open(self) -> bool:
        """Whether finding something out could still change it."""
        return self.counts and not self.settled


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item with its answer, state and values; `value` is None where the item does not count."""

    item: Item
    question: Question
    answer: Answer | None
    standing: Standing
    state: ItemState
    value: Triple | None

    @property
    def says(self) -> str:
        """What is wrong, in the pack's words for this answer; while it is not known, what is true of every low one."""
        if self.state is ItemState.IMPLIED and self.item.implied:
            return self.item.implied
        said = self.answer.value if self.state is ItemState.ANSWERED and self.answer is not None else None
        return self.item.says(said if isinstance(said, str) else None)


@dataclass(frozen=True, slots=True)
class GateScore:
    """A gate's outcome. `unmet`: controls of unsatisfied clauses, at lo. `disputed`: votes made it undetermined."""

    gate: Gate
    status: GateStatus
    unmet: tuple[str, ...] = ()
    disputed: bool = False

    @property
    def message(self) -> str:
        """The hard stop as told: nobody is told to have said what nobody said."""
        if self.status == "fail":
            return self.gate.stop
        return self.gate.open

    @property
    def caps(self) -> bool:
        """Failed and undetermined gates cap the score (1.5, ruling 8)."""
        return self.status in ("fail", "undetermined")


@dataclass(frozen=True, slots=True)
class DomainScore:
    """One domain: exposure X, maturity M, required maturity T, readiness r after domain caps, residual risk rho.

    `raw` is r before domain caps; `capped_by` names the gates that lowered pt; `coverage` is None without items.
    `counts` is False where no control applies: the domain drops out and its figures say nothing.
    """

    domain: Domain
    counts: bool
    items: tuple[ItemScore, ...]
    exposure: Triple
    maturity: Triple
    required: Triple
    raw: Triple
    readiness: Triple
    residual: Triple
    residual_label: str
    coverage: Fraction | None
    completion: Fraction | None
    confidence: Fraction | None
    na_share: Fraction
    capped_by: tuple[str, ...]

    def of_kind(self, kind: str) -> tuple[ItemScore, ...]:
        return tuple(score for score in self.items if score.item.kind == kind)


@dataclass(frozen=True, slots=True)
class Finding:
    """A control below its target, or one that fails a gate.

    `score` is S (0 to 1), a product of judgements and not a probability. `unverified`: graded at 0 because it is not
    known. `check_applies`: whether it applies at all is not known. `alone` is the index gained by raising this
    control (with what it requires) to its target; `alone_raw` the same before overall caps. `gates` it fails.
    `says`: what is wrong, true of the answer that was given.
    """

    item: Item
    question: Question
    severity: Severity
    score: Fraction
    unverified: bool
    check_applies: bool
    alone: Fraction
    alone_raw: Fraction
    gates: tuple[str, ...]
    actions: tuple[Action, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The whole assessment, scored.

    `answers` are those it was scored from, in the pack's order. `index` and `raw` (before overall caps) are 0 to 100.
    `certain`: both ends of the interval lie in one band. `provisional`: too little is known for one number, so show
    only the interval. `assured`: the index if only what evidence supports counted. `na_leverage`: how much
    not-applicable answers raise the index; `na_flags` names why it deserves a look. `split`: the part of the interval
    due to unknowns and the part due to unresolved votes.
    """

    pack: Pack
    answers: Answers
    index: Triple
    raw: Triple
    band: Band
    band_lo: Band
    band_hi: Band
    domains: tuple[DomainScore, ...]
    gates: tuple[GateScore, ...]
    findings: tuple[Finding, ...]
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
        return self.band_lo.id == self.band_hi.id

    def domain(self, id: str) -> DomainScore:  # noqa: A002 - the YAML's word
        return next(score for score in self.domains if score.domain.id == id)

    def item(self, question: str) -> ItemScore:
        return next(i for domain in self.domains for i in domain.items if i.item.question == question)

    @property
    def stops(self) -> tuple[GateScore, ...]:
        """Hard stops to be said before any score: gates with a message that failed, or that something said left open.

        What nobody was asked yet is only open, and no reason to stop anybody.
        """
        unasked = (ItemState.BLANK, ItemState.WAITING, ItemState.UNKNOWN)
        asked = {i.item.question for d in self.domains for i in d.items if i.state not in unasked}
        stops = (score for score in self.gates if score.caps and score.gate.stop)
        return tuple(score for score in stops if score.status == "fail" or asked.intersection(score.unmet))


def truncated(figure: Fraction, places: int = 1) -> str:
    """A figure that is compared with a threshold, as printed: cut, never rounded (1.5, ruling 12)."""
    scale = 10**places
    whole = int(abs(figure) * scale)
    sign = "-" if figure < 0 and whole else ""
    text = f"{whole // scale}.{whole % scale:0{places}d}" if places else str(whole)
    return sign + text


def whole(low: Fraction, high: Fraction) -> tuple[str, str]:
    """The ends of an interval in whole points, cut; with a decimal where they would read the same."""
    ends = truncated(low, 0), truncated(high, 0)
    return ends if ends[0] != ends[1] else (truncated(low), truncated(high))
