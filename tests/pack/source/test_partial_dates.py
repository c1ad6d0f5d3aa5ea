"""Days of which only the month or the year is known: read, and told as far as they are known."""

from __future__ import annotations

from hustings.pack.source.partial_dates import stretch, stretch_words


def test_how_far_a_date_is_known_is_how_it_is_told() -> None:
    told = [stretch_words(days) for days in map(stretch, ("2026-04-09", "2026-04", "2026")) if days is not None]
    assert ["9 April 2026", "April 2026", "2026"] == told
