"""What can be dated: stops on day 0, find-outs of open gates, fixes after what they wait for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.pack.effort import Deed
from hustings.scoring.plan.situation import can_be_dated, find_out_groups, fixes, opening
from support.plans import situation
from support.small_packs import DONT_KNOW, action, gate


def test_the_schedule_opens_with_stops_and_what_decides_gates() -> None:
    stop = replace(gate("g", "a >= partly", stop="Stop."), deed=Deed("Pause", "", F(1), "manager"))
    found = opening(situation(gates=(stop, gate("h", "b >= partly")), given={"b": DONT_KNOW, "c": DONT_KNOW}))
    assert {"stop:g": 0, "find_out:team:gates": 0} == {name: dates.start for name, dates in found.dates.items()}


def test_a_check_stands_straight_after_what_it_waits_for_and_below_the_rest() -> None:
    given_ = situation(action("do_a", {"a": "fully"}), action("do_b", {"b": "fully"}), given={"b": DONT_KNOW})
    names = frozenset(given_.pool)
    drafts = fixes(given_, names, names, "fix")
    assert ["do_a", "find_out:team:rest", "do_b"] == [draft.job.id for draft in drafts]
    assert ("find_out:team:rest",) == drafts[-1].job.needs


def test_a_set_can_be_dated_if_all_of_it_fits() -> None:
    actions = [action("do_a", {"a": "fully"}, hours="5"), action("do_b", {"b": "fully"}, hours="4", lead_days=8)]
    both = frozenset(["do_a", "do_b"])
    assert can_be_dated(situation(*actions), both)
    assert not can_be_dated(situation(*actions, last=7), both)
    assert not can_be_dated(situation(*actions, hours=F(4)), both)
    assert can_be_dated(situation(*actions, hours=F(4)), frozenset(["do_b"]))


def test_what_no_gate_hangs_on_takes_a_quarter_of_the_hours_at_most() -> None:
    unknown = dict.fromkeys("abcd", DONT_KNOW)
    every = find_out_groups(situation(gates=(gate("g", "a >= partly"),), given=unknown), frozenset())
    assert ["a", "b c d"] == [" ".join(point.question.id for point in group.points) for group in every]
    quarter = F(2, 120) * 4 / 2  # so that a quarter of two weeks' hours is two questions' time
    some = find_out_groups(situation(gates=(gate("g", "a >= partly"),), hours=quarter, given=unknown), frozenset())
    assert ["a", "b c"] == [" ".join(point.question.id for point in group.points) for group in some]
