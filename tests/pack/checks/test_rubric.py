"""Domains and bands that do not hold together, findings that nobody could ever read, needs that no finding speaks of."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told, told_beyond

BANDS = "  - {id: low, title: Low, from: 0}\n  - {id: high, title: High, from: 60}\n"
CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("text: Clear audio?", "text: Clear audio?, na: yes"),),
        [
            "rubric/fakes.yaml:5:1: no exposure item of `fakes` always applies. One needs neither `na: yes` nor `when`; otherwise saying less would look safe.",
        ],
    ),
    (
        ((BANDS, "- - {id: low, title: Low, from: 0}\n"),),
        [
            "rubric.yaml:7:3: an entry of `bands` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("from: 0", "from: 10"),),
        [
            "rubric.yaml:7:33: the first band starts at 10, so nothing is said below. The first band starts at 0.",
        ],
    ),
    (
        (("from: 60", "from: 0"),),
        [
            "rubric.yaml:8:35: `high` starts at 0, not above `low` (0). List the bands from low to high.",
        ],
    ),
    (
        (("from: 60", "from: 100"),),
        [
            "rubric.yaml:8:35: `high` starts at 100, where the index ends. Let it start lower.",
        ],
    ),
    (
        (("title: High", "title: Low"),),
        [
            "rubric.yaml:8:23: two bands are titled “Low”. The first is `low`; rename one.",
        ],
    ),
    (
        (("value: 0.6", "value: 0"),),
        [
            "rubric.yaml:3:15: `T0` must be more than 0. It is the maturity asked of everyone.",
        ],
    ),
    (
        (
            (
                "bands:",
                "judgements: {severity: {critical: 0.1}, evidence_cap: {E0: 0.5, E1: 0.4, E2: 1, E3: 1}}\nbands:",
            ),
        ),
        [
            "rubric.yaml:6:24: `high` (0.3) is above `critical` (0.1). `critical` is the stronger of the two.",
            "rubric.yaml:6:60: `E0` (0.5) is above `E1` (0.4). `E1` is the stronger of the two.",
        ],
    ),
    ((("finding: No plan.", "finding: No plan., findings: {none: Nothing is planned.}"),), []),
    (
        (("finding: No plan.", "finding: No plan., findings: {fully: All is planned.}"),),
        [
            "rubric/fakes.yaml:9:80: warning: `fully` is good enough for `plan`, so this is never said. Take it away, or raise the `target`.",
        ],
    ),
    (
        (("finding: No plan.", "finding: No plan., findings: {partley: Half a plan.}"),),
        [
            "rubric/fakes.yaml:9:80: `plan` has no choice `partley`. Did you mean `partly`?",
        ],
    ),
    ((("finding: No drill.", "finding: No drill., implied: Nothing to practise."),), []),
    (
        (("finding: No plan.", "finding: No plan., implied: Nothing to plan."),),
        [
            "rubric/fakes.yaml:9:69: `plan` follows nothing, so `implied` is never said. Take it away, or give the question a `follows`.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)


def test_a_use_that_needs_more_than_the_target_finds_a_sentence_for_what_is_missing() -> None:
    told_so = [
        "rubric/fakes.yaml:9:16: warning: a use needs more of `plan` than `partly`, and no finding says what is missing then. Say it under `findings: partly`.",
    ]
    assert told_so == told_beyond(("finding: No plan.", "finding: No plan., target: partly"))
    said = ("finding: No plan.", "finding: No plan., target: partly, findings: {partly: Only half a plan.}")
    assert [] == told_beyond(said)
