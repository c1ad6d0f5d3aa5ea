"""The positions of the marks of a chart. The theme draws them, never distinguished by colour alone."""

from __future__ import annotations

from fractions import Fraction

from hustings.messages import english, say
from hustings.report.document.phrases import share
from hustings.report.document.records import DomainChart
from hustings.scoring.result import DomainScore

WIDTH = Fraction(500)
LEFT = Fraction(10)


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


def _text(number: Fraction) -> str:
    return f"{float(round(number, 2)):g}"
