"""Editions, and what a smaller one may not hang on; things to do after the election, and distances to it."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

THREE = (
    "ladders:",
    "editions: [{id: quick, title: Quick, scored_as: standard}, {id: standard, title: Standard}, {id: full, title: Full}]\nladders:",
)
PLAN_FULL = ("role: comms, sources: [F-A01]", "role: comms, sources: [F-A01], edition: full")
AFTER = "afterwards: [{id: close, title: Close., how: So., hours: 1, owner: manager, days: 7}]\ngates:"
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
    ((("gates:", AFTER),), []),
    (
        (("gates:", AFTER.replace("owner: manager", "owner: manger")),),
        ["rubric.yaml:12:68: no role is called `manger`. Did you mean `manager`?"],
    ),
    (
        (("gates:", AFTER.replace("days: 7", "days: 7, when: uses_ai == yess")),),
        ["rubric.yaml:12:103: `uses_ai` has no choice `yess`. Did you mean `yes`?"],
    ),
    (
        (
            (
                "gates:",
                AFTER.replace(
                    "days: 7}", "days: 7}, {id: close, title: C., how: So., hours: 1, owner: comms, days: 8}"
                ),
            ),
        ),
        ["rubric.yaml:12:92: two later tasks are called `close`. The first is on line 12; rename one."],
    ),
    (
        (("gates:", "calendar: [{from: 10, title: Near, says: So.}, {from: 0, title: Now, says: So.}]\ngates:"),),
        [],
    ),
    (
        (
            (
                "gates:",
                "calendar:\n  - {from: 10, title: Near, says: So.}\n  - {from: 10, title: Now, says: So.}\ngates:",
            ),
        ),
        [
            "rubric.yaml:14:12: two distances start at 10 days. The first is on line 13; the later one would never be read.",
        ],
    ),
]

FIRST = ("lead_days: 1, owner: manager}", "lead_days: 1, owner: manager, pack: first_day}")
MONEY: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((FIRST,), []),
    (
        (FIRST, ("hours: 1, lead_days: 1, owner: manager", "hours: 8.5, lead_days: 1, owner: manager")),
        [
            "rubric/fakes.yaml:17:128: the first day's work takes 8.5 hours; a day has 8. Move some of it to the first week.",
        ],
    ),
    (
        (("owner: comms, after: [write]}", "owner: comms, after: [write], paid: yes}"),),
        [
            "rubric/fakes.yaml:18:50: only `try`, which costs money, raises `drill`. Add an action without `paid` that helps a little at least.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES + MONEY)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
