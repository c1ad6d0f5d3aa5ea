"""The order in which a pack's actions can be done, and what is reckoned along it."""

from __future__ import annotations

from hustings.pack.model import Action
from hustings.scoring.plan.action_graph import (
    action_graph,
    finish_days,
    latest_starts,
    prerequisites_first,
    with_prerequisites,
)
from support.small_packs import action, control, exposure, made


def step(name: str, *after: str, days: int = 1) -> Action:
    return action(name, {"c": "fully"}, lead_days=days, after=after)


STEPS = [step("last", "left", "right"), step("left", "first", days=2), step("right", "first", days=5), step("first")]
GRAPH = action_graph(made(exposure(), control("c"), actions=STEPS))


def ids(*actions: Action) -> list[str]:
    return [one.id for one in actions]


def test_each_stands_after_what_must_come_before_it() -> None:
    assert ["first", "left", "right", "last"] == list(GRAPH)


def test_what_is_wanted_comes_with_all_before_it_each_once() -> None:
    assert ["first", "right"] == ids(*with_prerequisites(GRAPH, [GRAPH["right"]]))
    assert list(GRAPH) == ids(*with_prerequisites(GRAPH, [GRAPH["last"], GRAPH["left"]]))
    assert () == with_prerequisites(GRAPH, [])


def test_days_add_up_along_the_longest_way_and_what_is_done_takes_none() -> None:
    assert {"first": 1, "left": 3, "right": 6, "last": 7} == finish_days(GRAPH)
    assert {"first": 1, "left": 3, "right": 1, "last": 4} == finish_days(GRAPH, done={"right"})


def test_starts_count_back_from_the_end_for_what_is_chosen_and_still_fits() -> None:
    starts = latest_starts(GRAPH, finish_days(GRAPH), GRAPH.keys(), 10)
    assert {"last": 9, "right": 4, "left": 7, "first": 3} == starts
    assert 9 == latest_starts(GRAPH, finish_days(GRAPH), ["first"], 10)["first"]
    assert 1 == latest_starts(GRAPH, finish_days(GRAPH), GRAPH.keys(), 4)["first"]


def test_an_order_is_kept_but_for_what_must_come_before() -> None:
    given = [GRAPH[name] for name in ("right", "last", "left", "first")]
    assert ["first", "right", "left", "last"] == ids(*prerequisites_first(given))
    assert ["last", "first"] == ids(*prerequisites_first([GRAPH["last"], GRAPH["first"]]))
