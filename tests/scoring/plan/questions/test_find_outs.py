"""Open points as steps: one for each role and urgency."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from hustings.scoring.plan.questions.find_outs import FindOut, find_outs, shortened, waits_for
from hustings.scoring.result import OpenPoint
from support.small_packs import DONT_KNOW, control, exposure, gate, made, scored


def pack() -> Pack:
    roles = {"a": {"role": "data"}, "b": {"role": "data"}, "c": {"role": "manager"}, "e": {"follows": Follows("b")}}
    return made(
        exposure(),
        *map(control, "abcde"),
        gates=[gate("g", "a >= partly")],
        **roles,  # type: ignore[arg-type]
    )


def points(**changes: object) -> tuple[OpenPoint, ...]:
    unknown = dict.fromkeys("abcde", DONT_KNOW)
    return scored(pack(), x="much", **{**unknown, **changes}).open_points  # type: ignore[arg-type]


def shown(found: tuple[FindOut, ...]) -> list[tuple[str, str, str]]:
    return [(one.urgency, one.owner, " ".join(point.question.id for point in one.points)) for one in found]


def test_what_decides_a_gate_comes_first_then_what_a_check_waits_for() -> None:
    assert [("gate", "data", "a"), ("rest", "data", "b"), ("rest", "manager", "c"), ("rest", "team", "d")] == shown(
        find_outs(points(), ())
    )
    assert [("gate", "data", "a"), ("check", "team", "d"), ("rest", "data", "b"), ("rest", "manager", "c")] == shown(
        find_outs(points(), {"d"})
    )


def test_a_question_is_waited_for_by_what_it_leaves_open() -> None:
    behind_b = next(point for point in points() if point.question.id == "b")
    assert waits_for(behind_b, {"e"})
    assert not waits_for(behind_b, {"d"})


def test_minutes_are_added_up() -> None:
    two = FindOut("data", "rest", points()[:2])
    assert F(1, 60) == two.hours
    assert "find_out:data:rest" == two.id
    assert "find_out:data:gates" == replace(two, urgency="gate").id


def test_a_group_is_cut_to_the_hours_but_keeps_what_is_waited_for() -> None:
    whole = FindOut("team", "rest", points())
    assert ["a", "b"] == [point.question.id for point in shortened(whole, F(1, 60), ()).points]
    assert ["a", "d"] == [point.question.id for point in shortened(whole, F(1, 120), {"d"}).points]
    assert () == shortened(whole, F(0), ()).points
