"""What a rubric advises, read to records: deeds, waiting and tags, what a phase forbids, and the hours that there are."""

# ruff: noqa: E501 - lines of YAML
from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.pack.effort import Capacity, Deed, days_of_work
from hustings.pack.loader import read_texts
from hustings.pack.model import Action, Distance
from hustings.pack.translation.translatable import phrases
from support.pack import base, beyond

DEED = "deed: {title: Pause it., how: Tell both., hours: 0.5, owner: comms}"
GATE = ("cap: 0.5, because: so}", f"cap: 0.5, because: so, stop: Stop., open: Ask., {DEED}}}")
LAW = (
    "    penalty: A fine.",
    f"    penalty: A fine.\n    breached_when: texts in channels\n    today: Stop.\n    {DEED}",
)
CALENDAR = (
    "gates:\n  - {id: plan",
    "calendar: [{from: 0, title: Late, says: So., forbid: [new_tool]}]\ngates:\n  - {id: plan",
)
TAGGED = ("wait: 1,", "wait: 1, tags: [new_tool],")
CAPACITY = (
    "gates:\n  - {id: plan",
    "capacity: {hours: staff, team: region, by_team: {us: 6, uk: 7.5}, small: [us], first_day: 6, because: Evenings.}\ngates:\n  - {id: plan",
)


def test_a_gate_and_a_law_have_a_deed() -> None:
    expected = Deed("Pause it.", "Tell both.", F(1, 2), "comms")
    assert expected == read_texts(base(GATE)).rubric.gates[1].deed
    assert expected == read_texts(beyond(LAW)).rules[1].rules[0].deed
    assert read_texts(base()).rubric.gates[1].deed is None


def test_lead_time_is_work_and_waiting() -> None:
    first, *_ = _actions(("hours: 1, wait: 1,", "hours: 17, wait: 5, tags: [new_tool, mail_domain],"))
    assert (5, 7, ("new_tool", "mail_domain")) == (first.wait, first.lead_days, first.tags)


def test_who_looks_after_many_campaigns_may_share_an_action() -> None:
    first, second, *_ = _actions(("wait: 1,", "wait: 1, shared: once,"))
    assert ("once", "each") == (first.shared, second.shared)


@pytest.mark.parametrize(("hours", "days"), [("0", 0), ("1", 0), ("8", 0), ("8.5", 1), ("16", 1), ("17", 2)])
def test_work_of_a_day_ends_on_the_day_on_which_it_begins(hours: str, days: int) -> None:
    assert days == days_of_work(F(hours))


def test_an_action_is_named_in_short_or_by_its_title() -> None:
    first, second, *_ = _actions(("hours: 1, wait: 1,", "hours: 1, wait: 1, short: In short,"))
    assert ("In short", "In short") == (first.short, first.brief)
    assert ("", second.title.removesuffix(".")) == (second.short, second.brief)


def test_a_phase_forbids_tags() -> None:
    assert (Distance(0, "Late", "So.", "", ("new_tool",)),) == read_texts(base(CALENDAR, TAGGED)).rubric.calendar


def test_capacity_is_read_with_seven_days_of_freeze_unless_another_number_is_given() -> None:
    capacity = Capacity("staff", "region", (("us", F(6)), ("uk", F("7.5"))), ("us",), F(6), 7, "Evenings.")
    assert capacity == read_texts(base(CAPACITY)).rubric.capacity
    earlier = read_texts(base(CAPACITY, ("first_day: 6,", "first_day: 6, freeze_days: 3,"))).rubric.capacity
    assert earlier is not None
    assert 3 == earlier.freeze_days


def test_deeds_and_the_reason_for_the_capacity_are_translated() -> None:
    found = {phrase.key: phrase.text for phrase in phrases(read_texts(base(GATE, CAPACITY)))}
    assert ("Pause it.", "Tell both.") == (found["gates.labels.deed.title"], found["gates.labels.deed.how"])
    assert "Evenings." == found["capacity.because"]


def _actions(*changes: tuple[str, str]) -> tuple[Action, ...]:
    return read_texts(base(*changes)).rubric.actions
