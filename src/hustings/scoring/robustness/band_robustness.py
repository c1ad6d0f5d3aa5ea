"""Whether the band would be another one if the rubric's judgements were (method.md 1.2 "Sensitivity to weights").

This is doubt about judgements; the interval of a result is doubt about facts. The two are never mixed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.scoring.result import Result
from hustings.scoring.robustness.changed_judgements import JudgementChange, judgement_changes
from hustings.scoring.robustness.draws import Drawn, drawn

Word = Literal["robust", "fairly_robust", "depends_on_weights"]
ROBUST, FAIRLY = Fraction(95, 100), Fraction(80, 100)
"""The least share of draws with the same band for each word."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """Every single change that was tried, and what came out of drawing all weights at once."""

    changes: tuple[JudgementChange, ...]
    drawn: Drawn
    flips: tuple[JudgementChange, ...]

    @property
    def share(self) -> Fraction:
        """The share of ways to weigh that keep the band, 0 to 1, lambda as it is."""
        return self.drawn.weights.share

    @property
    def word(self) -> Word:
        """What to call it."""
        return word(self.share)


def robustness(result: Result) -> Robustness:
    """How far the band of a result depends on the rubric's judgements."""
    changes = tuple(judgement_changes(result))
    flips = tuple(change for change in changes if change.band.id != result.band.id)
    return Robustness(changes, drawn(result), flips)


def word(share: Fraction) -> Word:
    """The word for a share of draws with the same band, 0 to 1."""
    if share >= ROBUST:
        return "robust"
    return "fairly_robust" if share >= FAIRLY else "depends_on_weights"
