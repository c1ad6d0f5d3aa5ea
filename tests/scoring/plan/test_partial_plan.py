"""A partial plan: all of a step and what it needs, or nothing; and what does not fit is counted."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.scoring.plan.partial_plan import PartialPlan, in_key_order
from hustings.scoring.plan.situation import Situation, fixes, opening
from support.plans import situation
from support.small_packs import DONT_KNOW, action


def partial(given: Situation) -> PartialPlan:
    return PartialPlan(given, opening(given))


def test_more_brings_what_it_needs_or_leaves_everything_as_it_was() -> None:
    actions = [action("first", {"a": "fully"}, hours="3"), action("then", {"b": "fully"}, hours="3", after=("first",))]
    enough = partial(situation(*actions))
    assert enough.more("then")
    assert [("first", 0), ("then", 0)] == [(step.key, step.start) for step in enough.steps()]
    tight = partial(situation(*actions, hours=F(2)))
    assert not tight.more("then")
    assert ([], {}, frozenset()) == (tight.drafts, tight.schedule.dates, tight.planned)
    assert tight.more("first")


def test_steps_are_numbered_by_their_start_then_by_key() -> None:
    given = situation(action("b", {"a": "fully"}, hours="4"), action("a", {"b": "fully"}, hours="4"))
    found = partial(given)
    for name in ("b", "a"):
        assert found.more(name)
    assert [(1, "b", 0), (2, "a", 1)] == [(step.number, step.key, step.start) for step in found.steps()]


def test_what_is_dropped_is_counted_with_its_hours_and_what_is_not_asked_too() -> None:
    found = partial(situation(action("a", {"a": "fully"}, hours="4"), given={"b": DONT_KNOW, "c": DONT_KNOW}))
    found.dropped = ["a", "a"]
    assert (1, F(4), 2) == (found.left_out().steps, found.left_out().hours, found.left_out().points)
    found.rest_of_find_outs()
    assert 0 == found.left_out().points


def test_a_small_team_loses_what_is_to_be_found_out_beyond_a_dozen_steps_if_nothing_hangs_on_it() -> None:
    found = partial(situation(action("a", {"a": "fully"}), given={"b": DONT_KNOW}))
    assert found.more("a")
    found.rest_of_find_outs()
    fix, find_out = found.drafts
    found.drafts = [*[fix] * 12, find_out]
    found.trim()
    assert [fix] * 12 == found.drafts


def test_in_key_order_keeps_what_is_placed_elsewhere() -> None:
    given = situation(action("one", {"a": "fully"}), action("two", {"b": "fully"}, after=("one",)))
    drafts = fixes(given, frozenset(["two"]), frozenset(["one", "two"]), "fix")
    assert ["two"] == [draft.job.id for draft in in_key_order(drafts)]


def test_only_what_the_schedule_holds_is_taken_up() -> None:
    found = partial(situation(action("a", {"a": "fully"})))
    (draft,) = fixes(found.given, frozenset(["a"]), frozenset(["a"]), "fix")
    found.keep(draft)
    assert [] == found.drafts
    found.schedule.place(draft.job)
    found.keep(draft)
    assert [draft] == found.drafts
