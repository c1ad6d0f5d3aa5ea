"""What the shipped pack gives to a plan: deeds, waiting, tags that phases forbid, hours, and ways out if late."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise

from hustings.pack.effort import Deed
from hustings.pack.model import Action
from support.campaign_ai import edition, pack

TAGS = {"new_tool", "new_account", "mail_domain", "new_media", "second_round", "score_test"}
A_WEEK = 7


def test_the_tags_are_few_and_each_is_forbidden_in_the_last_two_weeks() -> None:
    used = {tag for action in pack().rubric.actions for tag in action.tags}
    assert TAGS == used == set(pack().rubric.calendar[0].forbid)


def test_what_a_phase_forbids_stays_forbidden_until_the_ballots() -> None:
    nearest_first = [set(phase.forbid) for phase in pack().rubric.calendar]
    assert all(later >= earlier for later, earlier in pairwise(nearest_first))


def test_what_may_come_too_late_in_the_last_two_weeks_has_a_fallback() -> None:
    late = [
        action.id for action in pack().rubric.actions if not action.fallback and grave(action) and may_be_late(action)
    ]
    assert [] == late


def may_be_late(action: Action) -> bool:
    return bool(action.tags) or lead(action) >= A_WEEK


def lead(action: Action) -> int:
    """Days until an action works, with all that must come first."""
    before = [one for one in pack().rubric.actions if one.id in action.after]
    return action.lead_days + max((lead(one) for one in before), default=0)


def grave(action: Action) -> bool:
    return {"minor"} != {pack().items[need.question].importance for need in action.raises}


def test_one_deed_is_told_in_one_way() -> None:
    found = deeds()
    assert len({deed.title for deed in found}) == len(set(found))
    assert 48 == len(found)


def deeds() -> list[Deed]:
    gates = [gate.deed for gate in pack().rubric.gates if gate.deed is not None]
    return gates + [rule.deed for place in pack().rules for rule in place.rules if rule.deed is not None]


def test_every_edition_asks_for_the_hours_that_a_small_team_has() -> None:
    capacity = pack().rubric.capacity
    assert capacity is not None
    assert (F(6), ("low",)) == (dict(capacity.hours_by_team)["low"], capacity.small_teams)
    for name in ("quick", "standard", "full"):
        assert edition(name).questions[capacity.question].asked


def test_two_rules_of_a_place_share_a_deed_only_where_a_gate_speaks_for_both() -> None:
    """Two breaches at once would otherwise be two steps of one name."""
    for place in pack().rules:
        alone = [rule for rule in place.rules if rule.deed is not None and "likeness_use" not in rule.breached_text]
        titles = [rule.deed.title for rule in alone if rule.deed is not None]
        assert len(set(titles)) == len(titles), place.id
