"""The plan as lines for a terminal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.plan.phrasing.plan_lines import most_steps, plan_lines, step_lines
from hustings.scoring.plan.steps import Plan
from hustings.scoring.score import score
from support.plans import clock, planned
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW

LATEST = "Start at the latest: 9 January 2027."


def lines(plan: Plan, *, whole: bool = False) -> list[str]:
    return list(plan_lines(mini(), plan, whole=whole))


def many(count: int) -> Plan:
    """A plan that has, after two steps for the band, so many more."""
    plan = planned(mini(), e1(p_c1="0.3"))
    first, more = plan.steps[:2], plan.steps[2]
    others = tuple(replace(more, number=number, after=()) for number in range(3, 3 + count))
    return replace(plan, steps=(*first, *others))


def test_a_stop_says_how_and_a_fix_what_it_brings() -> None:
    plan = planned(mini(), e1(p_c1="0.3"))
    assert ["  1. Today: Close it.", "     Campaign manager, 30 minutes.", "     Now."] == list(
        step_lines(mini(), plan, plan.steps[0])
    )
    assert [
        "  2. This week: P one to full.",
        "     Campaign manager, 48 hours.",
        f"     Work: today to 6 December 2026; then 15 days of waiting: 21 December 2026. {LATEST}",
        "     +30.8 points in this plan, 13.1 alone. Helps to close the deal-breaker “Privacy first”.",
    ] == list(step_lines(mini(), plan, plan.steps[1]))


def test_a_check_says_what_it_takes_either_way() -> None:
    plan = planned(mini(), e1(p_c1=DONT_KNOW))
    assert (
        "     Nobody knows yet. If it is in place: under a minute. If not: 48 hours. +33.3 points in this plan, 24.5 "
        "alone." == list(step_lines(mini(), plan, plan.steps[1]))[3]
    )


def test_a_find_out_lists_three_questions_and_counts_the_rest() -> None:
    plan = planned(mini(), {})
    some, every = (list(step_lines(mini(), plan, plan.steps[1], whole=whole)) for whole in (False, True))
    assert "     - and 7 more questions; `hustings questions` prints them." == some[-1]
    assert 10 == sum(line.startswith("     - ") for line in every)
    assert some[:6] == every[:6]


def test_the_time_of_a_question_is_said_if_it_is_a_minute_or_more() -> None:
    plan = planned(mini(), {})
    step = plan.steps[1]
    long = [replace(point, question=replace(point.question, minutes=F(2))) for point in step.points[:2]]
    said = list(step_lines(mini(), plan, replace(step, points=tuple(long))))
    assert [f"     - {point.question.text} (2 minutes)" for point in long] == said[-2:]


def test_a_long_plan_is_listed_whole_if_one_asks() -> None:
    assert [*range(1, 15)] == [step.number for step in most_steps(many(14))]
    more = "  2 more steps of the plan are not listed here; `--all` lists them."
    assert more in lines(many(14))
    assert more not in lines(many(14), whole=True)
    assert not any("--all" in line for line in lines(many(12)))


def test_bands_hours_and_what_is_left_end_the_plan() -> None:
    said = lines(planned(mini(), e1(), hours=F(10)))
    assert "1 more step (40 hours) is left out, so that the plan can be kept." in said
    several = lines(replace(planned(mini(), {}), reached=((mini().rubric.bands[-1], 3),)))
    assert "Ready is reached on 3 December 2026, at the latest." in several
    assert "Hours in all: 6 minutes. Campaign manager under a minute; Team 5 minutes." in several


def test_what_is_for_later_has_numbers_and_no_dates() -> None:
    said = lines(planned(mini(), e1(), 5))
    at = said.index("After election day")
    assert ["  2. F one to full.", "     Campaign manager, 40 hours."] == said[at + 1 : at + 3]


def test_after_the_election_nothing_is_late_and_no_hours_are_counted_on() -> None:
    over = replace(clock(0), until="over", days=None)
    said = lines(make_plan(score(mini(), e1()), over, PlanOptions()))
    assert "The election is over. What is left is for the next campaign." == said[0]
    assert not any("hours a week" in line or "Not in the plan" in line for line in said)
