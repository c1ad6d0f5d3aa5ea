"""The verdict: the index as an interval on its bands, the cap that holds it, and what was shown of it."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import english, say
from hustings.report.charts.band_strip import MEASURE, POINT, bands_said, scale, strip
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, clear_of, diamond, line, word
from hustings.report.charts.primitives.text_width import text_width
from hustings.report.document.phrases import counted
from hustings.scoring.result import Result, truncated, whole

TOP, HIGH = 23.0, 26.0
LEAST, PACKED = 4.0, 40.0
"""The least width of the bar, so that one number is seen; and the width under which its ends are said beside it."""
FLIP = 318.0
"""Beyond this point the note on a cap stands to the left of the bar."""
TO = english("to")


def verdict(result: Result) -> Drawing:
    """The chart: 510 by 64."""
    ends, capped, shown = _ends(result), _cap(result), _assured(result)
    cap = tuple(_cap_note(result, ends)) if capped else ()
    label = tuple(one for one in shown if clear_of(one, (*ends, *cap)))
    return Drawing(
        kind="verdict",
        alt=_alt(result),
        width=f"{MEASURE:g}",
        height="64",
        shapes=tuple(_shapes(result, capped=capped, shown=bool(shown), label=bool(label))),
        words=(*label, *ends, *cap, *scale(result, TOP + HIGH + 11.5)),
    )


def _shapes(result: Result, *, capped: bool, shown: bool, label: bool) -> Iterator[Shape]:
    yield from strip(result, TOP, HIGH)
    start, end = _bar(result)
    yield Shape(box(start, TOP + 6, end - start, 14), "accent")
    if capped:
        x = float(result.index.hi) * POINT + 1
        yield Shape(line(x, TOP - 5, x, TOP + HIGH + 5), stroke="alarm", width="2.2")
    if shown:
        x = float(result.assured) * POINT
        if label:
            yield Shape(line(x, 18, x, TOP + 8), stroke="ink", width="0.7")
        yield Shape(diamond(x, TOP + 13, 4.6), "paper", "ink", "1")


def _bar(result: Result) -> tuple[float, float]:
    """The start and end of the interval in points, never too thin to be seen nor off the scale."""
    low, high = float(result.index.lo) * POINT, float(result.index.hi) * POINT
    start = min(low, MEASURE - LEAST)
    return start, max(high, start + LEAST)


# --- the words over it ---------------------------------------------------------------------------------------


def _ends(result: Result) -> tuple[Word, ...]:
    """The ends of the interval: one number, "55 to 59" packed at a short bar, or one label at each end."""
    low, high = whole(result.index.lo, result.index.hi)
    start, end = _bar(result)
    if low == high:
        return (_number(_inside((start + end) / 2, low), low, "middle"),)
    if end - start >= PACKED:
        return _number(_inside(start, low), low, "middle"), _number(_inside(end, high), high, "middle")
    return _packed((start + end) / 2, low, high)


def _inside(x: float, label: str) -> float:
    half = text_width(label, 17, 700) / 2
    return min(max(x, half), MEASURE - half)


def _packed(middle: float, low: str, high: str) -> tuple[Word, ...]:
    first, last, to = text_width(low, 17, 700), text_width(high, 17, 700), say(TO)
    between = text_width(to, 10) + 6
    start = min(max(middle - (first + between + last) / 2, 0), MEASURE - first - between - last)
    return (
        _number(start, low, "start"),
        word(start + first + 3, 16, to, size="10", fill="quiet"),
        _number(start + first + between, high, "start"),
    )


def _number(x: float, label: str, anchor: str) -> Word:
    return word(x, 16, label, size="17", weight="700", anchor=anchor)


def _cap(result: Result) -> bool:
    """Whether a deal-breaker of the index holds it."""
    return result.raw.hi > result.index.hi


def _cap_note(result: Result, ends: tuple[Word, ...]) -> Iterator[Word]:
    """What holds it, beside the numbers: to the right of them or, near the end of the scale, to the left."""
    note, look = holds(result), {"fill": "alarm", "weight": "600"}
    first, last = min(one.span[0] for one in ends), max(one.span[1] for one in ends)
    right, left = word(last + 8, 15, note, **look), word(first - 8, 15, note, anchor="end", **look)
    fits = right.span[1] <= MEASURE
    if fits or left.span[0] >= 0:
        yield right if fits and (last < FLIP or left.span[0] < 0) else left


def holds(result: Result) -> str:
    """What holds the index, in a sentence."""
    capping = sum(score.overall and score.caps for score in result.gates)
    cap = truncated(result.index.hi, 0)
    return counted(capping, "A deal-breaker holds it at {cap}.", "{n} deal-breakers hold it at {cap}.", cap=cap)


def assured_label(result: Result) -> str:
    """What the hollow diamond says."""
    return say("{shown} if only what was shown counts", shown=truncated(result.assured, 0))


def _assured(result: Result) -> tuple[Word, ...]:
    """The label of the diamond; nothing while there is no one index, and where all of it was shown."""
    if result.provisional or result.assured >= result.index.pt:
        return ()
    text, x = assured_label(result), float(result.assured) * POINT
    half = text_width(text, 9.5) / 2
    return (word(min(max(x, half), MEASURE - half), 15, text, anchor="middle"),)


# --- in sentences --------------------------------------------------------------------------------------------


def _alt(result: Result) -> str:
    return " ".join((_between(result), *_beside(result), bands_said(result)))


def _between(result: Result) -> str:
    low, high = whole(result.index.lo, result.index.hi)
    if low == high:
        return say("Readiness index at {low} on a scale from 0 to 100.", low=low)
    return say("Readiness index between {low} and {high} on a scale from 0 to 100.", low=low, high=high)


def _beside(result: Result) -> Iterator[str]:
    if _cap(result):
        yield holds(result)
    if _assured(result):
        shown, band = truncated(result.assured, 0), result.pack.rubric.band(result.assured).title
        yield say("Counting only what somebody has shown, it is {shown} ({band}).", shown=shown, band=band)
