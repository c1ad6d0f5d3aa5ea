"""The interval of a workshop in three parts: what nobody knows, between the parts that depend on votes left open."""

from __future__ import annotations

from hustings.report.charts.band_strip import MEASURE, POINT, scale, strip
from hustings.report.charts.primitives.drawing import Drawing, Shape, box, maybe
from hustings.scoring.result import Bounds, Result


def open_votes(result: Result, settled: Bounds, says: str) -> Drawing:
    """The chart, 510 by 36. `settled`: the index if each open vote were closed; `says`: the same in words."""
    ends = [float(end) * POINT for end in (result.index.lo, settled.lo, settled.hi, result.index.hi)]
    outlined = box(ends[0], 5, ends[1] - ends[0], 10) + box(ends[2], 5, ends[3] - ends[2], 10)
    return Drawing(
        kind="open-votes",
        alt=says,
        width=f"{MEASURE:g}",
        height="36",
        shapes=(*strip(result, 0, 20), maybe(outlined), Shape(box(ends[1], 4, ends[2] - ends[1], 12), "accent")),
        words=scale(result, 31.5),
    )
