"""Answers of an older edition against today's pack."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.fitting import fitting
from hustings.scoring.score import score
from scoring_support import e1, mini
from small_packs_support import DONT_KNOW, NA, said


@pytest.mark.parametrize(
    ("question", "answer", "fits"),
    [
        ("p_c1", said("partly"), True),
        ("p_c1", said("bit"), False),
        ("p_c1", said(Fraction(1)), False),
        ("p_x1", said(Fraction(1, 2)), True),
        ("p_x1", said(Fraction(2)), False),
        ("p_x1", said("1"), False),
        ("p_x1", said(date(2027, 1, 1)), False),
        ("p_c1", Answer(State.ANSWERED), False),
        ("p_c1", DONT_KNOW, True),
        ("f_c2", NA, True),
        ("f_c1", NA, False),
        ("p_c1", Answer(State.UNRESOLVED, votes=("none", "fully")), True),
        ("p_c1", Answer(State.UNRESOLVED, votes=("none", "bit")), False),
        ("p_c1", Answer(State.UNRESOLVED), False),
        ("gone", said("partly"), False),
    ],
)
def test_an_answer_fits_as_it_stands_or_is_named(question: str, answer: Answer, fits: bool) -> None:
    kept, dropped = fitting(mini(), {question: answer})
    assert ({question: answer}, ()) == (dict(kept), dropped) if fits else ({}, (question,)) == (dict(kept), dropped)


def test_what_does_not_fit_counts_as_not_answered() -> None:
    kept, dropped = fitting(mini(), {**e1(), "p_c1": said("bit"), "gone": said("x")})
    assert ("p_c1", "gone") == dropped
    without = {name: answer for name, answer in e1().items() if name != "p_c1"}
    assert score(mini(), without).index == score(mini(), kept).index
