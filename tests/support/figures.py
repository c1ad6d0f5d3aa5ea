"""The result of the town race with other figures, for charts that show them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.scoring.result import Bounds, Result
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def figured(assured: int, raw: tuple[int, int, int], index: tuple[int, int, int]) -> Result:
    found = score(town(), answered(town(), TOWN))
    ends = [Bounds(*(F(end) for end in three)) for three in (raw, index)]
    return replace(found, assured=F(assured), raw=ends[0], index=ends[1], provisional=False)
