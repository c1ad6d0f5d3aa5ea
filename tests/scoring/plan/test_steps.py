"""What a plan tells about itself."""

from __future__ import annotations

from datetime import date
from fractions import Fraction as F

from hustings.scoring.score import score
from support.plans import planned
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, action, answers, control, exposure, made

PACK = made(
    exposure(),
    *map(control, "abcd"),
    actions=[action("do_a", {"a": "fully"}, hours="3/2"), action("do_b", {"b": "fully"}, owner="data", lead_days=9)],
)
SAID = answers(x="much", a="none", b="none", c="none", d=DONT_KNOW)
PLAN = planned(PACK, SAID)


def test_sums_are_sums_of_what_is_listed() -> None:
    assert sum((step.hours for step in PLAN.steps), F(0)) == PLAN.hours == sum(PLAN.hours_by_owner.values(), F(0))
    assert {"manager": F(3, 2), "data": F(1), "team": F(1, 120)} == dict(PLAN.hours_by_owner)


def test_the_hours_of_each_week_are_those_of_each_owner() -> None:
    plan = planned(mini(), e1())
    assert [{"manager": F(56)}, {"manager": F(24)}, {"manager": F(32)}] == [*plan.hours_by_week.values()]
    assert [0, 1, 2] == [*plan.hours_by_week]


def test_steps_are_found_by_action_by_question_and_by_kind() -> None:
    step = PLAN.for_action("do_a")
    assert step is not None
    assert (step,) == PLAN.for_question("a")
    assert PLAN.of_kind("find_out") == PLAN.for_question("d")
    assert (None, ()) == (PLAN.for_action("do_z"), PLAN.for_question("c"))
    assert len(PLAN.steps) == len(PLAN.of_kind("fix", "more", "find_out"))


def test_the_steps_that_answer_a_finding() -> None:
    found = {one.item.question: PLAN.for_finding(one) for one in score(PACK, SAID).findings}
    assert {"a": ["do_a"], "b": ["do_b"], "c": []} == {name: [step.key for step in found[name]] for name in "abc"}


def test_days_are_dates_from_today() -> None:
    assert (date(2026, 11, 30), date(2026, 12, 9)) == (PLAN.date_of(0), PLAN.date_of(9))
    later = PLAN.for_action("do_b")
    assert later is not None
    assert (True, True, 9) == (later.today, later.this_week, later.finish)
