"""What the index rests on: proof, what was said, what is open and what caps it, as numbers on one axis."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.messages import say
from hustings.report.charts.band_strip import MEASURE, POINT, scale, strip
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, line, maybe, word
from hustings.report.charts.primitives.text_width import fitted, text_width
from hustings.report.charts.verdict import holds
from hustings.scoring.result import Result, truncated, whole

TOP, HIGH, STRIP = 15.0, 13.0, 52.0
"""Where the bar begins and how high it is; where the bands begin."""


def decomposition(result: Result) -> Drawing | None:
    """The chart, 510 by 82; None while too little is known for one index."""
    if result.provisional:
        return None
    return Drawing(
        kind="decomposition",
        alt=_alt(result),
        width=f"{MEASURE:g}",
        height="82",
        shapes=tuple(_shapes(result)),
        words=(*_numbers(result), *_names(result), *_printed(result), *scale(result, STRIP + 24)),
    )


def _ends(result: Result) -> tuple[Fraction, Fraction, Fraction]:
    """As far as proof carries, as it was said, and if all that is open were good; all before the cap of the index."""
    return min(result.assured, result.raw.pt), result.raw.pt, result.raw.hi


def _x(index: Fraction) -> float:
    return float(index) * POINT


def _shapes(result: Result) -> Iterator[Shape]:
    shown, claimed, best = _ends(result)
    yield Shape(box(0, TOP, _x(shown), HIGH), "accent")
    yield Shape(box(_x(shown), TOP, _x(claimed) - _x(shown), HIGH), "accent_light")
    if best > claimed:
        yield maybe(box(_x(claimed), TOP, _x(best) - _x(claimed), HIGH))
    low, high = min(_x(result.index.lo), MEASURE - 3), _x(result.index.hi)  # 3 points are seen, at 100 too
    yield Shape(box(low, TOP + 19, max(high - low, 3), 11), "accent")
    yield from strip(result, STRIP, 13)
    if result.raw.hi > result.index.hi:
        x = _x(result.index.hi) + 1
        yield Shape(line(x, TOP - 3, x, STRIP + 15), stroke="alarm", width="2.2")


def _numbers(result: Result) -> Iterator[Word]:
    """The three ends over the bar, those that would touch another left out."""
    last = -9.0
    for number in dict.fromkeys(_ends(result)):
        text = truncated(number)
        half = text_width(text, 9.5, 700) / 2
        x = min(max(_x(number), half), MEASURE - half)
        if x - half >= last + 3:
            yield word(x, 10, text, weight="700", anchor="middle")
            last = x + half


def _names(result: Result) -> Iterator[Word]:
    """What each part is, where it fits into it."""
    shown, claimed, best = _ends(result)
    parts = (
        (Fraction(), shown, say("As far as proof carries"), "paper"),
        (shown, claimed, say("Said, not shown"), "ink"),
        (claimed, best, say("Open"), "ink"),
    )
    for start, end, text, fill in parts:
        if text_width(text, 9, 600) + 8 <= _x(end) - _x(start):
            yield word(_x(start) + 4, TOP + 9.7, text, size="9", weight="600", fill=fill)


def _printed(result: Result) -> Iterator[Word]:
    """The interval as printed, beside its bar."""
    low, high = whole(result.index.lo, result.index.hi)
    text = say("Printed: {low}", low=low) if low == high else say("Printed: {low} to {high}", low=low, high=high)
    cap = _cap(result)
    left, right = _x(result.index.lo) - 6, _x(result.index.hi) + 8
    if left > text_width(text, 9.5, 700):
        yield word(left, TOP + 28, text, weight="700", anchor="end")
        if cap:
            yield word(right, TOP + 28, fitted(cap, 9.5, MEASURE - right, 600), fill="alarm", weight="600")
        return
    yield word(right, TOP + 28, text, weight="700")


def _cap(result: Result) -> str:
    return holds(result) if result.raw.hi > result.index.hi else ""


def _alt(result: Result) -> str:
    return " ".join(_sentences(result))


def _sentences(result: Result) -> Iterator[str]:
    shown, claimed, best = (truncated(number) for number in _ends(result))
    yield say("As far as proof carries, the index is {shown}; as it was said, {said}.", shown=shown, said=claimed)
    if best != claimed:
        yield say("If all that is open turned out well, it would be {best}.", best=best)
    if cap := _cap(result):
        yield cap
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    yield say("Printed: {low}.", low=low) if low == high else say("Printed: {low} to {high}.", low=low, high=high)
