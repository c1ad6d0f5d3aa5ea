"""An answer in words: one wording for the terminal, the room, the report and the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from hustings.answers.display import answer_in_words, campaign_name, read_back, worded_value
from hustings.answers.events import Answer, State, Value
from hustings.pack.questionnaire import Choice, Question
from support.small_packs import exposure, made

PLAN = Question("plan", "select_one", "A plan?", "fakes", (Choice("none", "None"), Choice("fully", "Written down")))
REACH = Question("reach", "number", "How many?", "fakes", unit="people")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "Not answered"),
        (Answer(State.BLANK), "Not answered"),
        (Answer(State.ANSWERED), "Not answered"),
        (Answer(State.ANSWERED, "fully"), "Written down"),
        (Answer(State.DONT_KNOW), "We don't know"),
        (Answer(State.NA, reason="no staff"), "Does not apply: no staff"),
        (Answer(State.NA), "Does not apply to us"),
        (Answer(State.UNRESOLVED, votes=("none", "fully")), "Not agreed"),
    ],
)
def test_each_state_has_one_wording(answer: Answer | None, words: str) -> None:
    assert words == answer_in_words(PLAN, answer, worded_value)


@pytest.mark.parametrize(
    ("value", "words", "repeated"),
    [
        ("gone", "gone", "gone"),
        (("none", "fully"), "None; Written down", "None; Written down"),
        ((), "None of these", "None of these"),
        (date(2026, 11, 3), "2026-11-03", "Tuesday, 3 November 2026"),
    ],
)
def test_a_value_in_words_and_repeated_to_whoever_gave_it(value: Value, words: str, repeated: str) -> None:
    said = Answer(State.ANSWERED, value)
    assert (words, repeated) == (answer_in_words(PLAN, said, worded_value), answer_in_words(PLAN, said, read_back))


def test_a_number_has_its_unit() -> None:
    assert "2.5 people" == answer_in_words(REACH, Answer(State.ANSWERED, Fraction("2.5")), worded_value)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"campaign_name": Answer(State.ANSWERED, "Rivera")}, "Rivera"),
        ({"campaign_name": Answer(State.DONT_KNOW)}, ""),
        ({}, ""),
    ],
)
def test_the_campaign_has_the_name_that_was_typed(said: dict[str, Answer], name: str) -> None:
    bare = made(exposure())
    assert name == campaign_name(replace(bare, questionnaire=replace(bare.questionnaire, name="campaign_name")), said)
