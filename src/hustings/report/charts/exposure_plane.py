"""An area on the plane of exposure and maturity: what is in place, what is asked for, and the gap between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.messages import say
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, dot, line, word
from hustings.report.charts.primitives.text_width import fitted
from hustings.report.document.phrases import share
from hustings.scoring.result import DomainScore, Result, truncated

LEFT, TOP, WIDE, HIGH = 30.0, 14.0, 176.0, 140.0
NEAR = 11.0
"""Words closer than this, one over the other, would touch."""


def plane(result: Result, this: DomainScore) -> Drawing:
    """The chart: 210 by 180. Other areas that count are hollow."""
    others = [score for score in result.domains if score.counts and score is not this]
    return Drawing(
        kind="plane",
        alt=" ".join((_line_said(result), *(_said(score) for score in (this, *others)))),
        width="210",
        height="180",
        shapes=tuple(_shapes(result, this, others)),
        words=(*_axes(), *_labels(this, others)),
    )


def _x(exposure: Fraction | float) -> float:
    return LEFT + WIDE * float(exposure)


def _y(maturity: Fraction | float) -> float:
    return TOP + HIGH * (1 - float(maturity))


def _shapes(result: Result, this: DomainScore, others: Sequence[DomainScore]) -> Iterator[Shape]:
    least = float(result.pack.rubric.t0.value)
    x, place, asked = _x(this.exposure.pt), _y(this.maturity.pt), _y(this.required.pt)
    yield Shape(f"{line(LEFT, _y(least), LEFT + WIDE, TOP)}V{TOP + HIGH:g}H{LEFT:g}z", "band_off")
    yield Shape(box(LEFT, TOP, WIDE, HIGH), stroke="line", width="0.6")
    yield Shape(line(LEFT, _y(least), LEFT + WIDE, TOP), stroke="ink", width="1.8")
    yield Shape(line(x, place, x, asked), stroke="accent", width="1.4", dash="2.4 1.6")
    yield Shape(box(x - 7, asked - 1.3, 14, 2.6), "ink")
    hollow = (dot(_x(score.exposure.pt), _y(score.maturity.pt), 3.4) for score in others)
    yield Shape("".join(hollow), "paper", "quiet", "1.1")
    yield Shape(dot(x, place, 5), "accent", "paper", "1.2")


# --- words ---------------------------------------------------------------------------------------------------


def _axes() -> Iterator[Word]:
    look = {"size": "9", "fill": "quiet"}
    yield word(0, 8, say("In place, %"), size="9.5", weight="600")
    for at, text, anchor in ((0.0, "0", "start"), (0.5, "50", "middle"), (1.0, "100 %", "end")):
        yield word(_x(at), TOP + HIGH + 12, text, anchor=anchor, **look)
        yield word(LEFT - 4, _y(at) + {0.0: 0, 0.5: 3, 1.0: 7}[at], text.removesuffix(" %"), anchor="end", **look)
    yield word(_x(0.5), TOP + HIGH + 23, say("Exposure"), size="9.5", weight="600", anchor="middle")


def _labels(this: DomainScore, others: Sequence[DomainScore]) -> Iterator[Word]:
    """The labels of the area, then those of the others and of the two fields, as far as they find room."""
    named = list[Word]()
    dots = [(_x(score.exposure.pt), _y(score.maturity.pt)) for score in (this, *others)]
    for wanted in _wanted(this, others):
        free = (one for one in wanted if _fits(one, named, dots))
        named += [one for one in (next(free, None),) if one is not None]
    yield from named


def _wanted(this: DomainScore, others: Sequence[DomainScore]) -> Iterator[tuple[Word, ...]]:
    """Each label to the right of its point and to the left of it; over the line where it would lie on it."""
    x, bold = _x(this.exposure.pt), {"weight": "700"}
    asked, there = truncated(this.required.pt * 100, 0), truncated(this.maturity.pt * 100, 0)
    wanted = f"{asked} {say('asked for')}"
    right, left = _sides(x, _y(this.required.pt) + 18, 10, wanted, **bold)
    above = word(min(x + 6, LEFT + WIDE - 2), _y(this.required.pt) - 6, wanted, size="9", anchor="end", **bold)
    yield (right, above, left)
    yield _sides(x, _beside(this.maturity.pt), 10, f"{there} {say('in place')}", **bold)
    for score in others:
        title = fitted(score.domain.title, 9, 100)
        yield _sides(_x(score.exposure.pt), _beside(score.maturity.pt), 7, title, fill="quiet")
    yield _sides(LEFT - 2, TOP + 13, 7, say("enough is in place"), fill="quiet")
    yield _sides(LEFT - 2, TOP + HIGH - 6, 7, say("something is missing"), fill="quiet")


def _beside(maturity: Fraction) -> float:
    """The line of a label beside a point: at its height, and never on the frame."""
    return min(max(_y(maturity) + 3.5, TOP + 10), TOP + HIGH - 4)


def _sides(x: float, y: float, gap: float, text: str, **look: str) -> tuple[Word, Word]:
    return word(x + gap, y, text, size="9", **look), word(x - gap, y, text, size="9", anchor="end", **look)


def _fits(one: Word, named: Sequence[Word], dots: Sequence[tuple[float, float]]) -> bool:
    """Whether a label lies inside and covers no other label and no dot."""
    (start, end), y = one.span, float(one.y)
    inside = start >= LEFT + 1 and end <= LEFT + WIDE - 1
    covers = any(start < x + 5 and x - 5 < end and y - 11 < at < y + 5 for x, at in dots)
    return inside and not covers and not any(_touch(one, other) for other in named)


def _touch(one: Word, other: Word) -> bool:
    (start, end), (first, last) = one.span, other.span
    return abs(float(one.y) - float(other.y)) < NEAR and start < last + 3 and first < end + 3


# --- in sentences --------------------------------------------------------------------------------------------


def _line_said(result: Result) -> str:
    return say(
        "The more exposed, the more is asked for: {least} at no exposure, all of it at full exposure.",
        least=share(result.pack.rubric.t0.value),
    )


def _said(score: DomainScore) -> str:
    return say(
        "{area}: exposure {exposure}, in place {place}, asked for {asked}.",
        area=score.domain.title,
        exposure=share(score.exposure.pt),
        place=share(score.maturity.pt),
        asked=share(score.required.pt),
    )
