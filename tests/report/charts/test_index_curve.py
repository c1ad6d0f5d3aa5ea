"""The curve of the index: stairs from today's index to the last one, and a sentence that says the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.report.charts.index_curve import LEFT, best_stairs, climb, climb_says, lowest, stairs, start_index
from hustings.report.charts.primitives.day_axis import BALLOTS
from hustings.report.charts.primitives.drawing import Drawing
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.plan.steps import CurvePoint, Plan
from hustings.scoring.result import Result
from support.plans import clock
from support.small_packs import DONT_KNOW
from support.small_plans import planned


def test_the_stairs_rise_at_each_finish() -> None:
    result, plan = planned()
    assert [point.day for point in plan.curve] == sorted({step.finish for step in plan.of_kind("fix", "more")})
    steps = stairs(result, plan).removeprefix("M").split("H")
    assert len(plan.curve) + 2 == len(steps)
    assert f"{LEFT + BALLOTS:g}" == steps[-1]
    heights = [float(step.split("V")[-1].split()[-1]) for step in steps[:-1]]
    assert heights == sorted(heights, reverse=True)  # up is a smaller y
    assert stairs(result, plan) in [shape.path for shape in drawn(result, plan).shapes]


def test_the_marks_say_the_index_and_the_bands_their_names() -> None:
    result, plan = planned()
    texts = [word.text for word in drawn(result, plan).words]
    assert {"58", "100", "40", "60", "80", "Guarded", "Ready", "All done by 29 Jan"} <= set(texts)
    assert "Unprepared" not in texts  # below the foot of the chart
    assert 40 == lowest(result, plan)


def drawn(result: Result, plan: Plan) -> Drawing:
    found = climb(result, plan)
    assert found is not None
    return found


def test_the_sentence_says_what_the_picture_shows() -> None:
    result, plan = planned()
    assert (
        "Today: 58.3 of 100, Exposed. Reached: Guarded today and Ready today. "
        "With every step done, on 30 December 2026: 100.0, Ready."
    ) == climb_says(result, plan)
    assert climb_says(result, plan) == drawn(result, plan).alt


def test_a_dashed_line_shows_where_it_ends_if_what_is_open_turns_out_well() -> None:
    result, plan = planned(d=DONT_KNOW)
    (dashed,) = (shape for shape in drawn(result, plan).shapes if shape.dash)
    assert best_stairs(result, plan) == dashed.path
    assert climb_says(result, plan).endswith(
        "If what is not known turns out well: 70.8 today, 100.0 in the end, Ready."
    )
    label = next(
        word
        for word in drawn(result, replace(plan, at_best=high(70, 80))).words
        if word.text == "80" and word.size == "12"
    )
    assert ("400", "end") == (label.weight, label.anchor)


def high(*indexes: int) -> tuple[CurvePoint, ...]:
    return tuple(CurvePoint(day, F(index)) for day, index in enumerate(indexes))


def test_without_an_open_answer_no_line_is_dashed() -> None:
    result, plan = planned()
    assert ("", []) == (
        best_stairs(result, plan),
        [shape for shape in drawn(result, plan).shapes if shape.dash and shape.path],
    )


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
    assert "All done by day 60" in [word.text for word in drawn(result, undated).words]
    assert drawn(result, undated).alt.endswith("With every step done, in 3 days: 100.0, Ready.")
