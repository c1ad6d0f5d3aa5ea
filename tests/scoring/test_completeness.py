"""Whether it may be said that all is in place: one answer for every page (method.md 1.6, ruling 28; 1.8, 44)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from hustings.answers.events import Answer, Value
from hustings.pack.conditions import parse
from hustings.scoring.completeness import all_clear, all_in_place, complete, in_domain, in_section, missing
from hustings.scoring.result import ItemState
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, gate, made, votes

PACK = made(
    exposure(), control("a"), exposure("y", "e"), control("b", "e"),
    gates=[gate("g", "a >= partly"), gate("h", "b >= partly", scope="e", cap="0.5")], a={"na": True},
)  # fmt: skip
GOOD: dict[str, Value | Answer] = {"x": "little", "a": "fully", "y": "little", "b": "fully"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, True),
        ({"a": NA}, True),  # its gate is of no concern
        ({"a": "partly"}, False),  # a finding, though its gate is met
        ({"a": DONT_KNOW}, False),
        ({"x": DONT_KNOW}, False),
        ({"a": votes("none", "fully", "fully")}, False),
        ({"b": votes("partly", "fully", "fully")}, False),  # no gate is open, and yet somebody says that it is missing
        ({"b": votes("largely", "fully")}, True),
    ],
)
def test_only_without_a_finding_an_open_point_or_a_gate_unmet(said: dict[str, Value | Answer], expected: bool) -> None:
    assert expected is complete(score(PACK, answers(**{**GOOD, **said})))


def test_each_area_is_asked_for_itself() -> None:
    found = score(PACK, answers(**{**GOOD, "a": DONT_KNOW}))
    assert (False, True) == (in_domain(found, "d").nothing, in_domain(found, "e").nothing)
    assert ["g"] == [one.gate.id for one in in_domain(found, "d").gates]


def test_a_section_is_asked_for_its_own_questions() -> None:
    moved = {
        name: replace(question, section="two" if name in "yb" else "one") for name, question in PACK.questions.items()
    }
    found = score(replace(PACK, questions=moved), answers(**{**GOOD, "b": "none"}))
    assert (True, False) == (in_section(found, "one").nothing, in_section(found, "two").nothing)


def test_what_waits_in_one_area_for_a_question_of_another_is_missing_in_both() -> None:
    pack = made(exposure(), control("a"), exposure("y", "e"), control("b", "e"), b={"when": parse("x >= some")})
    found = score(pack, answers(a="fully", y="little", b="fully"))
    assert ["x"] == [point.question.id for point in in_domain(found, "e").open_points]
    assert ["x"] == [point.question.id for point in in_domain(found, "d").open_points]


@given(campaigns())
@convincing
def test_where_all_is_in_place_no_page_has_anything_to_say(campaign: Campaign) -> None:
    found = score(campaign.pack, campaign.answers)
    assert complete(found) is missing(found).nothing
    if complete(found):
        assert ((), ()) == (found.findings, found.open_points)
        assert all(gate.status in ("met", "no_concern") for gate in found.gates)
        controls = [i for d in found.domains for i in d.of_kind("control") if i.value is not None]
        assert all(i.state is not ItemState.IMPLIED or not i.item.target for i in controls)
        assert found.index == found.raw


CLEAR = "Nothing the rubric asks for is missing. Keep it so until the last ballot is counted."


@pytest.mark.parametrize(
    ("said", "clear"),
    [
        ({}, CLEAR),
        ({"a": "partly"}, ""),
        (
            {"x": "much", "a": "largely"},
            "Each thing is good enough by itself. Keep it so until the last ballot is counted.",
        ),
        ({"x": "much"}, CLEAR),
    ],
)
def test_what_an_exposure_asks_for_can_be_more_than_each_target(said: dict[str, Value | Answer], clear: str) -> None:
    """A page with "98 % of what is asked for" on it does not say that all of that is in place."""
    found = score(PACK, answers(**{**GOOD, **said}))
    assert clear == all_clear(found)
    assert all_in_place(found) is (clear == CLEAR)
    assert complete(found) is bool(clear)
