"""A day as somebody types it, read back at each key."""

from __future__ import annotations

from datetime import date

import pytest

from hustings.interview.typed_day import DayReading, day_reader, distance, read_day

ON = date(2026, 11, 30)
JANUARY = date(2027, 1, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28 jan", JANUARY), ("January 28", JANUARY), ("1/28", JANUARY), ("28/1", JANUARY), ("28 jan 27", JANUARY),
        ("2027-01-28", JANUARY), ("28 de enero", JANUARY), ("in 59 days", JANUARY), ("59 d", JANUARY),
        ("today", ON), ("tomorrow", date(2026, 12, 1)), ("30 nov", ON), ("29 nov", date(2027, 11, 29)),
        ("29 feb", date(2028, 2, 29)), ("3/4", date(2027, 3, 4)),
    ],
)  # fmt: skip
def test_every_form_is_read_and_no_year_means_the_next(text: str, day: date) -> None:
    assert DayReading(day) == read_day(text, "month_first", ON)


@pytest.mark.parametrize("text", ["", " ", "2", "28", "28 j", "in 6", "1/", "2027-01", "jan", "jan 2"])
def test_what_may_become_a_date_is_no_mistake_yet(text: str) -> None:
    assert DayReading() in (read_day(text, "month_first", ON), DayReading(None, ""))
    assert read_day(text, "month_first", ON).problem == ""


def test_what_is_no_date_is_told() -> None:
    assert (
        "“99 feb” is not a date. Write it like 3 November 2026 or 2026-11-03." == read_day("99 feb", None, ON).problem
    )
    assert "" != day_reader(None, ON)("one two three").problem


def test_a_month_that_is_shorter_is_told() -> None:
    texts = ("31 feb", "feb 31", "31 feb 2028", "2/31", "31 s", "31 mar 2027")
    assert ["February 2027 has 28 days."] * 2 + [
        "February 2028 has 29 days.",
        "February 2027 has 28 days.",
        "",
        "",
    ] == [read_day(text, "month_first", ON).problem for text in texts]


def test_a_day_is_told_with_its_distance() -> None:
    assert ("Thursday, 28 January 2027", "59 days away") == DayReading(JANUARY).words(ON)
    assert ("Thursday, 28 January 2027", "") == DayReading(JANUARY).words(None)
    assert ("", "") == DayReading().words(ON)
    assert ["today", "1 day ago", "1 day away"] == [
        distance(date(2026, 11, 30 + n) if n < 1 else date(2026, 12, 1), ON) for n in (0, -1, 1)
    ]
