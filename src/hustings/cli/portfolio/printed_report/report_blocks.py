"""The report of a portfolio as blocks, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.cli.portfolio.printed_report.changes import changes
from hustings.cli.portfolio.printed_report.common_gap_tables import commonest, not_known
from hustings.cli.portfolio.printed_report.group_tables import group_tables
from hustings.cli.portfolio.printed_report.method_notes import how_made
from hustings.cli.portfolio.printed_report.page_one import all_campaigns, who_first
from hustings.cli.portfolio.printed_report.spread_charts import spread_charts
from hustings.messages import long_date, say, several
from hustings.portfolio.figures.overview import Overview
from hustings.report.formats.blocks import Block, Blocks, Heading, Items, Table, Text
from hustings.report.formats.blocks_page import PageHead


def page_head(of: Overview, language: str) -> PageHead:
    """What stands on each page."""
    return PageHead(
        language=language,
        iso_date=of.on.isoformat(),
        title=say("Portfolio report"),
        running=several(of.count, "{n} campaign", "{n} campaigns"),
        classed=say("For the consultant or committee only"),
        sample=invented_note(of),
    )


def invented_note(of: Overview) -> str:
    """That campaigns are invented, where some are."""
    if not of.invented:
        return ""
    if of.invented == of.count:
        return say("All of these campaigns are invented.")
    return several(of.invented, "{n} of these campaigns is invented.", "{n} of these campaigns are invented.")


def report_blocks(of: Overview) -> Blocks:
    """The blocks of the whole report."""
    return tuple(_filled(_all(of)))


def _all(of: Overview) -> Iterator[Block]:
    yield Heading(several(of.count, "Portfolio: {n} campaign", "Portfolio: {n} campaigns"), 1)
    yield Text(invented_note(of), long_date(of.on))
    for chapter in (who_first, spread_charts, commonest, not_known, changes, group_tables, all_campaigns, how_made):
        yield from chapter(of)


def _filled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without paragraphs, lists and tables in which there is nothing."""
    for block in blocks:
        match block:
            case Text(text="", lead="") | Items(lines=()) | Table(rows=()):
                continue
            case _:
                yield block
