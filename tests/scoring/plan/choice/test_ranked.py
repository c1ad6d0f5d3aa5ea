"""Sets in the order of preference, until one can be dated."""

from __future__ import annotations

from fractions import Fraction as F

from hypothesis import given

from hustings.problems import InputError
from hustings.scoring.plan.choice.cheapest import Goal, Problem, key
from hustings.scoring.plan.choice.ranked import MOST_TRIED, Found, first_dated, ranked
from support.campaigns import convincing
from support.plans import Planning, choosing, closed_sets, index_of, plannings, started
from support.small_packs import action, answers, control, exposure, made


def problem(count: int = 3) -> Problem:
    names = "abcdefghijkl"[:count]
    actions = [action(f"do_{name}", {name: "fully"}, hours=str(at)) for at, name in enumerate(names, start=1)]
    pack = made(exposure(), *map(control, names), actions=actions)
    return choosing(started(pack, answers(x="little", **dict.fromkeys(names, "none"))))


def test_sets_come_by_their_keys() -> None:
    assert [["do_a"], ["do_b"], ["do_c"]] == [sorted(some) for some in ranked(problem(), Goal(F(50)), None)]
    assert [["do_a"], ["do_b"]] == [sorted(some) for some in ranked(problem(), Goal(F(50)), F(2))]


def test_the_first_that_keeps_its_dates_is_taken() -> None:
    assert Found(frozenset(["do_b"])) == first_dated(problem(), Goal(F(50)), None, lambda some: "do_a" not in some)
    assert Found(None) == first_dated(problem(), Goal(F(50)), None, lambda _: False)


def test_after_so_many_it_is_said_that_not_all_were_tried() -> None:
    many = problem(12)
    tried: list[frozenset[str]] = []

    def never(some: frozenset[str]) -> bool:
        tried.append(some)
        return False

    assert Found(None, exact=False) == first_dated(many, Goal(F(50)), None, never)
    assert MOST_TRIED == len(tried) == len(set(tried))


@given(plannings())
@convincing
def test_no_set_that_reaches_the_goal_is_passed_over(drawn: Planning) -> None:
    """In the order of the keys; of sets that hold another, the other comes first and stands for them."""
    try:
        start = started(drawn.pack, drawn.campaign.answers)
    except InputError:
        return
    given_ = choosing(start)
    found = list(ranked(given_, Goal(F(40)), None))
    reaching = [some for some in closed_sets(given_.pool) if index_of(start, given_.pool, some) >= 40]
    assert sorted(found, key=lambda some: key(given_.pool, some)) == found
    assert set(found) <= set(reaching)
    assert all(any(one <= some for one in found) for some in reaching)
