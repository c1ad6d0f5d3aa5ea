"""What the records of a pack say of themselves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.pack.item_values import LevelFinding
from support.small_packs import LINE, PARTS, action, control, exposure, fact, made

PACK = made(exposure(), control("c"), control("days", values=LINE), facts=[fact("place", "here", "there")])


def test_a_finding_is_that_of_the_answer_or_of_every_answer() -> None:
    item = replace(control("c"), finding="Not in place.", findings=(LevelFinding("partly", "Half of it."),))
    assert ("Half of it.", "Not in place.", "Not in place.") == (
        item.says("partly"),
        item.says("none"),
        item.says(None),
    )


def test_a_level_is_a_choice_a_number_on_the_line_or_a_share() -> None:
    items = (control("c"), control("days", values=LINE), control("parts", values=PARTS))
    choice, number, share = items
    assert (F("0.7"), F("0.25"), F("0.4")) == (choice.at("largely"), number.at(F("2.5")), share.at(F("0.4")))


def test_an_action_works_after_its_work_and_its_waiting() -> None:
    assert 5 == replace(action("write", {"c": "fully"}, hours="9"), wait=4).lead_days
    assert 0 == replace(action("write", {"c": "fully"}, hours="8"), wait=0).lead_days


def test_items_of_a_kind_come_in_the_order_of_the_rubric() -> None:
    (domain,) = PACK.rubric.domains
    assert ["c", "days"] == [item.question for item in domain.of_kind("control")]
    assert ["x"] == [item.question for item in domain.of_kind("exposure")]


def test_a_band_begins_at_its_own_lower_end() -> None:
    bands = PACK.rubric.bands
    second = bands[1]
    assert second == PACK.rubric.band(second.start)
    assert bands[0] == PACK.rubric.band(second.start - F(1, 10**9))
    assert bands[-1] == PACK.rubric.band(F(100))


def test_a_choice_ranks_by_its_worth_or_where_nothing_is_scored_by_its_place() -> None:
    assert F("0.7") == PACK.rank("c", "largely")
    assert [0, 1] == [PACK.rank("place", choice) for choice in ("here", "there")]
