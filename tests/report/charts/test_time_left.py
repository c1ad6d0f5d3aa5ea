"""The time that is left, in days and weeks; labels keep clear of each other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from hustings.report.charts.time_left import clock

ON, BALLOTS, ELECTION = date(2027, 2, 2), date(2027, 3, 8), date(2027, 4, 6)


def test_days_to_prepare_and_days_of_voting() -> None:
    chart = clock(ON, BALLOTS, ELECTION)
    assert chart is not None
    texts = [each.text for each in chart.words]
    assert ["34 days to prepare", "29 days of voting"] == texts[:2]
    assert ["Today, 2 Feb", "First ballots, 8 Mar", "Election day, 6 Apr"] == texts[2:]
    assert (
        "34 days from today, 2 Feb, to the first ballots on 8 Mar. 29 more days to election day on 6 Apr." == chart.alt
    )
    solid = chart.shapes[0]
    assert ("accent", "M1 15h274.2v9h-274.2z") == (solid.fill, solid.path)


def test_without_election_day_it_ends_with_the_ballots() -> None:
    chart = clock(ON, BALLOTS, None)
    assert chart is not None
    assert ["34 days to prepare", "Today, 2 Feb", "First ballots, 8 Mar"] == [each.text for each in chart.words]
    assert "34 days from today, 2 Feb, to the first ballots on 8 Mar." == chart.alt


def test_without_ballots_to_come_there_is_no_chart() -> None:
    assert [None, None, None] == [clock(ON, day, ELECTION) for day in (None, ON, date(2027, 1, 1))]


@pytest.mark.parametrize(("ballots", "election"), [(1, 2), (1, 300), (299, 300), (20, 21), (900, 1000)])
def test_no_label_covers_another(ballots: int, election: int) -> None:
    chart = clock(ON, ON + timedelta(ballots), ON + timedelta(election))
    assert chart is not None
    for y in ("10", "39"):
        spans = sorted(each.span for each in chart.words if each.y == y)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
        assert all(0 <= start and end <= 510.1 for start, end in spans)
