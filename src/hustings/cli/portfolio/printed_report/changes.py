"""What has changed since the last time, in the campaigns that were assessed before."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.messages import listed, say, several
from hustings.portfolio.figures.overview import Overview
from hustings.portfolio.figures.standing import Standing
from hustings.portfolio.figures.trend import Trend
from hustings.report.document.phrases import counted
from hustings.report.formats.blocks import Block, Heading, Items, Text
from hustings.scoring.result import truncated

MOST = 5
"""How many of those that fell are named."""


def changes(of: Overview) -> Iterator[Block]:
    """The chapter; where no campaign has an assessment before, how to have one."""
    topic = say("Since last time")
    if of.trend is None:
        yield Heading(say("There is no assessment before to compare with"), topic=topic)
        yield Text(
            say(
                "Tables hold each campaign's latest assessment, unless they are built with --all; and a case begins "
                "its next one with: hustings follow-up"
            )
        )
        return
    found = of.trend
    yield Heading(_headline(found), topic=topic)
    yield Text(_moved(found))
    yield Text(_fallen(of, found))
    yield Items(tuple(_counted(found)))


def _headline(found: Trend) -> str:
    return counted(
        found.rose,
        "{n} of {all} campaigns with an earlier assessment has risen",
        "{n} of {all} campaigns with an earlier assessment have risen",
        all=found.campaigns,
    )


def _moved(found: Trend) -> str:
    found_by = ("low", found.change.low), ("middle", found.change.middle), ("high", found.change.high)
    ends = {name: _signed(points) for name, points in found_by}
    if not found.fell and not found.stayed:
        return say("Half of them changed by {low} to {high} points, the middle by {middle}.", **ends)
    return say(
        "{fell} fell and {stayed} stayed. Half of them changed by {low} to {high} points, the middle by {middle}.",
        fell=found.fell,
        stayed=found.stayed,
        **ends,
    )


def _fallen(of: Overview, found: Trend) -> str:
    """Those that fell most, by how much; nothing where none fell."""
    fell = sorted((points, one.about.campaign, one) for one in of.ranked if (points := _change(found, one)) < 0)
    if not fell:
        return ""
    named = [say("{campaign} ({points})", campaign=of.label(one), points=_signed(points)) for points, _, one in fell]
    return say("These fell most: {campaigns}.", campaigns=listed(named[:MOST]))


def _change(found: Trend, one: Standing) -> Fraction:
    return found.points.get(one.about.campaign, Fraction(0))


def _signed(points: Fraction) -> str:
    return ("+" if points > 0 else "") + truncated(points)


def _counted(found: Trend) -> Iterator[str]:
    yield several(
        found.mended, "{n} deal-breaker that failed no longer does.", "{n} deal-breakers that failed no longer do."
    )
    yield several(found.broken, "{n} deal-breaker fails that did not.", "{n} deal-breakers fail that did not.")
    yield several(found.closed, "{n} gap is closed.", "{n} gaps are closed.")
    yield several(found.opened, "{n} gap is new, or was not known.", "{n} gaps are new, or were not known.")
