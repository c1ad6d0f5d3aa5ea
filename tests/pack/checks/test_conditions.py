"""Conditions that ask for what cannot be answered."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("when: uses_ai == yes and texts in channels", "when: uses_ia == yes"),),
        [
            "sections/fakes.yaml:8:74: no question is called `uses_ia`. Did you mean `uses_ai`?",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: uses_ai == yess"),),
        [
            "sections/fakes.yaml:8:85: `uses_ai` has no choice `yess`. Did you mean `yes`?",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: text in channels"),),
        [
            "sections/fakes.yaml:8:74: `channels` has no choice `text`. Did you mean `texts`?",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: region in [us, ukk]"),),
        [
            "sections/fakes.yaml:8:84: a bracket is opened and not closed, or a comma is missing. Check the list.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: audio >= mutch"),),
        [
            "sections/fakes.yaml:8:83: `audio` has no choice `mutch`. Did you mean `much`?",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: called == x"),),
        [
            "sections/fakes.yaml:8:74: `called` is a text question; conditions ask for choices and numbers.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: ballots >= x"),),
        [
            "sections/fakes.yaml:8:74: `ballots` is a date question; conditions ask for choices and numbers.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: staff == x"),),
        [
            "sections/fakes.yaml:8:74: `staff` is a number. Write it like `staff >= 10`.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: staff >= many"),),
        [
            "sections/fakes.yaml:8:74: `staff` is a number and cannot be >= `many`. Write it like `staff >= 10`.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: channels == texts"),),
        [
            "sections/fakes.yaml:8:74: several choices can be ticked in `channels`. Write `texts in channels`.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: channels >= texts"),),
        [
            "sections/fakes.yaml:8:74: the choices of `channels` have no order. Write `choice in channels`.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: yes in uses_ai"),),
        [
            "sections/fakes.yaml:8:81: one choice is taken in `uses_ai`. Write `uses_ai == yes`.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: region >= 3"),),
        [
            "sections/fakes.yaml:8:74: `region` has choices; it cannot be compared with 3. Compare it with a choice.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: uses_ai = yes"),),
        [
            "sections/fakes.yaml:8:82: the condition `uses_ai = yes` cannot be read. Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", 'when: "uses_ai == yes and\n    channels == texts"'),),
        [
            "sections/fakes.yaml:8:74: several choices can be ticked in `channels`. Write `texts in channels`.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: uses_ai != yes"),),
        [
            "sections/fakes.yaml:8:74: `label` is scored, so its `when` cannot use `not` or `!=`. Say which answers open it.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: not (uses_ai == yes)"),),
        [
            "sections/fakes.yaml:8:74: `label` is scored, so its `when` cannot use `not` or `!=`. Say which answers open it.",
        ],
    ),
    (
        (("when: uses_ai == yes and texts in channels", "when: plan == fully"),),
        [
            "sections/fakes.yaml:8:74: `label` is scored, and its `when` depends on the control `plan`. Only facts and exposure items may decide. For a follow-up write `follows: plan`.",
        ],
    ),
    (
        (
            (
                "when: uses_ai == yes and texts in channels",
                "when: staff > 0 or staff > 1 or staff > 2 or staff > 3 or staff > 4 or staff > 5 or staff > 6 or staff > 7 or staff > 8 or staff > 9 or staff > 10 or staff > 11 or staff > 12",
            ),
        ),
        [
            "sections/fakes.yaml:8:74: the condition has 13 comparisons; at most 12. Ask a simpler question first, and refer to that.",
        ],
    ),
    (
        (
            (
                "when: uses_ai == yes and texts in channels}",
                "when: uses_ai == yes and region == us and staff > 1 and texts in channels and audio >= much and minutes_online > 3 and rules == x}\n",
            ),
        ),
        [
            "sections/fakes.yaml:8:74: `label` is scored, and its `when` depends on the control `rules`. Only facts and exposure items may decide. For a follow-up write `follows: rules`.",
            "sections/fakes.yaml:8:74: the condition asks about 7 questions; at most 6. Ask a simpler question first, and refer to that.",
            "sections/fakes.yaml:8:187: several choices can be ticked in `rules`. Write `x in rules`.",
        ],
    ),
    (
        (("text: Where?", "text: Where?, when: plan == fully"),),
        [],
    ),
    (
        (
            ("text: Where?", "text: Where?, when: plan == fully"),
            ("when: uses_ai == yes and texts in channels", "when: region == us"),
        ),
        [
            "sections/fakes.yaml:8:74: `label` is scored, and its `when` depends on the control `plan` through `region`. Only facts and exposure items may decide. For a follow-up write `follows: plan`.",
        ],
    ),
    (
        (
            ("text: Where?", "text: Where?, follows: plan"),
            ("when: uses_ai == yes and texts in channels", "when: region == us"),
        ),
        [
            "sections/fakes.yaml:8:74: `label` is scored, and its `when` depends on the control `plan` through `region`. Only facts and exposure items may decide. For a follow-up write `follows: plan`.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
