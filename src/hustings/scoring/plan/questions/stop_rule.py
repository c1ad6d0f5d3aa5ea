"""When to stop asking, and why: the band is certain, or as good as certain (method.md 1.2 "Next-best question")."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Band
from hustings.scoring.plan.questions.next_question import Ranking, Stake
from hustings.scoring.result import Result, truncated

Reason = Literal["nothing_open", "certain", "likely"]
LIKELY = Fraction(95, 100)
COVERED = Fraction(80, 100)
FEW = 5
"""So many questions are named as the next ones."""


@dataclass(frozen=True, slots=True)
class StopRule:
    """Whether more answers could still matter. `why` asking may stop; None while it should go on.

    `band` that is likeliest, with its `probability` (0 to 1) over all answers that are possible, taken to be equally
    likely: None where there are too many to try. `deciding`: open questions that decide a deal-breaker of the index;
    they are asked in any case.
    """

    why: Reason | None
    band: Band
    probability: Fraction | None
    deciding: tuple[Stake, ...]

    @property
    def may_stop(self) -> bool:
        """Whether asking may stop, deal-breakers included."""
        return self.why is not None and not self.deciding


def stop_rule(result: Result, ranked: Ranking) -> StopRule:
    """Whether to go on asking. `ranked`: the open points of the result."""
    odds = ranked.odds
    bands = result.pack.rubric.bands
    likeliest = result.band if odds is None else max(bands, key=lambda band: odds.get(band.id, Fraction()))
    probability = None if odds is None else odds.get(likeliest.id, Fraction())
    return StopRule(
        why=_why(result, ranked, probability),
        band=likeliest,
        probability=probability,
        deciding=tuple(stake for stake in ranked.stakes if stake.point.decides),
    )


def _why(result: Result, ranked: Ranking, probability: Fraction | None) -> Reason | None:
    if not ranked.stakes:
        return "nothing_open"
    if result.certain:
        return "certain"
    likely = probability is not None and probability >= LIKELY and result.coverage >= COVERED
    return "likely" if likely else None


def stop_said(rule: StopRule) -> str:
    """Why asking may stop; nothing while it should go on."""
    match rule.why:
        case None:
            return ""
        case "nothing_open":
            return say("Nothing that counts is left to ask.")
        case "certain":
            return say("The band is certain: {band}, whatever the other answers are.", band=rule.band.title)
        case _:
            share = truncated((rule.probability or Fraction()) * 100, 0)
            return say(
                "The band is as good as certain: {band} in {share} of 100 ways in which the open answers can turn out.",
                band=rule.band.title,
                share=share,
            )


def next_stakes(rule: StopRule, ranked: Ranking) -> tuple[Stake, ...]:
    """The few questions to ask next: none once asking may stop, but for those that decide a deal-breaker."""
    return (rule.deciding if rule.why is not None else ranked.stakes)[:FEW]
