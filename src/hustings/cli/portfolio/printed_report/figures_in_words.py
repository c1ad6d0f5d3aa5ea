"""Figures of many campaigns as words: shares, hours, indexes, days."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from hustings.messages import say, several, with_thousands
from hustings.portfolio.figures.standing import Standing
from hustings.scoring.result import Bounds, truncated, whole

FEW = 5
"""How many campaigns leave room for the next chapter on a page."""


def percent(share: Fraction) -> str:
    """A share from 0 to 1 in whole percent, cut off: more would say more than so many campaigns can."""
    return f"{truncated(100 * share, 0)} %"


def hours(length: Fraction) -> str:
    """Hours of work, in whole hours and rounded up; 0 h only for nothing."""
    return say("{n} h", n=with_thousands(ceil(length)))


def index(bounds: Bounds) -> str:
    """An index in whole points, or its ends while they differ."""
    if bounds.lo == bounds.hi:
        return truncated(bounds.lo, 0)
    low, high = whole(bounds.lo, bounds.hi)
    return say("{low} to {high}", low=low, high=high)


def of_all(part: int, count: int) -> str:
    """How many of how many, with the share."""
    share = truncated(Fraction(100 * part, max(count, 1)), 0)
    return say("{n} of {count} ({share} %)", n=with_thousands(part), count=with_thousands(count), share=share)


def days(one: Standing) -> str:
    """How far a campaign's ballots are."""
    if one.work is None or one.work.until == "unknown":
        return say("no date")
    if one.work.until == "over":
        return say("over")
    if one.work.until == "election":
        return say("under way")
    return several(one.work.days or 0, "{n} day", "{n} days")
