"""The curve of the index: stairs from today's index to the last one, and a sentence that says the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from hustings.report.charts.climb import BOTTOM, LEFT, RIGHT, TOP, climb, climb_says, start_index
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.plan.steps import CurvePoint, Plan
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.plans import clock
from support.small_packs import DONT_KNOW, action, answers, control, exposure, made

PACK = made(
    exposure(),
    *map(control, "abcd"),
    actions=[action("a", {"a": "fully"}), action("b", {"b": "fully"}, lead_days=30), action("c", {"c": "fully"})],
)


def planned(**changes: object) -> tuple[Result, Plan]:
    given = answers(**{"x": "little", "a": "none", "b": "none", "c": "largely", "d": "largely", **changes})  # type: ignore[arg-type]
    result = score(PACK, given)
    return result, make_plan(result, clock(60))


def test_the_stairs_rise_at_each_finish() -> None:
    result, plan = planned()
    drawn = climb(result, plan)
    assert drawn is not None
    assert [point.day for point in plan.curve] == sorted({step.finish for step in plan.of_kind("fix", "more")})
    steps = drawn.path.removeprefix("M").split("H")
    assert len(plan.curve) + 2 == len(steps)
    first, last = drawn.marks
    assert (f"{float(LEFT):g}", f"{float(RIGHT):g}") == (first.x, last.x)
    assert float(first.y) > float(last.y)  # up is a smaller y
    assert ("58.3", result.pack.rubric.bands[-1].title) == (first.label, drawn.bands[-1].title)


def test_bands_fill_the_height_and_those_on_the_way_are_marked() -> None:
    result, plan = planned()
    drawn = climb(result, plan)
    assert drawn is not None
    assert float(BOTTOM - TOP) == pytest.approx(sum(float(band.height) for band in drawn.bands))
    assert [False, True, True, True] == [band.here for band in drawn.bands]


def test_the_sentence_says_what_the_picture_shows() -> None:
    result, plan = planned()
    assert (
        "Today: 58.3 of 100, Exposed. Reached: Guarded today and Ready today. "
        "With every step done, on 30 December 2026: 100.0, Ready."
    ) == climb_says(result, plan)
    drawn = climb(result, plan)
    assert drawn is not None
    assert climb_says(result, plan) == drawn.alt


def test_what_is_found_out_may_move_it() -> None:
    more = "What is found out may move it further; what nobody knows counts as missing until then."
    result, plan = planned(d=DONT_KNOW)
    assert plan.of_kind("find_out")
    assert climb_says(result, replace(plan, curve=(CurvePoint(3, F(80)),))).endswith(more)


def test_without_a_curve_there_is_no_chart() -> None:
    result, plan = planned()
    still = replace(plan, curve=())
    assert (None, "") == (climb(result, still), climb_says(result, still))


def test_a_robust_plan_starts_at_the_worst() -> None:
    result, plan = planned(d=DONT_KNOW)
    robust = make_plan(result, clock(60), PlanOptions(robust=True))
    assert (result.index.pt, result.index.lo) == (start_index(result, plan), start_index(result, robust))


def test_without_a_date_days_are_counted() -> None:
    result, plan = planned()
    undated = replace(plan, on=None, curve=(CurvePoint(3, F(80)),), reached=())
    drawn = climb(result, undated)
    assert drawn is not None
    assert ("Today", "in 60 days") == (drawn.from_label, drawn.to_label)
