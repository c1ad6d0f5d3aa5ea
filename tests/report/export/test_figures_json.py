"""A figure and an answer as machines read them: exact, and nothing of few votes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hustings.answers.events import Answer, State
from hustings.report.export.figures_json import answer, figure, value


def test_a_figure_is_exact_and_readable() -> None:
    assert figure(Fraction(229, 4)) == {"exact": "229/4", "decimal": 57.25}
    assert figure(Fraction(1, 3)) == {"exact": "1/3", "decimal": 0.333333}


def test_a_value_of_each_kind() -> None:
    assert ["a", "b"] == value(("a", "b"))
    assert {"exact": "4", "decimal": 4.0} == value(Fraction(4))
    assert "2026-10-13" == value(date(2026, 10, 13))
    assert "yes" == value("yes")


def test_two_votes_are_left_out_and_three_are_not() -> None:
    for votes, told in ((("a", "b"), []), (("a", "b", "b"), ["a", "b", "b"])):
        found = answer(Answer(State.UNRESOLVED, votes=votes, note="n"))
        assert (told, "unresolved", "n") == (found["votes"], found["state"], found["note"])
