"""Days of which only the month or the year is known: read, and told as far as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from hustings.pack.source.partial_dates import PartialDate, stretch, stretch_words


def test_how_far_a_date_is_known_is_how_it_is_told() -> None:
    told = [stretch_words(days) for days in map(stretch, ("2026-04-09", "2026-04", "2026")) if days is not None]
    assert ["9 April 2026", "April 2026", "2026"] == told


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-03", date(2026, 11, 3), date(2026, 11, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_stretch_of_days_keeps_both_ends_and_its_words(text: str, first: date, last: date) -> None:
    found = stretch(text)
    assert PartialDate(first, last) == found
    assert text == found.text


@pytest.mark.parametrize("text", ["", "26", "2026-13", "2026-02-30", "2026-1-1", "0000", "2026-11-03T10:00", "n.d."])
def test_what_is_no_date_is_none(text: str) -> None:
    assert None is stretch(text)
