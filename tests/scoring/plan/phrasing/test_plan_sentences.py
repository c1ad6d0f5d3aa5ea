"""The plan as a whole, in words: one sentence for each of its outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction as F

from hustings.cli.options import words_of
from hustings.messages import speaking
from hustings.scoring.plan.dates.team_capacity import TeamCapacity
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.plan.phrasing.plan_sentences import (
    capacity,
    deadline,
    headline,
    left_out,
    long_stops,
    not_exact,
    unplanned,
)
from hustings.scoring.plan.steps import LeftOut, Plan
from hustings.scoring.score import score
from support.plans import clock, planned
from support.rubrics import with_rubric
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW

BANDS = {band.id: band for band in mini().rubric.bands}
ALL = dict.fromkeys(("p_c1", "p_c2", "f_c1", "f_c2", "g_c1", "g_c2"), "1")


def plan(days: int | None = 60, options: Mapping[str, object] | None = None, **changes: object) -> Plan:
    return planned(mini(), e1(**changes), days, **(options or {}))  # type: ignore[arg-type]


def test_what_reaches_the_next_band() -> None:
    assert (
        "Do steps 1 to 4 by 19 December 2026: 72 hours of work. They lift the campaign to Ready by then."
        == headline(plan())
    )


def test_a_stop_is_one_of_the_things_to_do() -> None:
    assert (
        "Do steps 1 and 2 by 21 December 2026: 48.5 hours of work. They lift the campaign to Guarded by then."
        == headline(plan(p_c1="0.3"))
    )


def test_a_band_reached_before_the_last_step_and_steps_that_are_not_the_first() -> None:
    found = plan()
    assert found.target is not None
    earlier = replace(found, reached=((found.target, 18),))
    assert (
        "Do steps 1 to 4 by 19 December 2026: 72 hours of work. They lift the campaign to Ready on 18 December 2026."
    ) == headline(earlier)
    without = replace(found, steps=found.steps[1:])
    assert headline(without).startswith("Do steps 2 to 4 by")


def test_a_plan_from_the_worst_case() -> None:
    found = plan(120, {"robust": True}, g_c2=DONT_KNOW, f_c1=DONT_KNOW)
    assert (
        "Do steps 1 to 3 by 11 December 2026: up to 40 hours of work. They lift the campaign to Guarded by "
        "then. This holds in the worst case, whatever is not known turns out to be."
    ) == headline(found)


def test_a_band_that_counts_on_an_answer() -> None:
    """Nothing can raise p_c1, so the gate g1 stays open until somebody knows."""
    pack = with_rubric(mini(), actions=tuple(a for a in mini().rubric.actions if a.id != "a4"))
    found = planned(pack, e1(p_c1=DONT_KNOW))
    assert (
        "Do steps 1 to 5 by 20 December 2026: 72 hours of work. They lift the campaign to Guarded if the "
        "answer to step 1 is yes; until it is known, that caps the index."
    ) == headline(found)


def test_a_gate_that_nobody_is_asked_about_is_named_as_the_condition() -> None:
    pack = with_rubric(mini(), actions=tuple(a for a in mini().rubric.actions if a.id != "a4"))
    found = planned(pack, e1(p_c1=DONT_KNOW))
    unasked = replace(found, steps=tuple(step for step in found.steps if step.kind != "find_out"))
    assert headline(unasked).endswith(
        "if the deal-breaker “Privacy first”, of which nothing is known, turns out to be met."
    )


def test_a_band_out_of_reach_in_the_worst_case() -> None:
    found = plan(14, {"hours": F(10), "robust": True})
    assert headline(found).endswith("That is the worst case, in which all that is not known is missing.")
    assert "The highest index" not in headline(replace(found, best=None))


def test_a_band_out_of_reach() -> None:
    assert (
        "Ready cannot be reached by 14 December 2026 with 10 hours a week. The highest index within reach is 64.3 of "
        "100. Ready would take 33.6 hours a week. The plan has 1 step, 8 hours of work."
    ) == headline(plan(14, {"hours": F(10)}))
    assert (
        "Ready cannot be reached by 5 December 2026. The highest index within reach is 63.1 of 100. The plan has 1 "
        "step, 8 hours of work."
    ) == headline(plan(5))


def test_a_lower_band_where_the_one_asked_for_is_out_of_reach() -> None:
    found = plan(60, {"target": BANDS["ready"], "hours": F(8)}, p_c1="0.3")
    assert (
        "Ready cannot be reached by 29 January 2027 with 8 hours a week. Do steps 1 and 2 by 19 January 2027: 48.5 "
        "hours of work. They lift the campaign to Guarded by then. Ready would take 11.1 hours a week."
    ) == headline(found)


def test_when_more_hours_do_not_help_and_when_only_dates_are_in_the_way() -> None:
    found = plan(14, {"hours": F(10)})
    assert "More hours would not change that: there are too few days for it." in headline(
        replace(found, hours_needed=None)
    )
    assert "There are hours enough; the dates leave no room." in headline(replace(found, hours_needed=F(9)))


def test_while_too_little_is_known() -> None:
    assert "Too little is known to plan for a band. First find out what is open." == headline(planned(mini(), {}))


def test_the_highest_band() -> None:
    assert "The campaign is in the highest band, Ready. The plan has 1 step, 8 hours of work." == headline(
        planned(mini(), e1(**ALL))
    )


def test_a_band_that_is_reached_already() -> None:
    assert "Guarded is reached already. The plan has no steps." == headline(
        plan(60, {"hours": F(10), "target": BANDS["guarded"]})
    )


def test_after_the_election() -> None:
    over = replace(clock(0), until="over", days=None)
    found = make_plan(score(mini(), e1()), over, PlanOptions())
    assert "The election is over. What is left is for the next campaign." == headline(found)
    assert "" == deadline(found)
    stopping = make_plan(score(mini(), e1(p_c1="0.3")), over, PlanOptions())
    assert "The election is over. End today what must stop; what else is left is for the next campaign." == headline(
        stopping
    )


def test_whose_hours_the_plan_counts_on() -> None:
    found = plan()
    said = [
        capacity(replace(found, capacity=TeamCapacity(F(hours), None, source)))  # type: ignore[arg-type]
        for hours, source in (
            ("15", "answer"),
            ("15", "team"),
            ("6", "smallest_team"),
            ("7.5", "option"),
            ("1", "answer"),
        )
    ]
    assert [
        "The team has 15 hours a week for this, as you answered.",
        "The plan counts on 15 hours a week, our guess for a team of this size.",
        "The size of the team is not known, so the plan counts on 6 hours a week, our guess for the smallest.",
        "The plan counts on 7.5 hours a week, as you asked.",
        "The team has 1 hour a week for this, as you answered.",
    ] == said
    assert "The plan sets no limit to the hours." == capacity(found)


def test_until_when_the_plan_runs() -> None:
    assert "The plan runs until 29 January 2027." == deadline(plan())
    assert "No date is known, so the plan runs for 90 days, until 28 February 2027." == deadline(plan(None))
    assert "The plan runs until day 60 from today." == deadline(replace(plan(), on=None))


def test_stops_of_more_than_three_hours_are_said() -> None:
    found = plan(p_c1="0.3")
    stop = found.steps[0]
    assert "" == long_stops(found)
    assert "The stops of today take 3.25 hours together. They come before everything else." == long_stops(
        replace(found, steps=(replace(stop, hours=F(13, 4)),))
    )


def test_what_is_left_out_is_counted() -> None:
    found = plan()
    assert "" == left_out(found)
    assert (
        "2 more steps (48 hours) are left out, so that the plan can be kept. 1 more thing is not known and not asked "
        "for in this plan."
    ) == left_out(replace(found, left_out=LeftOut(2, F(48), 1)))


def test_grave_findings_outside_the_plan_are_named_with_the_reason() -> None:
    (one,) = plan(5).unplanned
    finding = replace(one.finding, says="Nobody answers.")
    said = [unplanned(replace(one, finding=finding, reason=why)) for why in ("no_action", "too_late", "no_hours")]
    assert [
        "Not in the plan: “Nobody answers.” The pack names no step that mends it.",
        "Not in the plan: “Nobody answers.” What mends it would come too late.",
        "Not in the plan: “Nobody answers.” There are not enough hours for it.",
    ] == said


def test_a_plan_that_may_not_be_the_best() -> None:
    assert "" == not_exact(plan())
    assert "Not every combination of steps was tried: a plan with fewer hours may exist." == not_exact(
        replace(plan(), exact=False)
    )


def test_in_spanish() -> None:
    found = plan()
    with speaking(words_of("es")):
        said = headline(found), deadline(found)
    assert (
        "Hagan los pasos 1 a 4 a más tardar el 19 de diciembre de 2026: 72 horas de trabajo. Para entonces llevan "
        "la campaña a Ready. El plan llega hasta el 29 de enero de 2027."
    ) == " ".join(said)
