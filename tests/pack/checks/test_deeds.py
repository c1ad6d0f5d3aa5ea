"""Gates of the index without a stop, stops and breaches without a deed, deeds that take too long or that nobody does."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told, told_beyond

DEED = ", deed: {owner: comms, hours: 0.25, how: At once., title: Pause it.}"
FORM = "Write it like `deed: {title: Pause the calls., how: ..., hours: 0.5, owner: manager}`."
LAW = "penalty: A fine."
BREACHED = f"{LAW}\n    breached_when: plan <= none\n    today: Stop."
WITH_DEED = "deed: {title: Pause it., how: Now., hours: 1, owner: comms}"
CASES: list[tuple[tuple[str, str], list[str]]] = [
    (
        (f"stop: Stop., open: Ask.{DEED}", "open: Ask."),
        [
            "rubric.yaml:13:5: the gate `plan_first` caps the index and has no `stop`. Say under `stop` what to end today, and give the `deed` that ends it."
        ],
    ),
    (
        (DEED, ""),
        [f"rubric.yaml:14:12: the gate `plan_first` has a `stop` and no `deed`, which ends it within the hour. {FORM}"],
    ),
    (
        ("needs: label >= partly, cap: 0.5,", f"needs: label >= partly, cap: 0.5, {WITH_DEED},"),
        [
            "rubric/fakes.yaml:15:67: the `deed` of the gate `labels` is never shown: it has no `stop`. Give `stop`, or take the deed away."
        ],
    ),
    (
        ("hours: 0.25", "hours: 1.5"),
        [
            "rubric.yaml:14:59: a deed takes an hour at most, and this one 1.5 hours. Name what ends it at once; what takes longer is an action."
        ],
    ),
    (("hours: 0.25", "hours: 1"), []),
    (
        ("owner: comms, hours: 0.25", "owner: coms, hours: 0.25"),
        ["rubric.yaml:14:45: no role is called `coms`. Did you mean `comms`?"],
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_each_mistake_is_named(change: tuple[str, str], expected: list[str]) -> None:
    assert expected == told(change)


def test_a_gate_of_a_domain_may_do_without_a_stop() -> None:
    assert [] == told()


def test_a_rule_that_can_be_breached_has_a_deed() -> None:
    what = "`us_label` can be breached and has no `deed`, which ends the breach within the hour."
    assert [f"rules/us.yaml:16:20: {what} {FORM}"] == told_beyond((LAW, BREACHED))
    assert [] == told_beyond((LAW, f"{BREACHED}\n    {WITH_DEED}"))


def test_a_deed_without_a_breach_is_never_shown() -> None:
    what = "the `deed` of `us_label` is never shown: nothing says when it is breached."
    hint = "Give `breached_when`, or take the deed away."
    assert [f"rules/us.yaml:16:5: {what} {hint}"] == told_beyond((LAW, f"{LAW}\n    {WITH_DEED}"))


def test_the_deed_of_a_rule_takes_an_hour_at_most() -> None:
    long = WITH_DEED.replace("hours: 1", "hours: 2")
    hint = "Name what ends it at once; what takes longer is an action."
    assert [f"rules/us.yaml:18:48: a deed takes an hour at most, and this one 2 hours. {hint}"] == told_beyond(
        (LAW, f"{BREACHED}\n    {long}")
    )
