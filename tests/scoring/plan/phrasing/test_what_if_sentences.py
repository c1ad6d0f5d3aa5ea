"""A what-if as it is read out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.phrasing.what_if_sentences import signed, standing, what_if_lines
from hustings.scoring.plan.what_if import WhatIf, what_if
from hustings.scoring.score import score
from support.scoring import e1, given, mini
from support.small_packs import DONT_KNOW, action, answers, control, exposure, made


def compared(before: Mapping[str, Answer], **changes: str | Answer) -> WhatIf:
    result = score(mini(), before)
    plan = make_plan(result, clock(mini(), before, date(2027, 2, 1)))
    return what_if(result, given(mini(), **changes), plan)


def test_lines_of_a_what_if() -> None:
    found = compared(e1(), f_c1="0.7", f_c2="1")
    lines = list(what_if_lines(found))
    assert [
        "If it were so:",
        "  F control one Largely in place (now: Partly in place) Alone: +8.",
        "  F control two Fully in place (now: Largely in place) Alone: +7.2.",
        "",
        "Before: 60.6 out of 100, Guarded.",
        "After: 70.8 out of 100, Guarded.",
        "Difference: +10.2.",
        "",
    ] == lines[:8]
    assert "Nothing is saved: the case stays as it is." == lines[-1]


def test_of_a_single_answer_the_difference_says_what_it_brings() -> None:
    assert "  F control one Largely in place (now: Partly in place)" in what_if_lines(compared(e1(), f_c1="0.7"))


def test_an_answer_that_stands_already_says_so() -> None:
    lines = list(what_if_lines(compared(e1(), f_c2="0.7")))
    expected = "  F control two Largely in place That is the answer already, so it changes nothing."
    assert expected == lines[1]
    assert "(now: " not in " ".join(lines)


def test_only_the_interval_is_said_while_too_little_is_known() -> None:
    found = compared(e1(p_c1=DONT_KNOW, p_c2=DONT_KNOW, g_x1=DONT_KNOW), p_c1="0.7")
    assert found.before.provisional
    assert standing(found.before).startswith("between ")
    assert not [line for line in what_if_lines(found) if line.startswith("Difference")]


@pytest.mark.parametrize(("points", "expected"), [("6.25", "+6.2"), ("-3", "−3"), ("0.09", "0"), ("-0.01", "0")])
def test_points_have_their_sign(points: str, expected: str) -> None:
    assert expected == signed(F(points))


def test_an_interval_stands_beside_the_index_where_it_is_one() -> None:
    found = compared(e1(p_c3=DONT_KNOW), f_c1="0.7")
    assert not found.before.provisional
    assert "58.7 out of 100, Exposed (between 58.7 and 65.0)." == standing(found.before)


def test_steps_that_go_and_come_are_listed() -> None:
    actions = [action("do_a", {"a": "fully"}), action("do_b", {"b": "fully"})]
    pack = made(exposure(), control("a"), control("b"), actions=actions)
    now = clock(pack, {}, date(2027, 2, 1))
    for before, after, word, gone in (
        ({"a": "none", "b": "fully"}, {"a": "fully"}, "No longer in it:", "do_a"),
        ({"a": "fully", "b": "fully"}, {"b": "none"}, "New in it:", "do_b"),
    ):
        result = score(pack, answers(x="much", **before))
        lines = list(what_if_lines(what_if(result, answers(**after), make_plan(result, now))))
        assert word in lines
        assert gone in lines[lines.index(word) + 1]
