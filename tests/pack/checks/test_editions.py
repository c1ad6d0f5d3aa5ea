"""Editions, and what a smaller one may not hang on."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

THREE = (
    "ladders:",
    "editions: [{id: quick, title: Quick, scored_as: standard}, {id: standard, title: Standard}, {id: full, title: Full}]\nladders:",
)
PLAN_FULL = ("role: comms, sources: [F-A01]", "role: comms, sources: [F-A01], edition: full")
CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((THREE,), []),
    (
        (("role: comms, sources: [F-A01]", "role: comms, sources: [F-A01], edition: ful"),),
        ["sections/fakes.yaml:6:107: no edition is called `ful`."],
    ),
    (
        (THREE, ("title: Quick, scored_as: standard", "title: Quick, scored_as: standart")),
        ["questionnaire.yaml:8:49: no edition is called `standart`. Did you mean `standard`?"],
    ),
    (
        (THREE, ("title: Full}", "title: Full, scored_as: quick}")),
        [
            "questionnaire.yaml:8:128: `full` is scored as the smaller edition `quick`. What is asked would not count; name itself or a larger one.",
        ],
    ),
    (
        (THREE, ("id: full, title: Full", "id: quick, title: Full")),
        ["questionnaire.yaml:8:98: two editions are called `quick`. The first is on line 8; rename one."],
    ),
    (
        (THREE, PLAN_FULL),
        [
            "rubric.yaml:13:44: the gate `plan_first` joins `rules` with `plan`, which only a larger edition asks. Give both the same edition.",
            "rubric/fakes.yaml:10:65: `drill` counts in smaller editions than `plan`, which it requires. Give both the same edition.",
            "sections/fakes.yaml:7:58: `drill` is asked in smaller editions than `plan`, on which its `follows` hangs. Give both the same edition, or let the condition ask something that smaller editions ask too.",
        ],
    ),
    (
        (THREE, ("text: Any chatbot?", "text: Any chatbot?, edition: standard")),
        [
            "sections/fakes.yaml:8:74: `label` is asked in smaller editions than `uses_ai`, on which its `when` hangs. Give both the same edition, or let the condition ask something that smaller editions ask too.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
