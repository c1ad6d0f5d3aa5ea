"""Whether another judgement would change the band: a row a choice, its index on the bands, filled where they agree."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.report.charts.band_strip import edges, here
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, diamond, dot, unit, word
from hustings.report.charts.primitives.text_width import fitted
from hustings.scoring.result import Result, truncated

LEFT, WIDE, TOP, ROW, MARK = 210.0, 296.0, 16.0, 13.6, 4.0
"""Where the bands begin and how wide they are; the height over the rows, and of a row; half a mark, the last at 100."""


@dataclass(frozen=True, slots=True)
class OtherChoice:
    """A choice in words, and the index (0 to 100) with it. `same`: the band is the one that is printed."""

    name: str
    index: Fraction
    same: bool


def other_judgements(result: Result, choices: tuple[OtherChoice, ...]) -> Drawing | None:
    """The chart, 510 wide; None without choices."""
    if not choices:
        return None
    high = TOP + ROW * len(choices)
    return Drawing(
        kind="judgements",
        alt="; ".join(_said(result, one) for one in choices) + ".",
        width=unit(LEFT + WIDE + MARK),
        height=unit(high + 2),
        shapes=tuple(_shapes(result, choices, high)),
        words=(*_bands(result), *(one for at, choice in enumerate(choices) for one in _words(at, choice))),
    )


def _x(index: Fraction | float) -> float:
    return LEFT + WIDE * float(index) / 100


def _y(at: int) -> float:
    return TOP + ROW * at + ROW / 2


def _shapes(result: Result, choices: tuple[OtherChoice, ...], high: float) -> Iterator[Shape]:
    spans = tuple(zip(edges(result), here(result), strict=True))
    for on, fill in ((False, "tint"), (True, "band_off")):
        boxes = (box(_x(a) + 0.8, TOP - 2, _x(b) - _x(a) - 0.8, high - TOP + 2) for (a, b), own in spans if own is on)
        yield Shape("".join(boxes), fill)
    rows = tuple(enumerate(choices))
    yield Shape("".join(dot(_x(one.index), _y(at), 3.2) for at, one in rows if one.same), "accent")
    hollow = "".join(diamond(_x(one.index), _y(at), MARK) for at, one in rows if not one.same)
    yield Shape(hollow, "paper", "ink", "1")


def _bands(result: Result) -> Iterator[Word]:
    for band, (start, end), on in zip(result.pack.rubric.bands, edges(result), here(result), strict=True):
        look = {"size": "9", "weight": "700" if on else "400", "fill": "ink" if on else "quiet", "anchor": "middle"}
        yield word(_x((start + end) / 2), 9, fitted(band.title, 9, _x(end) - _x(start) - 4, 700), **look)


def _words(at: int, choice: OtherChoice) -> Iterator[Word]:
    x, y = _x(choice.index), _y(at) + 3.2
    weight = "700" if at == 0 else "400"
    yield word(0, y, fitted(choice.name, 9, LEFT - 8, int(weight)), size="9", weight=weight)
    left = choice.index > 90  # noqa: PLR2004 - no room to the right
    anchor = "end" if left else "start"
    yield word(x - 7 if left else x + 7, y, truncated(choice.index), size="9", weight="600", anchor=anchor)


def _said(result: Result, choice: OtherChoice) -> str:
    band = result.pack.rubric.band(choice.index).title
    return say("{choice}: {index}, {band}", choice=choice.name, index=truncated(choice.index), band=band)
