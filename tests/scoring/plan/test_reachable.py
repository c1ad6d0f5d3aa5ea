"""Whether a pack's actions lead to every band."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.pack.questionnaire import Follows
from hustings.scoring.plan.reachable import highest_index, reach_problems
from hustings.scoring.score import score
from support.rubrics import with_rubric
from support.small_packs import action, answers, control, exposure, made


def test_a_band_that_no_plan_reaches_is_named() -> None:
    pack = made(exposure(), control("a"), control("b"), actions=[action("do_a", {"a": "fully"})])
    assert F(50) == highest_index(pack)
    (problem,) = reach_problems(pack)
    assert (
        "no plan reaches the band `guarded` from the worst answers: all actions together bring the index to 50.0",
        "warning",
    ) == (problem.what, problem.severity)


def test_where_all_bands_can_be_reached_or_no_action_is_written_there_is_none() -> None:
    both = [action(f"do_{name}", {name: "largely"}) for name in "ab"]
    pack = made(exposure(), control("a"), control("b"), actions=both)
    assert 70 == highest_index(pack)
    assert 1 == len(reach_problems(pack))
    whole = with_rubric(pack, actions=tuple(action(f"do_{name}", {name: "fully"}) for name in "ab"))
    assert () == reach_problems(whole)
    assert () == reach_problems(with_rubric(pack, actions=()))


def test_a_follow_up_counts_only_where_its_parent_is_raised() -> None:
    items = exposure(), control("a"), control("b")
    raises_b = [action("do_b", {"b": "fully"})]
    alone = made(*items, actions=raises_b, b={"follows": Follows("a")})
    assert 0 == highest_index(alone)
    both = made(*items, actions=[*raises_b, action("do_a", {"a": "fully"})], b={"follows": Follows("a")})
    assert 100 == highest_index(both)


def test_a_chain_of_follow_ups_counts_from_its_first_question_whatever_their_order() -> None:
    items = exposure(), control("a"), control("b"), control("c")
    chain = {"a": {"follows": Follows("b")}, "b": {"follows": Follows("c")}}
    actions = [action(f"do_{name}", {name: "fully"}) for name in "ab"]
    assert 0 == highest_index(made(*items, actions=actions, **chain))  # type: ignore[arg-type]


def test_answers_at_their_worst_come_to_it() -> None:
    pack = made(exposure(), control("a"), control("b"), actions=[action("do_a", {"a": "fully"})])
    assert highest_index(pack) == score(pack, answers(x="much", a="fully", b="none")).index.pt
