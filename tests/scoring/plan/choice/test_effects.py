"""What sets of actions do to a score, as parts that add up."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given

from hustings.problems import InputError
from hustings.scoring.plan.choice.effects import MOST_ON_A_LADDER
from support.campaigns import convincing
from support.plans import Planning, choosing, index_of, plannings, started
from support.small_packs import action, answers, control, exposure, gate, made


def test_actions_on_one_control_are_one_ladder_with_every_choice() -> None:
    actions = [
        action("some", {"a": "partly"}),
        action("more", {"a": "largely"}, after=("some",)),
        action("b", {"b": "fully"}),
    ]
    pack = made(exposure(), control("a", weight=F(3)), control("b"), actions=actions)
    found = choosing(started(pack, answers(x="much", a="none", b="none"))).effects
    ladder, other = found.ladders
    assert [set(), {"some"}, {"some", "more"}] == [set(option.names) for option in ladder.options]
    unit = found.domains["d"].unit
    assert [F(0), F("0.9"), F("2.1")] == [F(option.gains[0], unit) for option in ladder.options]
    assert ({"b"}, F(1)) == (set(other.names), F(other.options[1].gains[0], unit))
    assert (F(0), F(4), F(1)) == (
        F(found.domains["d"].total, unit), F(found.domains["d"].weight, unit), found.domains["d"].required,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("needs", "ways"),
    [
        ("a >= partly", 1), ("a >= partly and b >= partly", 1), ("a >= partly or b >= partly", 2),
        ("c >= partly", 0), ("c >= partly and a >= partly", 0), ("c >= partly or a >= partly", 1),
        ("(a >= partly or b >= partly) and (a >= fully or b >= fully)", 4),
    ],
)  # fmt: skip
def test_the_ways_to_close_a_gate(needs: str, ways: int) -> None:
    actions = [action("do_a", {"a": "fully"}), action("do_b", {"b": "fully"})]
    pack = made(exposure(), control("a"), control("b"), control("c"), gates=[gate("g", needs)], actions=actions)
    (found,) = choosing(started(pack, answers(x="much", a="none", b="none", c="none"))).effects.gates
    assert ways == len(found.ways)
    assert not found.closed_by(0)
    assert all(found.closed_by(way) for way in found.ways)


def test_gates_that_are_met_are_no_part_of_it() -> None:
    pack = made(exposure(), control("a"), gates=[gate("g", "a >= partly")], actions=[action("do", {"a": "fully"})])
    assert () == choosing(started(pack, answers(x="much", a="partly"))).effects.gates


def test_a_ladder_has_a_limit() -> None:
    actions = [action(f"do{number:02}", {"a": "fully"}) for number in range(MOST_ON_A_LADDER + 4)]
    pack = made(exposure(), control("a"), actions=actions)
    (ladder,) = choosing(started(pack, answers(x="much", a="none"))).effects.ladders
    assert 2**MOST_ON_A_LADDER == len(ladder.options)


@given(plannings())
@convincing
def test_the_parts_add_up_to_the_score_of_everything(drawn: Planning) -> None:
    try:
        start = started(drawn.pack, drawn.campaign.answers)
    except InputError:
        return
    problem = choosing(start)
    everything = frozenset(problem.pool)
    chosen = [next(o for o in ladder.options if o.names == ladder.names) for ladder in problem.effects.ladders]
    met = 0
    for option in chosen:
        met |= option.met
    left = [one.gate for one in problem.effects.gates if not one.closed_by(met)]
    caps = [one.cap for one in left if one.scope == "index"]
    assert not caps or index_of(start, problem.pool, everything) <= min(caps)
