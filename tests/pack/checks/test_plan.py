"""Tags that forbid nothing or look misspelt, hours that nobody is asked for, and sizes of a team without hours."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

GATES = "gates:\n  - {id: plan"
PHASE = "calendar: [{from: 0, title: Late, says: So., forbid: [new_tool]}]\n" + GATES
TAGGED = ("hours: 1, wait: 1, owner: manager", "hours: 1, wait: 1, tags: [new_tool], owner: manager")
NEAR = ("hours: 1, wait: 1, owner: comms", "hours: 1, wait: 1, tags: [new_tol], owner: comms")
OTHER = ("hours: 1, wait: 1, owner: comms", "hours: 1, wait: 1, tags: [print], owner: comms")
CAPACITY = (
    "capacity: {hours: staff, team: region, by_team: {us: 6, uk: 7.5}, small: [us], first_day: 6, because: Evenings.}\n"
    + GATES
)


def test_what_a_phase_forbids_some_action_has() -> None:
    assert [] == told((GATES, PHASE), TAGGED)
    assert [
        "rubric.yaml:12:55: no action has the tag `new_tool`, so this forbids nothing. Give it to an action under `tags`, or take it away."
    ] == told((GATES, PHASE))


def test_a_misspelt_tag_of_a_phase_comes_with_the_one_that_was_meant() -> None:
    assert [
        "rubric.yaml:12:55: no action has the tag `new_tols`, so this forbids nothing. Did you mean `new_tool`?"
    ] == told((GATES, PHASE.replace("new_tool", "new_tols")), TAGGED)


def test_a_tag_that_looks_misspelt_is_worth_a_look_and_another_is_not() -> None:
    assert [
        "rubric/fakes.yaml:18:89: warning: the tag `new_tol` of `try` is forbidden nowhere. Did you mean `new_tool`?"
    ] == told((GATES, PHASE), TAGGED, NEAR)
    assert [] == told((GATES, PHASE), TAGGED, OTHER)


CASES: list[tuple[tuple[str, str], list[str]]] = [
    (("small: [us]", "small: []"), []),
    (("hours: staff", "hours: stuff"), ["rubric.yaml:12:19: no question is called `stuff`. Did you mean `staff`?"]),
    (
        ("hours: staff", "hours: region"),
        ["rubric.yaml:12:19: `region` is not a number of hours. Name a question of type number."],
    ),
    (
        ("hours: staff", "hours: minutes_online"),
        ["rubric.yaml:12:19: `minutes_online` is scored, and hours are no merit. Name a question without a score."],
    ),
    (("team: region", "team: regoin"), ["rubric.yaml:12:32: no question is called `regoin`. Did you mean `region`?"]),
    (
        ("team: region", "team: channels"),
        ["rubric.yaml:12:32: `channels` has no choices that stand for sizes. Name a select_one question."],
    ),
    (
        ("us: 6, uk: 7.5", "us: 6"),
        ["rubric.yaml:12:40: `by_team` has no hours for `uk` of `region`. Give each choice its hours a week."],
    ),
    (
        ("uk: 7.5", "uk: 7.5, fr: 3"),
        ["rubric.yaml:12:66: `region` has no choice `fr`. Allowed here: `uk`, `us`."],
    ),
    (
        ("small: [us]", "small: [es]"),
        ["rubric.yaml:12:75: `region` has no choice `es`. Allowed here: `uk`, `us`."],
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_each_mistake_in_the_capacity_is_named(change: tuple[str, str], expected: list[str]) -> None:
    assert expected == told((GATES, CAPACITY.replace(*change)))


def test_hours_that_only_a_larger_edition_counts_are_none_for_the_others() -> None:
    editions = ("roles: {", "editions: [{id: small, title: S}, {id: large, title: L}]\nroles: {")
    large = ("id: staff, type: number", "id: staff, edition: large, type: number")
    assert [
        "rubric.yaml:12:19: `staff` counts in larger editions only, so others would have no hours. Name a question that every edition asks."
    ] == told((GATES, CAPACITY), editions, large)
