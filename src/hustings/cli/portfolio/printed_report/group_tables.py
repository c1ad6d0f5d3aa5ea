"""The campaigns by office, place and size of their team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.cli.portfolio.printed_report.figures_in_words import FEW, of_all
from hustings.messages import english, say, several, with_thousands
from hustings.portfolio.figures.groups import By, Group
from hustings.portfolio.figures.overview import Overview
from hustings.portfolio.tables.case_rows import OFFICE
from hustings.report.formats.blocks import Block, Heading, Table, Text
from hustings.scoring.result import truncated

APART: dict[By, str] = {
    "office": english("Between offices, the median index goes from {low} to {high}"),
    "place": english("Between places, the median index goes from {low} to {high}"),
    "size": english("Between teams of other sizes, the median index goes from {low} to {high}"),
}
LEAST = 5
"""The fewest campaigns of a group whose median says something."""
MOST = 10
"""The most groups of a table; the others are counted."""
TITLES: dict[By, str] = {
    "office": english("By office"),
    "place": english("By place"),
    "size": english("By size of the team"),
}


def group_tables(of: Overview) -> Iterator[Block]:
    """A table for each, unless no campaign gave it."""
    told = [(by, found) for by, found in of.groups if any(group.value is not None for group in found)]
    if not told:
        return
    yield Heading(_headline(told), topic=say("In groups"), apart=of.count > FEW)
    for by, found in told:
        yield Heading(say(TITLES[by]), 3)
        yield _table(of, by, found[:MOST])
        more = len(found) - MOST
        if more > 0:
            yield Text(several(more, "And {n} smaller group.", "And {n} smaller groups."), quiet=True)


def _headline(told: Sequence[tuple[By, tuple[Group, ...]]]) -> str:
    """How far the first groups that are large enough lie apart."""
    for by, found in told:
        medians = [group.index.middle for group in found if group.value is not None and group.campaigns >= LEAST]
        if len(medians) > 1:
            low, high = truncated(min(medians), 0), truncated(max(medians), 0)
            return say(APART[by], low=low, high=high)
    return say("No two groups are large enough to compare")


def _table(of: Overview, by: By, found: tuple[Group, ...]) -> Table:
    heads = (
        say("Group"),
        say("Campaigns"),
        say("Median index"),
        say("Half lie between"),
        say("A deal-breaker fails"),
        say("Lack hours"),
    )
    rows = tuple(_row(group, group_title(of, by, group.value)) for group in found)
    return Table(heads, rows, (40, 11, 10, 14, 17, 15), (1, 2, 3, 4, 5))


def _row(group: Group, title: str) -> tuple[str, ...]:
    low, middle, high = (truncated(one, 0) for one in (group.index.low, group.index.middle, group.index.high))
    return (
        title,
        with_thousands(group.campaigns),
        middle,
        say("{low} and {high}", low=low, high=high) if group.campaigns > 1 else "–",
        of_all(group.failing, group.campaigns),
        of_all(group.short, group.campaigns),
    )


def group_title(of: Overview, by: By, value: str | None) -> str:
    """What a group is called."""
    if value is None:
        return say("Not said")
    match by:
        case "office":
            return of.titles.choice(OFFICE, value)
        case "size":
            return of.titles.choice(of.titles.team, value)
        case _:
            return of.titles.place(value)
