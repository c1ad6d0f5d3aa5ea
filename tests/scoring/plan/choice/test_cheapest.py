"""The fewest hours that reach an index: E4 of method.md 1.4 to the digit, and equal to brute force."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given

from hustings.pack.item_values import Need
from hustings.pack.model import Action
from hustings.problems import InputError
from hustings.scoring.incremental import RaiseStart
from hustings.scoring.plan.action_graph import action_graph
from hustings.scoring.plan.choice.candidates import Candidates, candidates
from hustings.scoring.plan.choice.cheapest import Goal, cheapest, fewest_hours, key, most_index
from support.campaigns import convincing
from support.deep import some
from support.plans import (
    Planning,
    best_by_brute_force,
    choosing,
    closed_sets,
    index_of,
    planning,
    plannings,
    started,
)
from support.rubrics import Sizes, with_rubric
from support.scoring import LADDER, e1, mini
from support.small_packs import PRACTICE, action, answers, control, exposure, gate, made

E4 = (
    ("A1", "f_c1", "0.7", 4, 10, ()), ("A2", "f_c1", "1", 5, 15, ("A1",)), ("A3", "f_c2", "1", 3, 7, ("A1",)),
    ("A4", "p_c1", "1", 6, 20, ()), ("A5", "p_c3", "0.7", 1, 5, ()), ("A6", "g_c2", "0.7", 2, 14, ()),
    ("A7", "g_c2", "1", 2, 20, ("A6",)), ("A8", "g_c1", "1", 3, 6, ("A6",)), ("A9", "p_c2", "1", 2, 8, ("A5",)),
)  # fmt: skip
"""Action, control, value, effort in person-days, lead time in days, and what comes first."""


def ids(chosen: frozenset[str] | None) -> set[str] | None:
    return None if chosen is None else set(chosen)


def e4(days: int = 30) -> tuple[RaiseStart, Candidates]:
    """The actions of E4 that are done in so many days. A person-day is eight hours; lead time is work and waiting."""
    made_ = tuple(
        Action(
            name, name, "", F(8 * effort), "manager", (Need(control_, LADDER[value], PRACTICE.of(LADDER[value])),),
            after, wait=lead - (effort - 1),
        )
        for name, control_, value, effort, lead, after in E4
    )  # fmt: skip
    pack = with_rubric(mini(), actions=made_)
    start = started(pack, e1())
    pool = candidates(start.now, action_graph(pack))
    return start, {name: one for name, one in pool.items() if one.finish <= days}


def test_e4_finishes() -> None:
    days = {"A1": 10, "A2": 25, "A3": 17, "A4": 20, "A5": 5, "A6": 14, "A7": 34, "A8": 20, "A9": 13}
    assert days == {name: one.finish for name, one in e4(days=99)[1].items()}


def test_e4_the_optimum() -> None:
    start, pool = e4()
    chosen = cheapest(choosing(start, pool), Goal(F(80)))
    assert chosen is not None
    assert {"A1", "A5", "A6", "A9"} == set(chosen)
    assert (F(9 * 8), 14, 4, ("A1", "A5", "A6", "A9")) == key(pool, chosen)
    assert F("81.625") == index_of(start, pool, chosen)


def test_e4_the_tie_is_lost_on_the_finish() -> None:
    start, pool = e4()
    other = frozenset({"A1", "A3", "A6"})
    assert (F(9 * 8), 17) == key(pool, other)[:2]
    assert F(1951, 24) == index_of(start, pool, other)


def test_e4_in_twelve_days_it_cannot_be_done() -> None:
    start, pool = e4(days=12)
    assert {"A1", "A5"} == pool.keys()
    problem = choosing(start, pool)
    assert cheapest(problem, Goal(F(80))) is None
    assert F("71.125") == most_index(problem, Goal(), None)


def test_e4_the_curve() -> None:
    start, pool = e4()
    done = [index_of(start, pool, frozenset(some)) for some in (["A5"], ["A1", "A5"], ["A1", "A5", "A9"])]
    assert [F("63.125"), F("71.125"), F("74.875")] == done


# --- ties and limits -------------------------------------------------------------------------------------------


def three(*hours: str, wait: tuple[int, ...] = (0, 0, 0)) -> RaiseStart:
    actions = [
        action(f"do_{name}", {name: "fully"}, hours=one, lead_days=days)
        for name, one, days in zip("abc", hours, wait, strict=True)
    ]
    pack = made(exposure(), control("a"), control("b"), control("c"), actions=actions)
    return started(pack, answers(x="little", a="none", b="none", c="none"))


def test_of_equals_the_one_that_is_done_first_then_the_smaller_then_by_id() -> None:
    one_of_them = Goal(F(50))
    assert {"do_c"} == ids(cheapest(choosing(three("1", "1", "1", wait=(9, 9, 3))), one_of_them))
    assert {"do_a"} == ids(cheapest(choosing(three("1", "1", "1")), one_of_them))
    assert {"do_b"} == ids(cheapest(choosing(three("2", "1", "1")), one_of_them))


def test_of_sets_with_the_same_hours_and_day_the_one_with_fewer_actions() -> None:
    actions = [
        action(f"do_{name}", {name: "fully"}, hours=hours) for name, hours in (("a", "1"), ("b", "1"), ("c", "2"))
    ]
    pack = made(exposure(), control("a"), control("b"), control("c", weight=F(2)), actions=actions)
    start = started(pack, answers(x="little", a="none", b="none", c="none"))
    assert {"do_c"} == ids(cheapest(choosing(start), Goal(F(50))))


def test_hours_are_a_limit() -> None:
    problem = choosing(three("2", "3", "4"))
    assert {"do_a"} == ids(cheapest(problem, Goal(F(50)), F(2)))
    assert cheapest(problem, Goal(F(50)), F("1.9")) is None
    assert F(2) == fewest_hours(problem, Goal(F(50)))
    assert F(5, 9) * 100 == most_index(problem, Goal(), F(2))
    assert index_of(three("2", "3", "4"), problem.pool, frozenset(["do_a"])) == most_index(problem, Goal(), F(3))


def test_what_must_be_done_is_done_and_what_never_is_not() -> None:
    problem = choosing(three("2", "3", "4"))
    assert {"do_c"} == ids(cheapest(problem, Goal(F(50), must=frozenset(["do_c"]))))
    assert {"do_b"} == ids(cheapest(problem, Goal(F(50), never=frozenset(["do_a"]))))
    assert cheapest(problem, Goal(must=frozenset(["do_c"]), never=frozenset(["do_c"]))) is None


def test_a_gate_whose_cap_lies_below_the_index_is_closed() -> None:
    needs = [gate("g", "a >= partly or b >= largely", cap="59")]
    actions = [
        action("a", {"a": "partly"}, hours="3"),
        action("b", {"b": "largely"}, hours="2"),
        action("c", {"c": "fully"}),
    ]
    pack = made(exposure(), control("a"), control("b"), control("c"), gates=needs, actions=actions)
    problem = choosing(started(pack, answers(x="little", a="none", b="none", c="none")))
    assert {"c"} == ids(cheapest(problem, Goal(F(50))))
    assert {"b", "c"} == ids(cheapest(problem, Goal(F(60))))
    assert {"b"} == ids(cheapest(problem, Goal(closed=problem.effects.gates)))


# --- brute force -----------------------------------------------------------------------------------------------


def starts(drawn: Planning) -> list[RaiseStart]:
    try:
        return [started(drawn.pack, drawn.campaign.answers, part) for part in ("pt", "lo")]
    except InputError:
        return []


@given(plannings())
@convincing
def test_the_best_set_is_that_of_brute_force(drawn: Planning) -> None:
    compared(drawn)


@pytest.mark.parametrize("seed", [115, 164, 190, 384])
def test_a_pack_of_a_rare_shape(seed: int) -> None:
    """Domains that drop out, controls raised by two ladders, gates whose clauses are deleted: one pack for each."""
    compared(planning(seed, Sizes(3, 3, 1, 2, 4)))


@pytest.mark.slow
def test_the_rare_shapes_are_among_the_first_packs() -> None:
    for seed in some(range(400), 8):
        compared(planning(seed, Sizes(3, 3, 1, 2, 4)))


def compared(drawn: Planning) -> None:
    for start in starts(drawn):
        problem = choosing(start)
        top = max(index_of(start, problem.pool, some) for some in closed_sets(problem.pool))
        for index in (F(40), F(60), F(80), (start.index.index + top) / 2, top):
            assert best_by_brute_force(start, problem.pool, index) == cheapest(problem, Goal(index))


@given(plannings())
@convincing
def test_the_highest_index_for_some_hours_is_that_of_brute_force(drawn: Planning) -> None:
    for start in starts(drawn):
        problem = choosing(start)
        for hours in (F(0), F(3), F(15)):
            affordable = [s for s in closed_sets(problem.pool) if key(problem.pool, s)[0] <= hours]
            best = max(index_of(start, problem.pool, some) for some in affordable)
            assert best == most_index(problem, Goal(), hours)


@given(plannings())
@convincing
def test_more_time_and_more_hours_never_cost_effort(drawn: Planning) -> None:
    for start in starts(drawn):
        pool, before = choosing(start).pool, None
        for days in (0, 5, 40):
            inside = {name: one for name, one in pool.items() if one.finish <= days}
            least = fewest_hours(choosing(start, inside), Goal(F(60)))
            assert before is None or (least is not None and least <= before)
            before = least


@pytest.mark.parametrize("index", [0, 100])
def test_without_any_action_only_what_is_reached_is_reached(index: int) -> None:
    pack = made(exposure(), control("a"))
    problem = choosing(started(pack, answers(x="little", a="none")))
    assert (frozenset() if index == 0 else None) == ids(cheapest(problem, Goal(F(index))))


def test_a_goal_that_contradicts_itself_has_no_index() -> None:
    assert 0 == most_index(
        choosing(three("2", "3", "4")), Goal(must=frozenset(["do_c"]), never=frozenset(["do_c"])), None
    )
