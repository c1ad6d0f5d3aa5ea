"""How the numbers of a portfolio's report are made, and what they are not."""

from __future__ import annotations

from collections.abc import Iterator

from hustings import __version__
from hustings.messages import listed, say, several
from hustings.portfolio.figures.overview import Overview
from hustings.report.formats.blocks import Block, Heading, Text


def how_made(of: Overview) -> Iterator[Block]:
    """The last chapter, under the others."""
    yield Heading(say("How this was made"), 3)
    yield Text(
        say(
            "Each campaign's latest assessment is scored and planned by the pack that it was answered with, as its own "
            "report is. What is not known never counts in a campaign's favour. Campaigns differ in what they need, so "
            "compare them to see where to look first, not to rank them."
        ),
        quiet=True,
    )
    yield Text(" ".join(_made_with(of)), quiet=True)


def _made_with(of: Overview) -> Iterator[str]:
    packs = {f"{one.about.pack} {one.about.version}" for one in of.ranked}
    yield say("Made with Hustings {version} and {packs}.", version=__version__, packs=listed(sorted(packs)))
    if not of.named:
        yield say("Campaigns are named by the beginning of their key; only who has the portfolio's key file can tell.")
    if of.left_out:
        yield several(
            of.left_out,
            "{n} assessment is left out: its pack cannot be read, or nothing of it applies.",
            "{n} assessments are left out: their packs cannot be read, or nothing of them applies.",
        )
