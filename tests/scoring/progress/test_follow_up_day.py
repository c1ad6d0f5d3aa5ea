"""The day of the follow-up: after thirty days, or halfway to the first ballots."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hustings.scoring.progress.follow_up_day import follow_up_day

LAST = date(2026, 11, 30)


@pytest.mark.parametrize(("to_ballots", "days"), [(None, 30), (60, 30), (59, 29), (40, 20), (1, 0), (0, 30), (-1, 30)])
def test_the_day_is_thirty_days_on_or_halfway_to_the_first_ballots(to_ballots: int | None, days: int) -> None:
    ballots = None if to_ballots is None else LAST + timedelta(days=to_ballots)
    assert LAST + timedelta(days=days) == follow_up_day(LAST, ballots)
