"""Domains, bands and actions that do not hold together."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("text: Clear audio?", "text: Clear audio?, na: yes"),),
        [
            "rubric/fakes.yaml:5:1: no exposure item of `fakes` always applies. One needs neither `na: yes` nor `when`; otherwise saying less would look safe.",
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
        (("owner: manager", "owner: boss"),),
        [
            "rubric/fakes.yaml:17:111: no role is called `boss`. Allowed here: `comms`, `manager`.",
        ],
    ),
    (
        (("after: [write]", "after: [wrote]"),),
        [
            "rubric/fakes.yaml:18:109: no action is called `wrote`. Did you mean `write`?",
        ],
    ),
    (
        (("after: [write]", "after: [try]"),),
        [
            "rubric/fakes.yaml:18:108: `try` waits for itself. Take one `after` away.",
        ],
    ),
    (
        (
            ("after: [write]", "after: [mark]"),
            ("owner: comms}", "owner: comms, after: [try]}"),
        ),
        [
            "rubric/fakes.yaml:18:108: these actions wait for each other: `try` -> `mark` -> `try`. Take one `after` away.",
        ],
    ),
    (
        (("after: [write]", "after: [write, try]"),),
        [
            "rubric/fakes.yaml:18:108: `try` waits for itself. Take one `after` away.",
        ],
    ),
    (
        (("plan: fully, rules", "plan: none, rules"),),
        [
            "rubric/fakes.yaml:9:16: warning: no action raises `plan` to its target. Say what to do about it, or lower the target.",
            "rubric/fakes.yaml:17:54: `write` raises `plan` to its lowest level, which is where it starts. Name a higher level.",
        ],
    ),
    (
        (("plan: fully, rules", "audio: much, rules"),),
        [
            "rubric/fakes.yaml:17:54: `audio` is an exposure item, not a control. Name a control.",
        ],
    ),
    (
        (("plan: fully, rules", "plan: fuly, rules"),),
        [
            "rubric/fakes.yaml:17:54: `plan` has no choice `fuly`. Did you mean `fully`?",
        ],
    ),
    (
        (("plan: fully, rules", "plan: partly, rules"),),
        [
            "rubric/fakes.yaml:9:16: warning: no action raises `plan` to its target. Say what to do about it, or lower the target.",
        ],
    ),
    (
        (("finding: No plan.", "importance: critical"),),
        [
            "rubric/fakes.yaml:9:16: warning: `plan` has no `finding`. Say in one sentence what is wrong when it is low.",
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
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
