"""Open points: what counts and is not known, told once, at the question that can be asked now (1.6 and 1.8)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from hustings.scoring.result import OpenPoint
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, known
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, fact, gate, made, votes


def points(pack: Pack, **given_: Value | Answer) -> tuple[OpenPoint, ...]:
    return score(pack, answers(**given_)).open_points


def ids(pack: Pack, **given_: Value | Answer) -> list[str]:
    return [point.question.id for point in points(pack, **given_)]


PLAIN = made(exposure(), control("c"))


def test_controls_and_exposures_that_nobody_knows_are_listed_in_the_packs_order() -> None:
    assert ["x", "c"] == ids(PLAIN)
    assert ["not_answered", "not_known"] == [point.reason for point in points(PLAIN, c=DONT_KNOW)]
    assert [] == ids(PLAIN, x="much", c="none")


def test_what_does_not_apply_is_no_open_point() -> None:
    asked: dict[str, Any] = {"c": {"na": True}, "e": {"when": parse("us == yes")}}
    pack = made(exposure(), control("c"), control("e"), control("f"), facts=[fact("us")], **asked)
    assert [] == ids(pack, x="much", us="no", c=NA, f="none")


def test_what_waits_is_told_at_the_question_that_can_be_asked() -> None:
    asked: dict[str, Any] = {"c": {"follows": Follows("p")}, "e": {"follows": Follows("c")}}
    pack = made(exposure(), control("p"), control("c"), control("e"), **asked)
    (point,) = points(pack, x="much")
    assert ("p", ("p", "c", "e"), ("c", "e")) == (point.question.id, point.items, point.waiting)


def test_a_fact_counts_where_it_leaves_open_what_applies() -> None:
    facts = [fact("us"), fact("state", when=parse("us == yes")), fact("idle")]
    pack = made(exposure(), control("c"), control("e"), facts=facts, c={"when": parse("state == yes")})
    (point,) = points(pack, x="much", c="none", e="none")
    assert ("us", ("c",), ("c",)) == (point.question.id, point.items, point.waiting)
    (point,) = points(pack, x="much", us="yes", c="none", e="none")
    assert "state" == point.question.id
    assert [] == ids(pack, x="much", us="yes", state="no", e="none")


def test_an_answer_that_is_ignored_while_nobody_knows_whether_it_applies_is_not_asked_again() -> None:
    facts = [fact("us"), fact("state", when=parse("us == yes"))]
    pack = made(exposure(), control("c"), facts=facts, c={"when": parse("state == yes")})
    assert ["us"] == ids(pack, x="much", state="yes", c="none")


def test_disputed_facts_and_exposures_that_leave_open_what_applies_are_the_rooms_to_decide() -> None:
    pack = made(exposure(), control("c"), control("e"), facts=[fact("us")], c={"when": parse("us == yes")})
    (point,) = points(pack, x="much", e="none", us=votes("yes", "no"))
    assert ("us", "disputed", ("c",)) == (point.question.id, point.reason, point.items)
    assert ["c"] == ids(pack, x="much", e="none", us=votes("yes", "yes"))
    heated = made(exposure(), exposure("y"), control("c"), c={"when": parse("y >= some")})
    assert ["y"] == ids(heated, x="much", y=votes("little", "much"), c="none")


def test_a_disputed_parent_is_asked_where_its_follow_up_was_marked_as_not_applicable() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p"), "na": True})
    found = score(pack, answers(x="much", p=votes("none", "fully"), c=NA))
    assert [("p", "disputed", ("c",))] == [
        (point.question.id, point.reason, point.items) for point in found.open_points
    ]
    assert () == found.findings


def test_what_waits_for_a_parent_of_unknown_applicability_is_told_at_what_decides_about_that() -> None:
    asked: dict[str, Any] = {"p": {"when": parse("us == yes")}, "c": {"follows": Follows("p")}}
    pack = made(exposure(), control("p"), control("c"), control("e"), facts=[fact("us")], **asked)
    (point,) = points(pack, x="much", e="none")
    assert ("us", ("p", "c")) == (point.question.id, point.items)


# --- gates -------------------------------------------------------------------------------------------------

GATED = made(
    exposure(), exposure("y"), control("c"), control("e"),
    gates=[gate("inner", "c >= largely", scope="d", cap="0.5", when="y >= some"), gate("outer", "c >= partly")],
)  # fmt: skip


def test_open_gates_hang_on_what_is_not_known_overall_ones_first() -> None:
    found = {point.question.id: point for point in points(GATED, x="much")}
    assert {"y": ["inner"], "c": ["outer", "inner"], "e": []} == {
        name: [one.gate.id for one in point.gates] for name, point in found.items()
    }
    assert {"c"} == {name for name, point in found.items() if point.decides}


def test_a_gate_that_is_settled_hangs_on_nothing() -> None:
    assert [()] == [point.gates for point in points(GATED, x="much", y="little", c="fully")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (votes("none", "fully", "fully"), (["c"], [])),  # on both sides, the middle at target: the room's to decide
        (votes("none", "partly", "fully"), ([], ["c"])),  # the middle below target: a finding
        (votes("none", "partly", "partly"), ([], ["c"])),  # all below the gate: not met
        (votes("largely", "fully"), ([], [])),
    ],
)
def test_votes_on_both_sides_of_an_open_gate(said: Answer, expected: tuple[list[str], list[str]]) -> None:
    found = score(made(exposure(), control("c"), gates=[gate("g", "c >= largely")]), answers(x="much", c=said))
    assert expected == (
        [point.question.id for point in found.open_points], [one.item.question for one in found.findings]
    )  # fmt: skip


def test_votes_on_one_side_of_every_level_decide_nothing() -> None:
    gates = [gate("g", "c >= largely and e >= largely")]
    pack = made(exposure(), control("c"), control("e"), gates=gates)
    assert ["e"] == ids(pack, x="much", c=votes("largely", "fully"))


def test_a_disputed_exposure_through_which_a_gate_is_open_is_the_rooms_to_decide() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely", when="x >= some")])
    (point,) = points(pack, x=votes("little", "much"), c="none")
    assert ("x", "disputed", (), ["g"]) == (
        point.question.id, point.reason, point.items, [one.gate.id for one in point.gates]
    )  # fmt: skip
    assert [] == ids(pack, x=votes("some", "much"), c="none")


def test_a_disputed_parent_through_which_a_gate_is_open_is_the_rooms_to_decide() -> None:
    asked: dict[str, Any] = {"b": {"follows": Follows("a")}, "c": {"follows": Follows("b", "largely")}}
    pack = made(exposure(), control("a"), control("b"), control("c"), gates=[gate("g", "c >= largely")], **asked)
    assert ["a"] == ids(pack, x="much", a=votes("none", "fully"), b="fully", c="fully")
    assert ["a"] == ids(pack, x="much", a=votes("none", "fully"), b="fully", c="largely")
    assert ["b"] == ids(pack, x="much", a="fully", b=votes("partly", "fully"), c="fully")
    assert ["a", "b"] == ids(pack, x="much", a=votes("none", "fully"), b=votes("none", "fully"), c="fully")
    assert [] == ids(pack, x="much", a=votes("none", "fully"), b="fully", c="partly")


# --- the two lists -----------------------------------------------------------------------------------------


@given(campaigns())
@convincing
def test_the_two_lists_are_never_mixed(campaign: Campaign) -> None:
    found = score(campaign.pack, campaign.answers)
    known_gaps = {finding.item.question for finding in found.findings}
    not_known = {point.question.id for point in found.open_points} | {i for p in found.open_points for i in p.items}
    assert known_gaps.isdisjoint(not_known)
    assert all(found.item(name).state.settled for name in known_gaps)


@given(campaigns())
@convincing
def test_whoever_asks_until_nothing_is_open_knows_everything(campaign: Campaign) -> None:
    pack, rnd, said = campaign.pack, campaign.rnd(), dict(campaign.answers)
    for _ in range(len(pack.questions) + 1):
        asked = score(pack, said).open_points
        if not asked:
            break
        point = rnd.choice(asked)
        said[point.question.id] = _settled(rnd, point, said)
    found = score(pack, said)
    assert () == found.open_points
    assert all(i.state.settled for d in found.domains for i in d.items if i.state.counts)
    assert not any(gate.status == "open" and not gate.disputed for gate in found.gates)


def _settled(rnd: Any, point: OpenPoint, said: dict[str, Answer]) -> Answer:
    before = said.get(point.question.id)
    if before is not None and before.state is State.UNRESOLVED:
        return replace(before, state=State.ANSWERED, value=rnd.choice(before.votes), votes=())
    return known(rnd, point.question)
