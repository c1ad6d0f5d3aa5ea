"""The best at each price: nothing that could be best is dropped."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from hustings.scoring.plan.choice.frontier import Limits, frontier, undominated
from support.plans import choosing, closed_sets, started
from support.small_packs import action, answers, control, exposure, made

POINTS = st.lists(st.tuples(st.integers(0, 9), st.tuples(st.integers(0, 9))), max_size=20)
PLANE = st.lists(st.tuples(st.integers(0, 5), st.tuples(st.integers(0, 5), st.integers(0, 5))), max_size=20)


@given(st.one_of(POINTS, PLANE))
def test_what_is_dropped_is_beaten_and_what_is_kept_is_not(points: list[tuple[int, tuple[int, ...]]]) -> None:
    kept = undominated(points)

    def beats(one: tuple[int, tuple[int, ...]], other: tuple[int, tuple[int, ...]]) -> bool:
        return one[0] <= other[0] and all(map(int.__ge__, one[1], other[1]))

    assert all(any(beats(one, point) for one in kept) for point in points)
    assert not any(beats(one, other) for one, other in product(kept, kept) if one is not other)
    assert sorted(price for price, _ in kept) == [price for price, _ in kept]


def test_dependent_actions_are_taken_together_or_not_at_all() -> None:
    actions = [
        action("root", {"a": "partly"}), action("left", {"b": "fully"}, after=("root",)),
        action("right", {"c": "fully"}, after=("root",)), action("free", {"e": "fully"}),
    ]  # fmt: skip
    pack = made(exposure(), *map(control, "abce"), actions=actions)
    problem = choosing(started(pack, answers(x="much", **dict.fromkeys("abce", "none"))))
    every = dict.fromkeys(problem.pool, 1)
    found = frontier(problem.pool, problem.effects.ladders, (0,), Limits(every, 9))
    (points,) = found.values()
    best: dict[int, int] = {}
    for some in closed_sets(problem.pool):
        gain = sum(
            option.gains[0]
            for ladder in problem.effects.ladders
            for option in ladder.options
            if option.names == some & ladder.names
        )
        best[len(some)] = max(gain, best.get(len(some), 0))
    better = [(n, (best[n],)) for n in sorted(best) if best[n] > max((best[m] for m in best if m < n), default=-1)]
    assert better == [*points]
    assert [0, 1, 2, 3, 4] == [price for price, _ in points]


def test_limits_are_kept() -> None:
    actions = [action("one", {"a": "partly"}), action("two", {"b": "partly"})]
    pack = made(exposure(), control("a"), control("b"), actions=actions)
    problem = choosing(started(pack, answers(x="much", a="none", b="none")))
    prices = {"one": 3, "two": 2}

    def found(**limits: object) -> list[int]:
        every = frontier(problem.pool, problem.effects.ladders, (0,), Limits(prices, **limits))  # type: ignore[arg-type]
        return [price for points in every.values() for price, _ in points]

    assert [0, 2, 5] == found(ceiling=9)
    assert [0, 2] == found(ceiling=4)
    assert [3, 5] == found(ceiling=9, must=frozenset(["one"]))
    assert [0, 3] == found(ceiling=9, never=frozenset(["two"]))
    assert [] == found(ceiling=2, must=frozenset(["one"]))
