"""Page one: who needs help first, and why; and the list of all campaigns in that order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.cli.portfolio.printed_report.figures_in_words import days, hours, index
from hustings.messages import say, several, short_date, with_thousands
from hustings.portfolio.figures.attention import SOON
from hustings.portfolio.figures.overview import Overview
from hustings.portfolio.figures.standing import Standing
from hustings.report.document.phrases import counted
from hustings.report.formats.blocks import Block, Heading, Table, Text

FIRST, MOST = 13, 60
"""How many campaigns are on page one; and the most of which all are listed."""
SHARES = (5, 13, 13, 37, 11, 9, 9, 12)
NUMBERS = (4, 5, 6, 7)


def who_first(of: Overview) -> Iterator[Block]:
    """The headline, the figures and the first campaigns."""
    yield Heading(headline(of), topic=say("Who needs help first"))
    yield Text(" ".join(_figures(of)))
    yield _table(of, of.ranked[:FIRST], 1)
    yield Text(_order(of), quiet=True)


def headline(of: Overview) -> str:
    """Who needs help, in a sentence."""
    if of.soon:
        return counted(
            len(of.soon),
            "{n} campaign needs help now: a deal-breaker fails, and its first ballots are at most {days} days away",
            "{n} campaigns need help now: a deal-breaker fails, and their first ballots are at most {days} days away",
            days=SOON,
        )
    if of.failing:
        return several(
            len(of.failing),
            "In {n} campaign a deal-breaker fails; its first ballots are more than {days} days away",
            "In {n} campaigns a deal-breaker fails; their first ballots are more than {days} days away",
            days=SOON,
        )
    if of.open:
        return several(
            len(of.open),
            "No deal-breaker is known to fail; in {n} campaign one is open",
            "No deal-breaker is known to fail; in {n} campaigns one is open",
        )
    return say("No deal-breaker fails, and none is open")


def _figures(of: Overview) -> Iterator[str]:
    if of.failing:
        yield _failing(len(of.failing), len(of.open), of.count)
    if of.short:
        yield several(
            len(of.short),
            "The plan of {n} campaign takes more hours than its team has: {hours} are lacking.",
            "The plans of {n} campaigns take more hours than their teams have: {hours} are lacking in all.",
            hours=hours(of.lacking),
        )
    else:
        yield say("Every team has the hours that its plan takes.")


def _failing(failing: int, open_: int, count: int) -> str:
    told = {"failing": with_thousands(failing), "all": with_thousands(count)}
    if not open_:
        return say("A deal-breaker is known to fail in {failing} of {all} campaigns.", **told)
    return say(
        "A deal-breaker is known to fail in {failing} of {all} campaigns; in {open} more, one is open.",
        open=with_thousands(open_),
        **told,
    )


def _order(of: Overview) -> str:
    order = say(
        "In this order: a deal-breaker that fails, then one that is open; the fewest weeks to the ballots; the largest "
        "share of hours lacking. Plan and team are hours: what is to be done, and what the team has until the plan's "
        "last day."
    )
    more = of.count - FIRST
    if more <= 0:
        return order
    last = say("All are listed at the end.") if of.count <= MOST else say("All are in the spreadsheet: add --xlsx.")
    follow = several(more, "{n} more campaign follows.", "{n} more campaigns follow.")
    return " ".join(part for part in (follow, _soon_below(of), last, order) if part)


def _soon_below(of: Overview) -> str:
    """How many of those that need help now do not stand on page one."""
    below = len(of.soon) - FIRST
    return several(below, "{n} of these needs help now.", "{n} of these need help now.") if below > 0 else ""


def _table(of: Overview, ranked: Sequence[Standing], first: int) -> Table:
    heads = (
        "",
        say("Campaign"),
        say("First ballots"),
        say("Deal-breakers that fail"),
        say("Open"),
        say("Plan"),
        say("Team"),
        say("Index"),
    )
    rows = tuple(_row(of, one, number) for number, one in enumerate(ranked, start=first))
    return Table(heads, rows, SHARES, NUMBERS)


def _row(of: Overview, one: Standing, number: int) -> tuple[str, ...]:
    work = one.work
    there = "–" if work is None or work.there is None else hours(work.there)
    return (
        str(number),
        of.label(one),
        _ballots(one),
        _fails(of, one),
        str(len(one.open)) if one.open else "–",
        "–" if work is None else hours(work.needed),
        there,
        index(one.index),
    )


def _ballots(one: Standing) -> str:
    day = one.about.first_ballots
    return days(one) if day is None else f"{short_date(day)}\n{days(one)}"


def _fails(of: Overview, one: Standing) -> str:
    """How many fail, and the first two of them."""
    if not one.failed:
        return "–"
    shown = [of.titles.gates.get(gate, gate) for gate in one.failed[:2]]
    more = len(one.failed) - len(shown)
    rest = [several(more, "{n} more", "{n} more")] if more else []
    return "; ".join([*shown, *rest])


def all_campaigns(of: Overview) -> Iterator[Block]:
    """Those that are not on page one, where there are not too many."""
    if FIRST < of.count <= MOST:
        yield Heading(say("The other campaigns, in the same order"), topic=say("All campaigns"), apart=True)
        yield _table(of, of.ranked[FIRST:], FIRST + 1)
