"""The positions of the marks of a chart. The theme draws them, never distinguished by colour alone."""

from __future__ import annotations

from fractions import Fraction

from hustings.messages import english, say
from hustings.report.document.phrases import share
from hustings.report.document.records import BandMark, DomainChart, IndexChart
from hustings.scoring.result import DomainScore, Result, whole

WIDTH = Fraction(500)
LEFT = Fraction(10)
APART = Fraction(36)
LEAST = Fraction(4)
"""The least width of a mark, so that an exact result is visible."""


def index_chart(result: Result) -> IndexChart:
    """The index scale: view box 0 0 520 wide, the scale from 10 to 510."""
    low, high = result.index.lo, result.index.hi
    labels = whole(low, high)
    width = max((high - low) * WIDTH / 100, LEAST)
    start = min(_x(low), LEFT + WIDTH - width)
    label_at = _apart(start, start + width)
    return IndexChart(
        alt=_index_alt(result, labels),
        bands=_bands(result),
        from_x=_text(start),
        to_x=_text(start + width),
        width=_text(width),
        point_x="" if result.provisional else _text(_x(result.index.pt)),
        from_label=labels[0],
        from_label_x=_text(label_at[0]),
        to_label=labels[1],
        to_label_x=_text(label_at[1]),
    )


def _apart(start: Fraction, end: Fraction) -> tuple[Fraction, Fraction]:
    """The positions of two labels over the ends of a bar, apart even if the bar is short."""
    if end - start >= APART:
        return start, end
    middle = min(max((start + end) / 2, LEFT + APART / 2), LEFT + WIDTH - APART / 2)
    return middle - APART / 2, middle + APART / 2


def domain_chart(score: DomainScore) -> DomainChart:
    """A bar from 0 to 500: what is certainly in place, what may be, and a tick at the required maturity."""
    low, high = score.maturity.lo * WIDTH, score.maturity.hi * WIDTH
    return DomainChart(
        alt=_domain_alt(score, exact=low == high),
        sure_width=_text(low),
        maybe_x=_text(low),
        maybe_width=_text(high - low),
        tick_x=_text(score.required.pt * WIDTH),
    )


def _domain_alt(score: DomainScore, *, exact: bool) -> str:
    said = english("{domain}: {low} in place, perhaps up to {high}; {asked} asked for")
    if exact:
        said = english("{domain}: {low} in place; {asked} asked for")
    low, high = share(score.maturity.lo), share(score.maturity.hi)
    return say(said, domain=score.domain.title, low=low, high=high, asked=share(score.required.pt))


def _bands(result: Result) -> tuple[BandMark, ...]:
    bands = result.pack.rubric.bands
    ends = (*(band.start for band in bands[1:]), Fraction(100))
    return tuple(
        BandMark(
            title=band.title,
            start=_text(band.start),
            x=_text(_x(band.start)),
            width=_text((end - band.start) * WIDTH / 100),
            middle=_text(_x((band.start + end) / 2)),
            here=result.band_lo.start <= band.start <= result.band_hi.start,
        )
        for band, end in zip(bands, ends, strict=True)
    )


def _index_alt(result: Result, labels: tuple[str, str]) -> str:
    bands = ", ".join(
        say("{band} from {start}", band=band.title, start=_text(band.start)) for band in result.pack.rubric.bands
    )
    low, high = labels
    if low == high:
        return say("Readiness index at {low} on a scale from 0 to 100. Bands: {bands}.", low=low, bands=bands)
    said = english("Readiness index between {low} and {high} on a scale from 0 to 100. Bands: {bands}.")
    return say(said, low=low, high=high, bands=bands)


def _x(index: Fraction) -> Fraction:
    return LEFT + index * WIDTH / 100


def _text(number: Fraction) -> str:
    return f"{float(round(number, 2)):g}"
