"""The day on which a campaign is to be assessed again."""

from __future__ import annotations

from datetime import date, timedelta

FOLLOW_UP_DAYS = 30
"""Days after the last assessment."""


def follow_up_day(last: date, first_ballots: date | None) -> date:
    """Thirty days after the last assessment; halfway to the first ballots, if these come sooner than twice that."""
    days = FOLLOW_UP_DAYS
    if first_ballots is not None and first_ballots > last:
        days = min(days, (first_ballots - last).days // 2)
    return last + timedelta(days=days)
