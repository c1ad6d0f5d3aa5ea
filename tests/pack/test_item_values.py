"""What answers are worth: choices, checklists, the worst one ticked, and lines between points."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.item_values import Checklist, OptionValues, Points, WorstOf
from hustings.pack.loader import read_texts
from support.pack import BASE

WORST = WorstOf((("doors", F(1, 5)), ("texts", F(1)), ("calls", F(3, 5))))
RULES = Checklist((("names", F(1)), ("phones", F(2)), ("homes", F(1, 2))))
BENT = Points(((F(1), F(0)), (F(3), F(1, 2)), (F(10), F(1))))


def test_a_choice_is_worth_what_the_rubric_says() -> None:
    assert F(3, 10) == OptionValues((("none", F(0)), ("partly", F(3, 10)))).of("partly")


@pytest.mark.parametrize(
    ("ticked", "worth"),
    [
        ((), F(0)),
        (("names",), F(2, 7)),
        (("phones", "homes"), F(5, 7)),
        (("homes", "names", "phones"), F(1)),
        (("nothing",), F(0)),
    ],
)
def test_a_checklist_is_worth_the_share_of_weight_ticked(ticked: tuple[str, ...], worth: F) -> None:
    assert worth == RULES.of(ticked)


@pytest.mark.parametrize(
    ("ticked", "worth"),
    [((), F(0)), (("doors",), F(1, 5)), (("calls", "doors"), F(3, 5)), (("doors", "texts"), F(1)), (("other",), F(0))],
)
def test_the_worst_one_ticked_counts(ticked: tuple[str, ...], worth: F) -> None:
    assert worth == WORST.of(ticked)


@pytest.mark.parametrize(
    ("number", "worth"),
    [
        (F(-5), F(0)),
        (F(1), F(0)),
        (F(2), F(1, 4)),
        (F(3), F(1, 2)),
        (F(13, 2), F(3, 4)),
        (F(10), F(1)),
        (F(99), F(1)),
    ],
)
def test_between_points_run_straight_lines(number: F, worth: F) -> None:
    assert worth == BENT.of(number)


@given(st.fractions(-20, 20), st.fractions(-20, 20))
def test_a_line_that_rises_never_falls(one: F, other: F) -> None:
    low, high = sorted((one, other))
    assert 0 <= BENT.of(low) <= BENT.of(high) <= 1


@given(st.sets(st.sampled_from(["names", "phones", "homes"])), st.sampled_from(["names", "phones", "homes"]))
def test_one_more_tick_is_never_worth_less(ticked: set[str], one: str) -> None:
    assert RULES.of(tuple(ticked)) <= RULES.of((*ticked, one)) <= 1


@pytest.mark.parametrize(
    ("question", "choice", "rank"),
    [
        ("plan", "partly", F(3, 10)),
        ("audio", "much", F(1)),
        ("region", "us", F(0)),
        ("region", "uk", F(1)),
        ("channels", "texts", F(1)),
        ("rules", "phones", F(1)),
    ],
)
def test_a_choice_ranks_by_its_value_or_else_by_its_position(question: str, choice: str, rank: F) -> None:
    assert rank == read_texts(BASE).rank(question, choice)
