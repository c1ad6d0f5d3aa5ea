"""Worked cases that speak of what does not exist."""

from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("answers: {audio: low", "answers: {audoi: low"),),
        [
            "cases.yaml:4:15: no question is called `audoi`. Did you mean `audio`?",
        ],
    ),
    (
        (("band: low", "band: lo"),),
        [
            "cases.yaml:6:13: no band is called `lo`. Did you mean `low`?",
        ],
    ),
    (
        (("gates: {labels", "gates: {label"),),
        [
            "cases.yaml:7:15: no gate is called `label`. Did you mean `labels`?",
        ],
    ),
    (
        (("findings: {plan", "findings: {audio"),),
        [
            "cases.yaml:8:18: no control is called `audio`. Allowed here: `drill`, `hours`, `label`, `plan`, `rules`.",
        ],
    ),
    (
        (("absent: [drill]", "absent: [dril]"),),
        [
            "cases.yaml:9:16: no control is called `dril`. Did you mean `drill`?",
        ],
    ),
    (
        (("absent: [drill]", "absent: [drill]\n      open: [audoi]"),),
        [
            "cases.yaml:10:14: no question is called `audoi`. Did you mean `audio`?",
        ],
    ),
    (
        (("actions: [write]", "actions: [rite]"),),
        [
            "cases.yaml:10:17: no action is called `rite`. Did you mean `write`?",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
