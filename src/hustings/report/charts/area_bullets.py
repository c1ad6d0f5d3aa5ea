"""The areas, one row each: what is in place, what may be, and what is asked for, with the numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.messages import say
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, clear_of, maybe, word
from hustings.report.charts.primitives.text_width import fitted, text_width
from hustings.report.document.phrases import share
from hustings.scoring.result import DomainScore, Result, truncated

ROW, TOP, MOST_NAME, SAYS = 26.0, 16.0, 150.0, 148.0
"""Heights of a row and of the words over it; the most room of a name; the room of the words behind a bar."""


def bullets(result: Result) -> Drawing:
    """The chart, 510 wide, a row of 26 for each area."""
    left = _left(result.domains)
    counting = [(at, score) for at, score in enumerate(result.domains) if score.counts]
    return Drawing(
        kind="bullets",
        alt=" ".join(_alt(result, score) for score in result.domains),
        width="510",
        height=f"{TOP + ROW * len(result.domains) - 3:g}",
        shapes=tuple(_shapes(counting, left)),
        words=(
            *_heads([score for _, score in counting], left),
            *(each for at, score in enumerate(result.domains) for each in _words(result, at, score, left)),
        ),
    )


def _left(domains: Sequence[DomainScore]) -> float:
    """Where the bars start: behind the longest name."""
    names = (text_width(score.domain.title, 10, 600) for score in domains)
    return min(max(names, default=0), MOST_NAME) + 14


def _scale(left: float) -> float:
    return 510 - left - SAYS - 58


def _shapes(rows: Sequence[tuple[int, DomainScore]], left: float) -> Iterator[Shape]:
    wide = _scale(left)
    tops = [(TOP + at * ROW, score) for at, score in rows]
    yield Shape("".join(box(left, y, wide, 15) for y, _ in tops), "band_off")
    for y, score in tops:
        low, high = float(score.maturity.pt) * wide, float(score.maturity.hi) * wide
        if high - low > 1:
            yield maybe(box(left + low, y + 3.6, high - low, 7.8))
    solid = (box(left, y + 3.2, max(float(score.maturity.pt) * wide, 1), 8.6) for y, score in tops)
    yield Shape("".join(solid), "accent")
    marks = (box(left + float(score.required.pt) * wide - 1.3, y - 1.5, 2.6, 18) for y, score in tops)
    yield Shape("".join(marks), "ink")


def _heads(scores: Sequence[DomainScore], left: float) -> Iterator[Word]:
    """The words over the marks of the first row, so that no legend is needed."""
    if not scores:
        return
    wide, first = _scale(left), scores[0]
    low, high, asked = (float(v) * wide + left for v in (first.maturity.pt, first.maturity.hi, first.required.pt))
    named = [word(asked, 10, say("asked for"), size="9", weight="600", anchor="middle")]
    place = say("in place")
    start = max(low, left + text_width(place, 9, 600))
    for one in (
        word(start, 10, place, size="9", weight="600", anchor="end"),
        *([word((low + high) / 2, 10, say("perhaps"), size="9", fill="quiet", anchor="middle")] if high > low else []),
    ):
        if clear_of(one, named):
            named.append(one)
    yield from named
    yield word(510, 10, say("of what is asked for"), size="9", fill="quiet", anchor="end")


def _words(result: Result, at: int, score: DomainScore, left: float) -> Iterator[Word]:
    y = TOP + at * ROW + 11
    yield word(0, y, fitted(score.domain.title, 10, left - 8, 600), size="10", weight="600")
    if not score.counts:
        says = say("Nothing here applies to this campaign.")
        yield word(left, y, fitted(says, 9.5, 510 - left), size="9.5", fill="quiet")
        return
    x = left + _scale(left) + 12
    yield word(x, y, fitted(_says(score), 9.5, SAYS - 4), size="9.5")
    yield word(510, y, _share(result, score), size=_size(result, score), weight="700", anchor="end")


def _says(score: DomainScore) -> str:
    """What is in place and what is asked for; with a decimal where whole numbers would hide what is missing."""
    low, asked = score.maturity.pt * 100, score.required.pt * 100
    places = 1 if low < asked and _cut(low) == _cut(asked) else 0
    return say("{low} in place, {asked} asked for", low=truncated(low, places), asked=truncated(asked, places))


def _cut(number: Fraction) -> str:
    return truncated(number, 0)


def _share(result: Result, score: DomainScore) -> str:
    """The readiness in whole percent, cut; both ends while too little is known for one number."""
    low, high = _cut(score.readiness.lo * 100), _cut(score.readiness.hi * 100)
    if result.provisional and low != high:
        return say("{low} to {high} %", low=low, high=high)
    return f"{_cut(score.readiness.pt * 100)} %"


def _size(result: Result, score: DomainScore) -> str:
    return "10" if result.provisional and score.readiness.lo != score.readiness.hi else "13"


def _alt(result: Result, score: DomainScore) -> str:
    """An area in a sentence with every number."""
    title = score.domain.title
    if not score.counts:
        return f"{title}: {say('Nothing here applies to this campaign.')}"
    low, high, asked = share(score.maturity.pt), share(score.maturity.hi), share(score.required.pt)
    ready = _share(result, score)
    if low == high:
        return say(
            "{domain}: {low} in place; {asked} asked for: {ready} of it.",
            domain=title,
            low=low,
            asked=asked,
            ready=ready,
        )
    return say(
        "{domain}: {low} in place, perhaps up to {high}; {asked} asked for: {ready} of it.",
        domain=title,
        low=low,
        high=high,
        asked=asked,
        ready=ready,
    )
