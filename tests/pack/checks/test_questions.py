"""Questions that cannot be asked as they are written."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("choices: [{id: us, text: US}, {id: uk, text: UK}]", "choices: [{id: us, text: US}]"),),
        [
            "sections/about.yaml:15:50: `region` has one choice. Give at least two, or the name of a ladder.",
        ],
    ),
    (
        ((", choices: [{id: us, text: US}, {id: uk, text: UK}]", ""),),
        [
            "sections/about.yaml:15:5: `region` has no choices. Give at least two, or the name of a ladder.",
        ],
    ),
    (
        (("text: How many people?", "text: How many people?, choices: [{id: a, text: A}, {id: b, text: B}]"),),
        [
            "sections/about.yaml:6:55: `staff` is a number question and takes no choices. Use select_one or select_multiple, or take the choices away.",
        ],
    ),
    (
        (("text: Any chatbot?", "text: Any chatbot?, choices: [{id: no, text: N}, {id: maybe, text: M}]"),),
        [
            "sections/about.yaml:7:53: `uses_ai` is a yes_no question; its choices are `no` and `yes`. Use select_one for other choices.",
            "sections/fakes.yaml:8:85: `uses_ai` has no choice `yes`. Allowed here: `maybe`, `no`.",
        ],
    ),
    (
        (("{id: us, text: US}", "{id: us, text: US, alone: yes}"),),
        [
            "sections/about.yaml:15:79: `alone` has no meaning in `region`, where one choice is taken anyway. Take it away.",
        ],
    ),
    (
        (("text: Any chatbot?", "text: Any chatbot?, lowest: 1, highest: 2, unit: x"),),
        [
            "sections/about.yaml:7:53: `lowest` is for numbers; `uses_ai` is a yes_no question. Take it away.",
            "sections/about.yaml:7:64: `highest` is for numbers; `uses_ai` is a yes_no question. Take it away.",
            "sections/about.yaml:7:76: `unit` is for numbers; `uses_ai` is a yes_no question. Take it away.",
        ],
    ),
    (
        (("lowest: 0, highest: 500", "lowest: 5, highest: 5"),),
        [
            "sections/about.yaml:6:63: `lowest` (5) is not below `highest` (5). Change one of the two.",
        ],
    ),
    (
        (("role: comms", "role: coms"),),
        [
            "sections/fakes.yaml:6:73: no role is called `coms`. Did you mean `comms`?",
        ],
    ),
    (
        (("F-A01]", "F-A02]"),),
        [
            "sections/fakes.yaml:6:90: no source is called `F-A02`. Did you mean `F-A01`?",
        ],
    ),
    (
        (("first_ballots: ballots", "first_ballots: staff"),),
        [
            "questionnaire.yaml:6:16: `first_ballots` needs a date question; `staff` is a number question. Name another one.",
        ],
    ),
    (
        (("campaign_name: called", "campaign_name: caled"),),
        [
            "questionnaire.yaml:5:16: no question is called `caled`. Did you mean `called`?",
        ],
    ),
    (
        (("campaign_name: called", "election_day: called"),),
        [
            "questionnaire.yaml:5:15: `election_day` needs a date question; `called` is a text question. Name another one.",
        ],
    ),
    (
        (("ladder: practice, role", "ladder: practise, role"),),
        [
            "sections/fakes.yaml:6:57: no ladder is called `practise`. Did you mean `practice`?",
        ],
    ),
    (
        (
            (
                "ladder: practice, role",
                "ladder: practice, choices: [{id: none, text: a},{id: partly, text: a},{id: fully, text: b}], role",
            ),
        ),
        [
            "sections/fakes.yaml:6:49: `plan` has a ladder and choices. Keep one of the two.",
        ],
    ),
    (
        (("text: Labels?, ladder", "text: Labels?, lader"),),
        [
            "sections/fakes.yaml:8:50: a question takes no `lader`. Did you mean `ladder`?",
        ],
    ),
    (
        (("text: Any chatbot?", "text: Any chatbot?, choices: [{id: no, text: Not at all}, {id: yes, text: Yes}]"),),
        [],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
