"""Findings that nobody could ever read, and needs that no finding speaks of."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told, told_beyond

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
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
def test_what_a_finding_is_told(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)


def test_a_use_that_needs_more_than_the_target_finds_a_sentence_for_what_is_missing() -> None:
    told_so = [
        "rubric/fakes.yaml:9:16: warning: a use needs more of `plan` than `partly`, and no finding says what is missing then. Say it under `findings: partly`.",
    ]
    assert told_so == told_beyond(("finding: No plan.", "finding: No plan., target: partly"))
    said = ("finding: No plan.", "finding: No plan., target: partly, findings: {partly: Only half a plan.}")
    assert [] == told_beyond(said)
