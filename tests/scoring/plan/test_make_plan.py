"""The plan of a campaign: its properties (method.md 1.7), and each of its outcomes on a pack of one screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given

from hustings.answers.events import Answer, State
from hustings.pack.effort import Capacity, Deed
from hustings.pack.model import Distance, Pack
from hustings.problems import InputError
from hustings.scoring.incremental import raised
from hustings.scoring.plan.action_graph import action_graph
from hustings.scoring.plan.choice.candidates import candidates
from hustings.scoring.plan.dates.calendar import forbidden
from hustings.scoring.plan.make_plan import PlanOptions, fitting, make_plan
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.campaigns import completed, convincing
from support.plans import ON, Planning, clock, planned, plannings, started
from support.rubrics import with_rubric
from support.small_packs import DONT_KNOW, action, answers, control, exposure, gate, made


def plans(drawn: Planning) -> list[tuple[Result, Plan]]:
    try:
        result = score(drawn.pack, drawn.campaign.answers)
    except InputError:
        return []
    return [(result, make_plan(result, clock(days))) for days in {drawn.days, 60}]


# --- properties ------------------------------------------------------------------------------------------------


@given(plannings())
@convincing
def test_every_confirmed_stop_is_a_step_of_day_0_before_all_others(drawn: Planning) -> None:
    for result, plan in plans(drawn):
        count = len(hard_stops(result, ON))
        assert ["stop"] * count == [step.kind for step in plan.steps[:count]]
        assert [0] * count == [step.start for step in plan.steps[:count]]
        assert "stop" not in [step.kind for step in plan.steps[count:]]


@given(plannings())
@convincing
def test_the_hours_of_the_weeks_are_the_hours_of_the_steps_and_keep_to_the_capacity(drawn: Planning) -> None:
    for _, plan in plans(drawn):
        for step in plan.steps:
            assert step.hours == sum(hours for _, hours in step.by_week)
            assert {week for week, _ in step.by_week} <= set(range(step.start // 7, step.worked // 7 + 1))
        assert plan.hours == sum(hours for owners in plan.hours_by_week.values() for hours in owners.values())
        for week in plan.hours_by_week:
            work = sum(hours for step in plan.steps if step.kind != "stop" for at, hours in step.by_week if at == week)
            limit = plan.capacity.of_week(week, plan.days)
            assert limit is None or work <= limit


@given(plannings())
@convincing
def test_nothing_tagged_is_under_way_in_a_phase_that_forbids_it(drawn: Planning) -> None:
    for result, plan in plans(drawn):
        for step in plan.of_kind("fix", "more"):
            tags = step.action.tags if step.action else ()
            days = range(step.start, step.finish + 1)
            assert not any(forbidden(result.pack, plan.days, tags, day) for day in days)


@given(plannings())
@convincing
def test_numbers_run_without_gaps_and_dates_keep_their_order(drawn: Planning) -> None:
    for _, plan in plans(drawn):
        assert [*range(1, len(plan.steps) + len(plan.later) + 1)] == [s.number for s in (*plan.steps, *plan.later)]
        assert sorted(step.start for step in plan.steps) == [step.start for step in plan.steps]
        by_number = {step.number: step for step in plan.steps}
        for step in plan.steps:
            assert 0 <= step.start <= step.worked <= step.finish <= plan.days
            assert all(by_number[before].finish <= step.start for before in step.after)
            assert step.start <= step.latest_start or step.kind == "stop"


@given(plannings())
@convincing
def test_hours_fit_the_team_and_the_day(drawn: Planning) -> None:
    for _, plan in plans(drawn):
        counted = [step for step in plan.steps if step.kind != "stop"]
        limit = plan.capacity.until(plan.days)
        assert limit is None or sum((step.hours for step in counted), F(0)) <= limit
        first = [step.hours for step in counted if step.worked == 0]
        assert plan.capacity.first_day is None or sum(first, F(0)) <= plan.capacity.first_day
        for owner in {step.owner for step in counted}:
            today = [step.hours for step in counted if step.owner == owner and step.worked == 0]
            assert sum(today, F(0)) <= 8


@given(plannings())
@convincing
def test_a_step_is_about_what_is_known_to_apply(drawn: Planning) -> None:
    for result, plan in plans(drawn):
        start = started(drawn.pack, drawn.campaign.answers)
        for step in plan.of_kind("fix", "more"):
            assert step.action is not None
            raised = [need.question for need in step.action.raises if need.question in start.now.values]
            assert any(result.item(name).standing.value != "unknown" for name in raised)


@given(plannings())
@convincing
def test_the_band_is_reached_and_the_curve_climbs_to_it(drawn: Planning) -> None:
    for result, plan in plans(drawn):
        rising = [result.index.pt, *(point.index for point in plan.curve)]
        assert sorted(rising) == rising
        if plan.outcome in ("reached", "lower_band"):
            assert plan.target is not None
            assert plan.index >= plan.target.start or plan.conditional
            assert not plan.curve or plan.curve[-1].index == plan.index
        if result.provisional:
            assert ("provisional", None, ()) == (plan.outcome, plan.target, plan.curve)


@given(plannings())
@convincing
def test_gains_in_the_plan_are_what_is_lost_without_the_step(drawn: Planning) -> None:
    for _, plan in plans(drawn):
        steps = plan.of_kind("fix", "more")
        assert all(step.in_plan >= 0 and step.alone >= 0 for step in steps)


@given(plannings())
@convincing
def test_the_same_answers_give_the_same_plan(drawn: Planning) -> None:
    reordered = dict(reversed([*drawn.campaign.answers.items()]))
    again = replace(drawn, campaign=replace(drawn.campaign, answers=reordered))
    assert [plan for _, plan in plans(drawn)] == [plan for _, plan in plans(again)]


@given(plannings())
@convincing
def test_a_robust_plan_holds_however_the_unknowns_turn_out(drawn: Planning) -> None:
    rnd = drawn.campaign.rnd()
    for result, _ in plans(drawn)[:1]:
        plan = make_plan(result, clock(60), PlanOptions(robust=True))
        if plan.outcome != "reached" or plan.target is None:
            continue
        raised = {n.question for s in plan.of_kind("fix", "more") if s.action for n in s.action.raises}
        for _ in range(3):
            full = completed(rnd, drawn.pack, drawn.campaign.answers)
            if any(full[name].state is State.NA for name in raised if name in full):
                continue  # a new result, for which the plan is made again (1.8, 49)
            assert after(drawn.pack, full, plan) >= plan.target.start


def after(pack: Pack, given_: dict[str, Answer], plan: Plan) -> F:
    """The index of other answers once the actions of a plan work."""
    start = started(pack, given_)
    floors = dict[str, F]()
    for step in plan.of_kind("fix", "more"):
        for need in step.action.raises if step.action else ():
            floors[need.question] = max(need.value, floors.get(need.question, F(0)))
    return raised(start, floors).index


# --- outcomes, on a pack of one screen -------------------------------------------------------------------------

TEAM = Capacity("hours_a_week", "team_size", (("low", F(6)), ("some", F(15))), ("low",), F(6), 0, "We guess.")


def pack(*actions: object, gates: object = (), capacity: Capacity | None = None, **changes: object) -> Pack:
    """Four controls of one domain; every action is free to choose."""
    items = [control(name, **changes.pop(name, {})) for name in "abcd"]  # type: ignore[arg-type]
    return with_rubric(
        made(exposure(), *items, gates=gates, actions=actions, **changes),  # type: ignore[arg-type]
        capacity=capacity,
    )


def low(**changes: object) -> dict[str, Answer]:
    return answers(**{"x": "some", **dict.fromkeys("abcd", "none"), **changes})  # type: ignore[arg-type]


def of_each(hours: str = "2", **changes: object) -> list[object]:
    return [action(f"do_{name}", {name: "fully"}, hours=hours, **changes) for name in "abcd"]  # type: ignore[arg-type]


def titles(plan: Plan) -> list[tuple[str, str]]:
    return [(step.kind, step.key) for step in plan.steps]


def only(plan: Plan, key: str) -> Step:
    (step,) = [step for step in (*plan.steps, *plan.later) if step.key == key]
    return step


def test_the_next_band_is_reached_with_the_fewest_hours_and_the_rest_is_more() -> None:
    plan = planned(pack(*of_each()), low())
    assert ("reached", "exposed") == (plan.outcome, plan.target and plan.target.id)
    kinds = [kind for kind, _ in titles(plan)]
    assert {"fix", "more"} == set(kinds)
    assert [step.in_plan for step in plan.of_kind("fix")] > [F(0)]
    assert ["exposed", "guarded", "ready"] == [band.id for band, _ in plan.reached]


def test_a_band_that_is_named_is_aimed_at() -> None:
    ready = next(band for band in pack().rubric.bands if band.id == "ready")
    plan = planned(pack(*of_each()), low(), target=ready)
    assert ("reached", "ready") == (plan.outcome, plan.target and plan.target.id)
    assert len(plan.of_kind("fix")) > len(planned(pack(*of_each()), low()).of_kind("fix"))


def test_a_named_band_that_is_reached_already_asks_for_nothing_but_what_is_grave() -> None:
    unprepared, exposed, *_ = pack().rubric.bands
    some = low(a="fully", b="fully", c="largely", d="largely")
    for band in (unprepared, exposed):
        plan = planned(pack(*of_each()), some, target=band)
        assert ("named_is_reached", None, []) == (plan.outcome, plan.target, titles(plan))


def test_in_the_top_band_there_is_only_more() -> None:
    plan = planned(pack(*of_each()), low(a="fully", b="fully", c="fully", d="partly"))
    assert ("top_band", None, [("more", "do_d")]) == (plan.outcome, plan.target, titles(plan))


def test_what_is_out_of_reach_says_how_far_one_comes_and_which_hours_would_do() -> None:
    few = replace(TEAM, hours_by_team=(("low", F(1)),), first_day=F(1))
    plan = planned(pack(*of_each(hours="2"), capacity=few), low(), days=13)
    assert ("out_of_reach", "exposed", None) == (plan.outcome, plan.asked and plan.asked.id, plan.target)
    assert plan.best is not None
    assert plan.best < 40
    assert F(2) == plan.hours_needed  # two actions of two hours in two weeks
    assert ["more"] == [kind for kind, _ in titles(plan)]
    enough = planned(pack(*of_each(hours="2"), capacity=few), low(), days=13, hours=F(2))
    assert "reached" == enough.outcome


def test_a_lower_band_is_taken_where_the_named_one_is_too_far() -> None:
    ready = pack().rubric.bands[-1]
    plan = planned(pack(*of_each()[:2]), low(), target=ready)
    assert ("lower_band", "ready", "guarded") == (
        plan.outcome,
        plan.asked and plan.asked.id,
        plan.target and plan.target.id,
    )
    assert plan.hours_needed is None  # no number of hours would do: nothing raises the others


def test_an_open_gate_that_no_action_closes_makes_a_condition() -> None:
    shut = gate("g", "d >= partly", cap="39")
    plan = planned(pack(*of_each()[:3], gates=[shut]), low(a="largely", d=DONT_KNOW))
    assert not score(pack(*of_each()[:3], gates=[shut]), low(a="largely", d=DONT_KNOW)).provisional
    assert ("if_gates_pass", "exposed", ["g"]) == (
        plan.outcome, plan.target and plan.target.id, [score.gate.id for score in plan.conditional],
    )  # fmt: skip
    assert F(39) == plan.index  # capped until the answer is known


def test_while_provisional_there_are_stops_find_outs_and_findings_by_severity() -> None:
    unknown = low(b=DONT_KNOW, c=DONT_KNOW, d=DONT_KNOW)
    plan = planned(pack(*of_each()), unknown)
    assert ("provisional", None, ()) == (plan.outcome, plan.target, plan.curve)
    assert [("find_out", "find_out:team:rest"), ("more", "do_a")] == titles(plan)
    assert ["b", "c", "d"] == [point.question.id for point in plan.steps[0].points]
    assert F(3, 2) / 60 == plan.steps[0].hours


def test_a_gate_that_is_not_met_is_stopped_today_and_mended_for_good() -> None:
    deed = Deed("Pause it", "Send one message.", F(1, 2), "data")
    shut = replace(gate("g", "d >= partly", cap="39", stop="Stop it."), deed=deed)
    plan = planned(pack(*of_each(hours="1"), gates=[shut]), low())
    first, second = plan.steps[:2]
    assert ("stop", "Pause it", "Send one message.", "data", F(1, 2), 0) == (
        first.kind, first.title, first.how, first.owner, first.hours, first.start,
    )  # fmt: skip
    assert ("fix", "do_d", ["g"]) == (second.kind, second.key, [one.gate.id for one in second.closes])
    assert F(0) == first.in_plan  # a deed changes no score


def test_what_is_not_known_is_checked_first() -> None:
    plan = planned(pack(*of_each()[3:]), low(a="largely", b="largely", c="largely", d=DONT_KNOW), days=30)
    assert [("find_out", "find_out:team:rest"), ("fix", "do_d")] == titles(plan)
    check = only(plan, "do_d")
    assert (True, None, (1,), F(2)) == (check.check, check.severity, check.after, check.hours)


def test_what_is_too_late_has_a_fallback_now_and_comes_after_the_election() -> None:
    slow = action("slow", {"d": "fully"}, lead_days=40)
    plan = planned(pack(*of_each()[:3], slow), low(), days=20)
    assert "fallback:slow" in [step.key for step in plan.steps]
    assert ("Instead of slow.", "fallback") == (only(plan, "fallback:slow").title, only(plan, "fallback:slow").kind)
    assert ["slow"] == [step.key for step in plan.later]
    assert len(plan.steps) + 1 == plan.later[0].number


def test_a_grave_finding_goes_as_far_as_the_time_allows_and_says_why_no_further() -> None:
    half, whole = action("half", {"d": "largely"}), action("whole", {"d": "fully"}, lead_days=40)
    grave = pack(half, whole, d={"importance": "critical"})
    plan = planned(grave, low(a="fully", b="fully", c="fully", x="much"), days=20)
    assert "half" in [step.key for step in plan.steps]
    assert ["whole"] == [step.key for step in plan.later]
    assert [("d", "too_late")] == [(one.finding.item.question, one.reason) for one in plan.unplanned]


def test_a_step_that_needs_another_is_begun_when_that_one_works() -> None:
    chain = action("one", {"a": "fully"}, lead_days=10), action("two", {"b": "fully"}, lead_days=10, after=("one",))
    now = started(pack(*chain), low())
    pool = candidates(now.now, action_graph(now.pack))
    assert ["one"] == [*fitting(pool, 19, lambda _tags, _day: False)]
    assert ["one", "two"] == [*fitting(pool, 20, lambda _tags, _day: False)]


def test_a_tag_is_forbidden_on_no_day_while_the_step_is_under_way_and_may_be_on_the_day_after() -> None:
    now = started(pack(action("tool", {"d": "fully"}, lead_days=7, tags=("new_tool",))), low())
    pool = candidates(now.now, action_graph(now.pack))
    kept = {day: [*fitting(pool, 7, lambda _tags, other, day=day: other == day)] for day in (0, 3, 7, 8)}  # type: ignore[misc]
    assert {0: [], 3: [], 7: [], 8: ["tool"]} == kept


def test_a_phase_that_forbids_a_tag_keeps_its_steps_out() -> None:
    phases = (Distance(0, "Near", "", forbid=("new_tool",)), Distance(10, "Far", ""))
    tagged = action("tool", {"d": "fully"}, hours="1", tags=("new_tool",))
    base = with_rubric(pack(tagged), calendar=phases)
    one_left = low(a="fully", b="fully", c="fully")
    assert [("more", "tool")] == titles(planned(base, one_left, days=30))
    assert [("fallback", "fallback:tool")] == titles(planned(base, one_left, days=9))


def test_a_small_team_sees_a_dozen_and_may_ask_for_all() -> None:
    names = [f"c{number}" for number in range(20)]
    many = with_rubric(
        made(exposure(), *map(control, names), actions=[action(f"do_{n}", {n: "largely"}, hours="1/4") for n in names]),
        capacity=TEAM,
    )
    given_ = answers(x="little", **dict.fromkeys(names, "partly"))
    plan, whole = planned(many, given_), planned(many, given_, whole=True)
    assert (12, 20) == (len(plan.steps), len(whole.steps))
    assert (8, F(2), 0) == (plan.left_out.steps, plan.left_out.hours, plan.left_out.points)
    assert plan.capacity.small


@pytest.mark.parametrize(
    ("days", "until", "expected"),
    [(None, "unknown", (90, True)), (30, "ballots", (30, False)), (0, "ballots", (0, False))],
)
def test_the_deadline(days: int | None, until: str, expected: tuple[int, bool]) -> None:
    plan = planned(pack(*of_each()), low(), days=days)
    assert (until, *expected) == (plan.until, plan.days, plan.assumed)


def test_days_are_kept_free_before_the_first_ballots() -> None:
    assert 27 == planned(pack(*of_each(), capacity=replace(TEAM, freeze_days=3)), low(), days=30).days


def test_after_the_election_everything_is_for_next_time() -> None:
    over = replace(clock(), until="over", days=None)
    plan = make_plan(score(pack(*of_each()), low()), over)
    assert ("over", ()) == (plan.outcome, plan.steps)
    assert {"do_a", "do_b", "do_c", "do_d"} == {step.key for step in plan.later}
    assert plan.date_of(3) is not None


def test_another_deadline_may_be_named_and_is_never_before_today() -> None:
    for day, days in ((date(2026, 12, 10), 10), (date(2026, 11, 1), 0)):
        plan = planned(pack(*of_each()), low(), by=day)
        assert (days, False) == (plan.days, plan.assumed)
