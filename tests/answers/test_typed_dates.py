"""Dates as people write them, by the place of the election, and what is asked about instead of guessed."""

from __future__ import annotations

from datetime import date

import pytest

from hustings.answers.accept import Refusal, day_of
from hustings.answers.events import Answer, State
from hustings.answers.typed_dates import date_order, readings, wrong_weekday
from hustings.messages import speaking, spelled_date
from hustings.pack.rules import DateOrder
from hustings.pack.translation.ui_language import read_words
from support.campaign_ai import pack

DAY = date(2027, 1, 28)
ALWAYS = (
    "2027-01-28", "2027-1-28", "20270128", "2027/01/28", "28 Jan 2027", "Jan 28, 2027", "28 January 2027",
    "January 28th, 2027", "the 28th of January 2027", "28-Jan-2027", "28 jan. 27", "28 enero 2027",
    "28 de enero de 2027", "28 de ene. de 2027", "Thursday, 28 January 2027", "jueves, 28 de enero de 2027",
    "1/28/27", "28/1/27", "28.1.2027", "28. 1. 2027", "1-28-2027", " 28 JAN 2027 ",
)  # fmt: skip


@pytest.mark.parametrize("order", [None, "day_first", "month_first"])
@pytest.mark.parametrize("text", ALWAYS)
def test_what_can_mean_one_day_only_is_that_day_everywhere(text: str, order: DateOrder | None) -> None:
    assert DAY == day_of(text, order)


@pytest.mark.parametrize("text", ["3/4/27", "3.4.2027", "03-04-2027"])
def test_the_place_says_which_comes_first_and_without_one_it_is_asked(text: str) -> None:
    assert date(2027, 4, 3) == day_of(text, "day_first")
    assert date(2027, 3, 4) == day_of(text, "month_first")
    asked = Refusal(f"“{text}” can be 3 April 2027 or 4 March 2027.", "Write the month as a word.")
    assert asked == day_of(text)


def test_a_weekday_settles_it_and_a_wrong_one_is_told() -> None:
    assert date(2027, 3, 4) == day_of("Thu 3/4/27")
    hint = "Look at the date again, or leave the day of the week out."
    assert Refusal("“Mon 28 Jan 2027” is a Thursday.", hint) == day_of("Mon 28 Jan 2027")


@pytest.mark.parametrize(
    "text",
    ["28 Jan", "Jan 2027", "1/28", "2027", "30 Feb 2027", "2/30/27", "28 Janx 2027", "0/1/27", "1 28 2027", "1/2/3",
     "٢٨/١/٢٠٢٧", "28 Mon 2027", "1/28-27", "99999-01-28", "28 Ma 2027", "x" * 5000],
)  # fmt: skip
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    assert Refusal(f"“{shown}” is not a date.", "Write it like 3 November 2026 or 2026-11-03.") == day_of(text)


@pytest.mark.parametrize(
    ("place", "order"), [("us", "month_first"), ("uk", "day_first"), ("eu", "day_first"), ("elsewhere", None)]
)
def test_the_order_comes_from_where_the_election_is(place: str, order: DateOrder | None) -> None:
    assert order == date_order(pack(), {"jurisdiction": Answer(State.ANSWERED, place)})


def test_without_a_place_no_order_is_known() -> None:
    assert date_order(pack(), {}) is None


def test_every_day_that_is_read_back_can_be_typed_as_it_was_read() -> None:
    for month in range(1, 13):
        day = date(2028, month, 29)
        assert day == day_of(spelled_date(day))
        with speaking(read_words("es")):
            assert day == day_of(spelled_date(day))
        assert day == day_of(day.strftime("%d %b %y"), "month_first")


def test_a_day_is_read_back_with_its_weekday() -> None:
    assert "Thursday, 28 January 2027" == spelled_date(DAY)
    with speaking(read_words("es")):
        assert "jueves, 28 de enero de 2027" == spelled_date(DAY)


# --- the forms, one by one -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3/4/27", ["2027-04-03", "2027-03-04"]),
        ("3/3/27", ["2027-03-03"]),
        ("13/4/2027", ["2027-04-13"]),
        ("4/13/2027", ["2027-04-13"]),
        ("2027.1.2", ["2027-01-02"]),
        ("2027 jan 2", ["2027-01-02"]),
        ("2 sept 27", ["2027-09-02"]),
        ("2 sep. 27", ["2027-09-02"]),
        ("2 agosto 2027", ["2027-08-02"]),
        ("Jan 2 '27", ["2027-01-02"]),
        ("Jan 2 ’27", ["2027-01-02"]),
        ("the 2nd of March, 2027", ["2027-03-02"]),
        ("1º de marzo de 2027", ["2027-03-01"]),
        ("el 1 de marzo del 2027", ["2027-03-01"]),
        ("mié 3/4/27", ["2027-04-03", "2027-03-04"]),
        ("Wed 3/3/27", ["2027-03-03"]),
        ("Sat 3/4/27", ["2027-04-03"]),
        ("Mon 3/4/27", ["2027-04-03", "2027-03-04"]),
        ("31/4/2027", []),
        ("2 27 Jan", []),
        ("2 Jan 127", []),
        ("102 Jan 2027", []),
        ("1/2/127", []),
        ("102/1/27", []),
        ("1/102/27", []),
        ("2027012", []),
        ("202701281", []),
        ("1 Ja 2027", []),
        ("1 Ju 2027", []),
        ("1 Jan Feb", []),
        ("Jan Feb 2027", []),
        ("28 Jan 2027 at noon", []),
        ("3/4-27", []),
        ("3/ 4/ 27", ["2027-04-03", "2027-03-04"]),
        ("3 / 4 / 27", []),
    ],
)
def test_every_reading_of_a_text(text: str, days: list[str]) -> None:
    assert days == [day.isoformat() for day in readings(text)]


def test_of_two_readings_the_order_of_the_place_takes_one_and_of_one_none() -> None:
    assert (date(2027, 4, 3),) == readings("3/4/27", "day_first")
    assert (date(2027, 3, 4),) == readings("3/4/27", "month_first")
    assert (date(2027, 4, 13),) == readings("13/4/27", "month_first")


def test_a_text_of_sixty_characters_is_still_read() -> None:
    assert (DAY,) == readings("28 Jan" + " " * 50 + "2027")
    assert () == readings("28 Jan" + " " * 51 + "2027")


def test_a_weekday_is_looked_at_only_before_a_whole_date() -> None:
    assert [True, False, False, False] == [
        wrong_weekday(text, DAY) for text in ("Mon 28 Jan 2027", "Thu 28 Jan 2027", "28 Jan 2027", "jueves 28 1 2027")
    ]
    assert wrong_weekday("martes, 28 de enero de 2027", DAY)
