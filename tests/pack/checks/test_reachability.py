"""Follow-ups, circles, and questions that nobody would be asked."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("follows: plan >= fully", "follows: audio"),),
        [
            "sections/fakes.yaml:7:58: `drill` follows `audio`, which is not a control. Only controls have follow-ups. Write `when:` with a condition on `audio`.",
        ],
    ),
    (
        (("follows: plan >= fully", "follows: plann"),),
        [
            "sections/fakes.yaml:7:58: no control is called `plann`. Did you mean `plan`?",
        ],
    ),
    (
        (("follows: plan >= fully", "follows: region"),),
        [
            "sections/fakes.yaml:7:58: `drill` follows `region`, which is not a control. Only controls have follow-ups. Write `when:` with a condition on `region`.",
        ],
    ),
    (
        (("follows: plan >= fully", "follows: plan >= ful"),),
        [
            "sections/fakes.yaml:7:58: `plan` has no choice `ful`. Did you mean `fully`?",
        ],
    ),
    (
        (("follows: plan >= fully", "follows: plan >= none"),),
        [
            "sections/fakes.yaml:7:58: `plan` is always at its lowest level or above. Name a higher level.",
        ],
    ),
    (
        (("follows: plan >= fully", "follows: plan == fully"),),
        [
            "sections/fakes.yaml:7:58: `plan == fully` should be a control at a level. Write it like `response_plan >= partly`.",
        ],
    ),
    (
        (("follows: plan >= fully", "follows: 3"),),
        [
            "sections/fakes.yaml:7:58: `3` is not a comparison. Say what the answer should be, as in `uses_ai == yes`.",
        ],
    ),
    (
        (("text: Clear audio?", "text: Clear audio?, follows: plan"),),
        [
            "rubric/fakes.yaml:5:1: no exposure item of `fakes` always applies. One needs neither `na: yes` nor `when`; otherwise saying less would look safe.",
            "sections/fakes.yaml:4:64: `audio` is an exposure item and cannot follow a control. Ask it always, or let a fact decide with `when`.",
        ],
    ),
    (
        (("text: Where?", "text: Where?, when: region == us"),),
        [
            "sections/about.yaml:15:56: `region` waits for itself. Take one condition away.",
        ],
    ),
    (
        (
            ("text: Where?", "text: Where?, when: uses_ai == yes"),
            ("text: Any chatbot?", "text: Any chatbot?, when: staff > 3"),
            ("text: How many people?", "text: How many people?, when: region == us"),
        ),
        [
            "sections/about.yaml:6:61: these questions wait for each other: `staff` -> `region` -> `uses_ai` -> `staff`. Take one condition away.",
        ],
    ),
    (
        (("text: A plan?", "text: A plan?, follows: drill"),),
        [
            "sections/fakes.yaml:6:58: these questions wait for each other: `plan` -> `drill` -> `plan`. Take one condition away.",
        ],
    ),
    (
        (("text: A plan?", "text: A plan?, follows: plan"),),
        [
            "sections/fakes.yaml:6:58: `plan` waits for itself. Take one condition away.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: region == us and region == uk"),),
        [
            "sections/fakes.yaml:8:74: nobody is ever asked `label`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: staff > 600"),),
        [
            "sections/fakes.yaml:8:74: nobody is ever asked `label`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: texts in channels and nothing in channels"),),
        [
            "sections/fakes.yaml:8:74: nobody is ever asked `label`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: staff > 3 and staff < 4"),),
        [],
    ),
    (
        (
            ("text: Where?", "text: Where?, when: uses_ai == yes"),
            ("when: uses_ai == yes and texts in channels", "when: uses_ai == no and region == uk"),
        ),
        [
            "sections/fakes.yaml:8:74: nobody is ever asked `label`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (
            ("text: Where?", "text: Where?, when: staff > 600"),
            ("when: uses_ai == yes and texts in channels", "when: region == uk"),
        ),
        [
            "sections/about.yaml:15:56: nobody is ever asked `region`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (("text: Practised?, follows: plan >= fully", "text: Practised?, follows: plann, when: region == us"),),
        [
            "sections/fakes.yaml:7:58: no control is called `plann`. Did you mean `plan`?",
        ],
    ),
    (
        (("text: A plan?", "text: A plan?, follows: drill, when: drill == yes"),),
        [
            "sections/fakes.yaml:6:71: `plan` is scored, and its `when` depends on the control `drill`. Only facts and exposure items may decide. For a follow-up write `follows: drill`.",
            "sections/fakes.yaml:6:71: these questions wait for each other: `plan` -> `drill` -> `plan`. Take one condition away.",
        ],
    ),
    (
        (
            ("{id: region", "{id: never, type: yes_no, text: x, when: region == us and region == uk}\n  - {id: region"),
            ("when: uses_ai == yes and texts in channels", "when: never == yes"),
        ),
        [
            "sections/about.yaml:15:46: nobody is ever asked `never`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (
            ("text: Any chatbot?", "text: Any chatbot?, na: yes"),
            ("text: Where?", "text: Where?, when: not (uses_ai == yes or uses_ai == no)"),
        ),
        [],
    ),
    (
        (("text: Where?", "text: Where?, follows: plan, when: not (drill == yes or drill == no)"),),
        [
            "sections/about.yaml:15:71: nobody is ever asked `region`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (
            (
                "{id: region",
                "{id: q0, type: yes_no, text: x}\n  - {id: q1, type: yes_no, text: x, when: q0 == yes}\n  - {id: q2, type: yes_no, text: x, when: q1 == yes}\n  - {id: q3, type: yes_no, text: x, when: q2 == yes}\n  - {id: q4, type: yes_no, text: x, when: q3 == yes}\n  - {id: q5, type: yes_no, text: x, when: q4 == yes}\n  - {id: q6, type: yes_no, text: x, when: q5 == yes}\n  - {id: q7, type: yes_no, text: x, when: q6 == yes}\n  - {id: q8, type: yes_no, text: x, when: q7 == yes}\n  - {id: q9, type: yes_no, text: x, when: q8 == yes}\n  - {id: q10, type: yes_no, text: x, when: q9 == yes}\n  - {id: q11, type: yes_no, text: x, when: q10 == yes}\n  - {id: q12, type: yes_no, text: x, when: q11 == yes}\n  - {id: q13, type: yes_no, text: x, when: q12 == yes}\n  - {id: q14, type: yes_no, text: x, when: q13 == yes}\n  - {id: q15, type: yes_no, text: x, when: q14 == yes}\n  - {id: q16, type: yes_no, text: x, when: q15 == yes}\n  - {id: q17, type: yes_no, text: x, when: q16 == yes}\n  - {id: q18, type: yes_no, text: x, when: q17 == yes}\n  - {id: q19, type: yes_no, text: x, when: q18 == yes}\n  - {id: q20, type: yes_no, text: x, when: q19 == yes}\n  - {id: q21, type: yes_no, text: x, when: q20 == yes}\n  - {id: q22, type: yes_no, text: x, when: q21 == yes}\n  - {id: region",
            ),
            ("when: uses_ai == yes and texts in channels", "when: q22 == yes and q22 == no"),
        ),
        [],
    ),
    (
        (
            (
                "{id: region",
                "{id: n0, type: number, text: x}\n  - {id: n1, type: number, text: x}\n  - {id: n2, type: number, text: x}\n  - {id: n3, type: number, text: x}\n  - {id: n4, type: number, text: x}\n  - {id: n5, type: number, text: x}\n  - {id: region",
            ),
            (
                "when: uses_ai == yes and texts in channels",
                "when: n0 > 3 and n0 < 9 and n1 > 3 and n1 < 9 and n2 > 3 and n2 < 9 and n3 > 3 and n3 < 9 and n4 > 3 and n4 < 9 and n5 > 3 and n5 < 3",
            ),
        ),
        [
            "sections/fakes.yaml:8:74: nobody is ever asked `label`: no answers make its `when` true. Look for two parts that exclude each other.",
        ],
    ),
    (
        (
            ("text: Clear audio?", "text: Clear audio?, na: yes"),
            ("when: uses_ai == yes and texts in channels", "when: audio >= much"),
        ),
        [
            "rubric/fakes.yaml:5:1: no exposure item of `fakes` always applies. One needs neither `na: yes` nor `when`; otherwise saying less would look safe.",
        ],
    ),
    (
        (
            ("text: A plan?", "text: A plan?, na: yes"),
            ("text: Where?", "text: Where?, when: not (drill == yes or drill == no)"),
        ),
        [],
    ),
    (
        (
            ("follows: plan >= fully", "follows: called"),
            ("text: Where?", "text: Where?, when: drill == yes"),
        ),
        [
            "sections/fakes.yaml:7:58: `drill` follows `called`, which is not a control. Only controls have follow-ups. Write `when:` with a condition on `called`.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
