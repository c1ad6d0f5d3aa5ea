"""What is chosen, then what is left of the hours: grave findings, the gain for the hours, and what is too late."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from hustings.scoring.plan.placed_steps import placed_steps
from hustings.scoring.plan.steps import Outcome
from support.plans import situation
from support.small_packs import DONT_KNOW, action, answers

SMALL = [
    action(f"do_{name}", {name: "fully"}, hours=hours) for name, hours in zip("abcd", ("4", "1", "2", "3"), strict=True)
]


def keys(outcome: Outcome, *, hours: F | None = None, x: str = "much") -> list[tuple[str, str]]:
    found = placed_steps(situation(*SMALL, hours=hours, given=answers(x=x)), frozenset(), outcome)
    return [(step.kind, step.key) for step in found.steps]


def test_the_rest_comes_by_gain_for_the_hours() -> None:
    assert ["do_b", "do_c", "do_d", "do_a"] == [key for _, key in keys("reached")]


def test_as_far_as_the_hours_go() -> None:
    assert ["do_b", "do_c"] == [key for _, key in keys("reached", hours=F(2))]


def test_what_closes_gates_is_a_fix_on_the_way_to_a_band_and_more_without_one() -> None:
    for outcome, kind in (("reached", "fix"), ("provisional", "more"), ("top_band", "more")):
        found = placed_steps(situation(*SMALL), frozenset(["do_a"]), outcome)  # type: ignore[arg-type]
        assert kind == next(step.kind for step in found.steps if step.key == "do_a")


@pytest.mark.parametrize(("x", "expected"), [("much", 4), ("little", 0)])
def test_where_the_named_band_is_reached_only_grave_findings_are_closed(x: str, expected: int) -> None:
    assert expected == len(keys("named_is_reached", x=x))


def test_the_others_are_found_out_before_more() -> None:
    found = placed_steps(situation(*SMALL[:3], given={"d": DONT_KNOW}), frozenset(["do_a"]), "reached")
    by_day = ["do_a", "find_out:team:rest", "do_b", "do_c"]
    assert by_day == [step.key for step in found.steps]


def test_a_finding_that_nothing_closes_in_time_is_told_with_its_reason() -> None:
    slow = action("slow", {"a": "fully"}, lead_days=40)
    given = replace(situation(slow, SMALL[1], hours=F(1, 4)), last=13)
    given = replace(given, fitting={name: one for name, one in given.pool.items() if one.finish <= 13})
    late = placed_steps(given, frozenset(), "provisional")
    assert {"a": "too_late", "b": "no_hours", "c": "no_action", "d": "no_action"} == {
        one.finding.item.question: one.reason for one in late.unplanned
    }
    assert ["slow"] == [step.key for step in late.later]
    assert ((), 2) == (late.steps, late.left_out.steps)  # neither the fallback nor do_b fits into half an hour
