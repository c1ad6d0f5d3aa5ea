"""Which band is aimed at, and what closes the gates that are not met."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as F

from hypothesis import given

from hustings.answers.events import Answer
from hustings.pack.model import Band, Gate, Pack
from hustings.problems import InputError
from hustings.scoring.plan.choice.target import Choice, Chosen, choose
from hustings.scoring.score import score
from support.campaigns import convincing
from support.plans import Planning, choosing, index_of, plannings, started
from support.rubrics import BANDS
from support.small_packs import DONT_KNOW, action, answers, control, exposure, gate, made

READY = BANDS[-1]


def chosen(
    pack: Pack,
    given_: dict[str, Answer],
    named: Band | None = None,
    hours: F | None = None,
    keeps: Callable[[frozenset[str]], bool] = lambda _: True,
) -> Chosen:
    start = started(pack, given_)
    return choose(Choice(score(pack, given_), start, choosing(start), hours, F(0), 13, keeps), named)


def pack(*gates: Gate, names: str = "abcd", hours: str = "2") -> Pack:
    actions = [action(f"do_{name}", {name: "fully"}, hours=hours) for name in names]
    return made(exposure(), *map(control, "abcd"), gates=gates, actions=actions)


def low(**changes: object) -> dict[str, Answer]:
    return answers(**{"x": "some", **dict.fromkeys("abcd", "none"), **changes})  # type: ignore[arg-type]


def test_gates_that_are_not_met_are_closed_by_the_cheapest_set_and_belong_to_the_plan() -> None:
    found = chosen(pack(gate("g", "d >= partly or c >= partly")), low())
    assert {"do_c"} == set(found.closing)
    assert found.closing <= found.actions
    assert "exposed" == (found.target and found.target.id)


def test_if_not_all_gates_can_be_closed_as_many_as_possible_are_those_of_the_index_and_the_lower_cap_first() -> None:
    gates = [
        gate("one", "a >= partly", cap="59"), gate("two", "b >= partly", cap="39"),
        gate("three", "c >= partly", scope="d", cap="0.5"),
    ]  # fmt: skip
    for most, closing in ((3, {"do_a", "do_b", "do_c"}), (2, {"do_a", "do_b"}), (1, {"do_b"}), (0, set())):
        found = chosen(pack(*gates), low(), keeps=lambda some, most=most: len(some) <= most)  # type: ignore[misc]
        assert closing == set(found.closing)


def test_a_set_that_cannot_be_dated_gives_way_to_the_next() -> None:
    first = chosen(pack(), low())
    second = chosen(pack(), low(), keeps=lambda some: some != first.actions)
    assert second.actions != first.actions
    assert "reached" == second.outcome


def test_a_band_under_a_condition_comes_before_a_lower_band() -> None:
    both = pack(gate("g", "d >= partly", cap="59"), names="abc")
    found = chosen(both, low(d=DONT_KNOW, a="largely"), READY)
    assert ("if_gates_pass", "ready", ["g"]) == (
        found.outcome, found.target and found.target.id, [score.gate.id for score in found.conditional],
    )  # fmt: skip
    found = chosen(both, low(d=DONT_KNOW, a="largely"), READY, hours=F(2))
    assert ("lower_band", "exposed", []) == (
        found.outcome, found.target and found.target.id, [score.gate.id for score in found.conditional],
    )  # fmt: skip


def test_only_gates_that_cap_below_the_band_are_conditions_of_it() -> None:
    below, at = gate("below", "d >= partly", cap="59"), gate("at", "d >= largely", cap=str(READY.start))
    found = chosen(pack(below, at, names="abc"), low(d=DONT_KNOW, a="largely"), READY)
    assert ("if_gates_pass", ["below"]) == (found.outcome, [score.gate.id for score in found.conditional])


def test_what_is_out_of_reach_tells_the_highest_index_and_the_hours_a_week() -> None:
    found = chosen(pack(), low(), READY, hours=F(3))
    assert ("out_of_reach", None) == (found.outcome, found.target)
    assert index_of(started(pack(), low()), choosing(started(pack(), low())).pool, frozenset(["do_a"])) == found.best
    assert F(3) == found.hours_needed  # three actions of two hours in fourteen days
    assert chosen(pack(), low(), READY, hours=F(8)).hours_needed is None


@given(plannings())
@convincing
def test_the_target_is_the_highest_edge_that_can_be_reached_and_what_is_chosen_reaches_it(drawn: Planning) -> None:
    try:
        result, start = score(drawn.pack, drawn.campaign.answers), started(drawn.pack, drawn.campaign.answers)
    except InputError:
        return
    problem = choosing(start)
    found = choose(Choice(result, start, problem, None, F(0), 60, lambda _: True), READY)
    if found.outcome == "reached" and not found.conditional:
        assert index_of(start, problem.pool, found.actions) >= READY.start
    if found.outcome in ("lower_band", "out_of_reach"):
        assert found.best is not None
        assert found.best < READY.start
        unconditional = found.target is not None and not found.conditional
        assert not unconditional or found.target is None or found.best >= found.target.start
