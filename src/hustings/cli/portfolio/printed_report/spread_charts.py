"""How index and areas are spread over the campaigns, and which deal-breakers fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.cli.portfolio.printed_report.figures_in_words import FEW
from hustings.messages import say, with_thousands
from hustings.portfolio.figures.overview import Overview
from hustings.portfolio.figures.spread import histogram, quartiles
from hustings.report.charts.histogram import NamedBand, histogram_chart
from hustings.report.charts.share_bars import PHONE, ShareRow, share_bars
from hustings.report.charts.spread_boxes import SpreadRow, spread_boxes
from hustings.report.formats.blocks import Block, Heading, Picture, Text
from hustings.scoring.result import truncated

MOST_GATES = 14
"""The most deal-breakers that are shown."""


def spread_charts(of: Overview) -> Iterator[Block]:
    """The chapter, on a page of its own."""
    indexes = [one.index.pt for one in of.ranked]
    found = quartiles(indexes)
    yield Heading(_headline(of, found.low, found.high), topic=say("How they are spread"), apart=of.count > FEW)
    yield Picture(histogram_chart(histogram(indexes), tuple(_bands(of)), found.middle))
    if of.count == 1:
        yield Text(say("Of one campaign, its own report says more: hustings report."), quiet=True)
    yield Text(" ".join(part for part in (_provisional(of), _capped(of)) if part), quiet=True)
    yield Heading(say("Areas: percent of what each campaign needs that is in place"), 3)
    yield Picture(spread_boxes(tuple(_areas(of))))
    if of.gates:
        yield Heading(say("Deal-breakers: the share of campaigns in which each is known to fail"), 3)
        rows = tuple(_gate(of, *row) for row in of.gates[:MOST_GATES])
        yield share_picture(rows, say("fails, open"))


def _headline(of: Overview, low: Fraction, high: Fraction) -> str:
    if of.count == 1:
        return say("The one campaign has an index of {n}", n=truncated(low, 0))
    return say(
        "Half of the campaigns have an index between {low} and {high}", low=truncated(low, 0), high=truncated(high, 0)
    )


def _bands(of: Overview) -> Iterator[NamedBand]:
    for id_, (title, start) in sorted(of.titles.bands.items(), key=lambda band: band[1][1]):
        yield NamedBand(title, start, sum(one.band == id_ for one in of.ranked))


def _provisional(of: Overview) -> str:
    provisional = sum(one.provisional for one in of.ranked)
    if not provisional:
        return ""
    return say(
        "In {n} of {count} too little is known for one number; they stand where their answers so far put them, with "
        "nothing assumed in their favour.",
        n=with_thousands(provisional),
        count=with_thousands(of.count),
    )


def _capped(of: Overview) -> str:
    """Why columns are high just below where a band begins."""
    if of.count == 1 or not any(one.failed for one in of.ranked):
        return ""
    return say("Where a deal-breaker fails, the index ends at its cap: so many stand together below one.")


def _areas(of: Overview) -> Iterator[SpreadRow]:
    for area, title in of.titles.areas.items():
        shares = [100 * ready.pt for one in of.ranked for id_, ready in one.domains if id_ == area]
        if shares:
            found = quartiles(shares)
            yield SpreadRow(title, (found.lowest, found.highest), (found.low, found.high), found.middle)


def _gate(of: Overview, gate: str, failed: int, open_: int) -> ShareRow:
    note = say("{failed}, {open}", failed=with_thousands(failed), open=with_thousands(open_))
    return ShareRow(of.titles.gates.get(gate, gate), Fraction(failed, of.count), note)


def share_picture(rows: Sequence[ShareRow], note: str) -> Picture:
    """Shares with bars beside their names, and on a phone below them."""
    return Picture(share_bars(rows, note), share_bars(rows, note, PHONE))
