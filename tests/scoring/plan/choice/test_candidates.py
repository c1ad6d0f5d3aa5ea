"""Which actions may enter a plan, and what comes before each."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.model import Action, Item
from hustings.pack.questionnaire import Follows
from hustings.scoring.items import derivation, sheet
from hustings.scoring.plan.action_graph import action_graph
from hustings.scoring.plan.choice.candidates import Candidates, candidates, closure, dependants, levels_of
from support.small_packs import DONT_KNOW, NA, action, answers, control, exposure, fact, made


def pool(
    actions: list[Action], *items: Item, facts: tuple[str, ...] = (), asked: object = None, **given: object
) -> Candidates:
    pack = made(exposure(), *items, actions=actions, facts=[fact(name) for name in facts], **(asked or {}))  # type: ignore[arg-type]
    return candidates(derivation(sheet(pack, answers(x="some", **given)), {}), action_graph(pack))  # type: ignore[arg-type]


A, B = control("a"), control("b")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("none", True), ("partly", True), ("largely", False), ("fully", False), (DONT_KNOW, True), (NA, False)],
)
def test_an_action_that_changes_nothing_is_left_out(answer: str | Answer, *, expected: bool) -> None:
    found = pool([action("do", {"a": "largely"})], A, B, asked={"a": {"na": True}}, a=answer, b="none")
    assert expected is ("do" in found)


def test_what_is_not_known_is_checked() -> None:
    found = pool([action("do_a", {"a": "largely"}), action("do_b", {"b": "largely"})], A, B, a=DONT_KNOW, b="none")
    assert (True, False) == (found["do_a"].check, found["do_b"].check)


def test_what_may_not_apply_is_not_raised() -> None:
    asked = {"a": {"when": parse("f == yes")}}
    assert [] == [*pool([action("do", {"a": "largely"})], A, B, facts=("f",), asked=asked, b="none")]


def test_an_action_done_already_is_nothing_that_others_wait_for() -> None:
    actions = [
        action("first", {"a": "largely"}, lead_days=4),
        action("then", {"b": "largely"}, lead_days=3, after=("first",)),
    ]
    found = pool(actions, A, B, a="fully", b="none")
    assert ((), 3) == (found["then"].needs, found["then"].finish)
    found = pool(actions, A, B, a="none", b="none")
    assert (("first",), 7) == (found["then"].needs, found["then"].finish)


def test_a_follow_up_waits_for_the_action_that_opens_its_parent() -> None:
    asked = {"b": {"follows": Follows("a", "largely")}}
    actions = [
        action("fully", {"a": "fully"}), action("long", {"a": "largely"}, hours="9"), action("short", {"a": "largely"}),
        action("partly", {"a": "partly"}), action("do_b", {"b": "largely"}),
    ]  # fmt: skip
    for absent in ("none", DONT_KNOW):
        assert ("short",) == pool(actions, A, B, asked=asked, a=absent)["do_b"].needs
    assert () == pool(actions, A, B, asked=asked, a="largely", b="none")["do_b"].needs
    assert "do_b" not in pool(actions[3:], A, B, asked=asked, a="none")


def test_actions_that_wait_for_each_other_through_a_parent_cannot_be_done() -> None:
    asked = {"b": {"follows": Follows("a")}}
    actions = [action("do_b", {"b": "largely"}), action("do_a", {"a": "largely"}, after=("do_b",))]
    assert [] == [*pool(actions, A, B, asked=asked, a="none")]


def test_closure_and_dependants() -> None:
    actions = [
        action("one", {"a": "partly"}), action("two", {"a": "largely"}, after=("one",)),
        action("three", {"b": "largely"}, after=("two",)), action("four", {"b": "partly"}),
    ]  # fmt: skip
    found = pool(actions, A, B, a="none", b="none")
    assert {"one", "two", "three"} == closure(found, ["three"])
    assert {"one", "two", "three"} == dependants(found, ["one"])
    assert {"four"} == dependants(found, ["four"])
    assert {"a": F("0.7"), "b": F("0.3")} == levels_of([found["one"], found["two"], found["four"]])
