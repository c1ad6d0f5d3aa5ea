"""Where we are and what was answered, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer, State, Value
from hustings.interview import navigation
from hustings.interview.pages.page_text import (
    answer_hint,
    answer_words,
    date_hint,
    evidence_text,
    grade_line,
    minutes_left,
    number_hint,
    position_texts,
    value_text,
)
from hustings.pack.questionnaire import Question
from support.interview import town


@pytest.mark.parametrize(
    ("left", "most", "said"),
    [
        (0, 0, "about a minute left"),
        (1, 1, "about a minute left"),
        (1, 2, "about 1 minute left (up to 2)"),
        (5, 5, "about 5 minutes left"),
        (5, 9, "about 5 minutes left (up to 9)"),
    ],
)
def test_how_long_it_still_takes(left: int, most: int, said: str) -> None:
    assert said == minutes_left(left, most)


def test_the_place_is_said_in_four_lengths_each_shorter_than_the_one_before() -> None:
    said = position_texts(navigation.begin(town(), {}))
    assert said[0].startswith("About you · question 1 of 4 · about ")
    assert sorted(said, key=len, reverse=True) == list(said)
    assert said[3].startswith("1 of 4 · ")


@pytest.mark.parametrize(
    ("value", "typed"), [(F(5, 2), "2.5"), (date(2026, 11, 3), "2026-11-03"), (("a", "b"), "a, b"), ("fully", "fully")]
)
def test_a_value_is_shown_as_it_is_typed(value: Value, typed: str) -> None:
    assert typed == value_text(value)


def test_an_answer_inside_a_sentence() -> None:
    question = town().questions["response_plan"]
    said = (None, Answer(State.BLANK), Answer(State.DONT_KNOW), Answer(State.ANSWERED, "none"))
    assert ["not answered yet", "skipped", "we don't know", "Not in place"] == [
        answer_words(question, one).removesuffix(".") for one in said
    ]


def test_proof_is_its_grade_in_words_and_the_reference() -> None:
    assert grade_line(2).startswith("E2  ")
    assert grade_line(2)[4].isupper()
    shown = evidence_text(Answer(State.ANSWERED, "x", grade=2, reference="The wall"))
    assert "Records or a demonstration were seen: The wall" == shown
    assert "Said, not shown" == evidence_text(Answer(State.ANSWERED, "x"))


def test_dates_are_hinted_at_as_the_place_writes_them() -> None:
    assert "Such as 3 November 2026 or 2026-11-03." == date_hint(None)
    assert "Such as 3 November 2026, 11/3/26 or 2026-11-03." == date_hint("month_first")
    assert "Such as 3 November 2026, 3/11/26 or 2026-11-03." == date_hint("day_first")


@pytest.mark.parametrize(
    ("lowest", "highest", "unit", "said"),
    [
        (F(0), F(9), "days", "A number from 0 to 9, in days."),
        (F(0), None, "days", "A number, 0 or more, in days."),
        (None, F(9), "", "A number, 9 or less."),
        (None, None, "days", "A number, in days."),
        (None, None, "", "A number."),
    ],
)
def test_a_number_is_asked_for_with_its_range_and_unit(
    lowest: F | None, highest: F | None, unit: str, said: str
) -> None:
    question = Question("q", "number", "How many?", "all", lowest=lowest, highest=highest, unit=unit)
    assert said == number_hint(question) == answer_hint(question, None)


def test_each_kind_of_question_has_its_hint() -> None:
    question = town().questions["channels"]
    assert "Space ticks, Enter takes what is ticked." == answer_hint(question, None)
    assert "" == answer_hint(replace(question, type="select_one"), None)
    assert date_hint("day_first") == answer_hint(replace(question, type="date"), "day_first")
