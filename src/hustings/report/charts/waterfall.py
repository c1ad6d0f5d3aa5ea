"""The index last time and now, and between them what the campaign, the rubric, and law or calendar changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from hustings.frozen_records import dataclass
from hustings.messages import long_date, say
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, line, maybe, word
from hustings.report.charts.primitives.text_width import fitted
from hustings.scoring.plan.phrasing.what_if_sentences import signed
from hustings.scoring.progress.comparison import Comparison
from hustings.scoring.progress.comparison_sentences import NAMES
from hustings.scoring.progress.shapley import CAUSES
from hustings.scoring.result import Bounds, Result, truncated

ROW, BAR, LEFT, WIDE = 20.0, 11.0, 166.0, 270.0
"""Heights of a row and of its bar; where 0 is, and how wide 100 points are."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A row: its name, from and to which point its bar runs, and what stands at its end."""

    name: str
    start: float
    end: float
    says: str
    whole: bool = False
    loss: bool = False
    open_to: float = 0


def waterfall(found: Comparison) -> Drawing:
    """The chart, 510 wide: five rows, or two intervals while too little is known for one number."""
    bars = tuple(_intervals(found) if found.provisional else _bars(found))
    return Drawing(
        kind="waterfall",
        alt=_alt(found),
        width="510",
        height=f"{ROW * len(bars):g}",
        shapes=tuple(_shapes(bars)),
        words=tuple(each for at, bar in enumerate(bars) for each in _words(at, bar)),
    )


def _bars(found: Comparison) -> Iterator[_Bar]:
    then, now = found.index.then, found.index.now
    yield _Bar(long_date(found.then.on), 0, float(then), truncated(then), whole=True)
    reached = then
    for cause in CAUSES:
        part = found.index.parts.of(cause)
        ends = sorted((float(reached), float(reached + part)))
        yield _Bar(say(NAMES[cause]), ends[0], ends[1], signed(part), loss=part < 0)
        reached += part
    yield _Bar(long_date(found.now.on), 0, float(now), truncated(now), whole=True)


def _intervals(found: Comparison) -> Iterator[_Bar]:
    for one, result in ((found.then, found.result_then), (found.now, found.result_now)):
        low, high = result.index.lo, result.index.hi
        yield _Bar(long_date(one.on), 0, float(low), _span(result.index), whole=True, open_to=float(high))


def _span(index: Bounds) -> str:
    return say("{low} to {high}", low=truncated(index.lo), high=truncated(index.hi))


def _x(points: float) -> float:
    return LEFT + points * WIDE / 100


def _shapes(bars: tuple[_Bar, ...]) -> Iterator[Shape]:
    tops = [(at * ROW + (ROW - BAR) / 2, bar) for at, bar in enumerate(bars)]
    yield Shape("".join(box(LEFT, y, WIDE, BAR) for y, bar in tops if bar.whole), "band_off")
    for y, bar in tops:
        if bar.open_to > bar.end:
            yield maybe(box(_x(bar.end), y + 1, (bar.open_to - bar.end) * WIDE / 100, BAR - 2))
    yield Shape("".join(_box(y, bar) for y, bar in tops if not bar.loss), "accent")
    yield Shape("".join(_box(y, bar) for y, bar in tops if bar.loss), "paper", "ink", "1")
    yield Shape("".join(_joins(tops)), "none", "quiet", "0.5")


def _box(y: float, bar: _Bar) -> str:
    return box(_x(bar.start), y, max((bar.end - bar.start) * WIDE / 100, 0.8), BAR)


def _joins(tops: list[tuple[float, _Bar]]) -> Iterator[str]:
    """Fine lines from the end of a row to where the next one starts."""
    for (y, bar), (below, after) in pairwise(tops):
        if not after.open_to:
            x = _x(bar.start if bar.loss else bar.end)
            yield line(x, y + BAR, x, below)


def _words(at: int, bar: _Bar) -> Iterator[Word]:
    y = at * ROW + ROW / 2 + 3.5
    weight = "600" if bar.whole else "400"
    yield word(0, y, fitted(bar.name, 9.5, LEFT - 10, int(weight)), size="9.5", weight=weight)
    yield word(510, y, bar.says, size="11" if bar.whole else "9.5", weight="700" if bar.whole else "600", anchor="end")


def _alt(found: Comparison) -> str:
    """The chart in sentences with every number."""
    if found.provisional:
        return " ".join(
            say("{when}: {span}.", when=long_date(one.on), span=_span(result.index))
            for one, result in ((found.then, found.result_then), (found.now, found.result_now))
        )
    parts = (
        say("{cause}: {points}.", cause=say(NAMES[cause]), points=signed(found.index.parts.of(cause)))
        for cause in CAUSES
    )
    return " ".join((_at(found.then.on, found.result_then), *parts, _at(found.now.on, found.result_now)))


def _at(on: date, result: Result) -> str:
    return say("{when}: {index} out of 100.", when=long_date(on), index=truncated(result.index.pt))
