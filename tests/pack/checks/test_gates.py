"""Gates that could not be understood, or would open when less is in place."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: not (plan >= partly)"),),
        [
            "rubric.yaml:13:44: the `needs` of a gate cannot use `not` or `!=`. Write it like `sign_in >= largely`.",
        ],
    ),
    (
        (
            (
                "needs: plan >= partly and rules >= 0.5, when: audio >= much",
                "needs: plan >= partly, when: audio != much",
            ),
        ),
        [
            "rubric.yaml:13:66: the `when` of a gate cannot use `not` or `!=`. Write it like `voice_online >= some`.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan == partly"),),
        [
            "rubric.yaml:13:44: a gate asks whether `plan` is at a level or above. Write it like `sign_in >= largely`.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan > partly"),),
        [
            "rubric.yaml:13:44: a gate asks whether `plan` is at a level or above. Write it like `sign_in >= largely`.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plann >= partly"),),
        [
            "rubric.yaml:13:44: no control is called `plann`. Did you mean `plan`?",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: region >= us"),),
        [
            "rubric.yaml:13:44: `region` is not scored, so no gate can ask for it. Name a control.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: audio >= much"),),
        [
            "rubric.yaml:13:44: `audio` is an exposure item, not a control. It may stand under `when`.",
        ],
    ),
    (
        (
            (
                "needs: plan >= partly and rules >= 0.5, when: audio >= much",
                "needs: plan >= partly, when: label >= fully",
            ),
        ),
        [
            "rubric.yaml:13:66: `label` is a control, not an exposure item. It may stand under `needs`.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan >= parly"),),
        [
            "rubric.yaml:13:44: `plan` has no choice `parly`. Did you mean `partly`?",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan >= none"),),
        [
            "rubric.yaml:13:44: `plan` is always at `none` or above. Name a higher level, or take this part away.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan >= fully"),),
        [
            "rubric.yaml:13:44: the gate asks more of `plan` (fully) than its target. Give the control `target: fully`.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: hours >= 3"),),
        [
            "rubric.yaml:13:44: `hours` gets worse as its number rises, so no gate can ask for more of it. Use another control.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: rules >= names"),),
        [
            "rubric.yaml:13:44: `rules` is measured in numbers, not `names`. Write a number, such as 0.7.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: rules >= 3"),),
        [
            "rubric.yaml:13:44: `rules` is measured from 0 to 1, not `3`. Write one, such as 0.7.",
        ],
    ),
    (
        (
            (
                "needs: plan >= partly and rules >= 0.5, when: audio >= much",
                "needs: plan >= partly, when: audoi >= much",
            ),
        ),
        [
            "rubric.yaml:13:66: no exposure item is called `audoi`. Did you mean `audio`?",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan"),),
        [
            "rubric.yaml:13:44: `plan` is not a comparison. Say what the answer should be, as in `uses_ai == yes`.",
        ],
    ),
    (
        (("cap: 0.5", "cap: 50"),),
        [
            "rubric/fakes.yaml:15:62: the cap 50 is out of range: 0 to 1. A gate in a domain caps that domain; one in rubric.yaml caps the index.",
        ],
    ),
    (
        (("cap: 59", "cap: 0.59"),),
        [
            "rubric.yaml:13:103: warning: the cap 0.59 is below 1, and the index runs from 0 to 100. Is 59 meant?",
        ],
    ),
    (
        (("text: Labels?", "text: Labels?, na: yes"),),
        [
            "rubric/fakes.yaml:15:40: warning: “does not apply” on `label` takes the gate `labels` away. Take `na: yes` from `label`, or let the gate need another control too.",
        ],
    ),
    (
        (
            ("text: A plan?", "text: A plan?, na: yes"),
            ("needs: plan >= partly and rules >= 0.5, when: audio >= much", "needs: plan >= partly or drill >= yes"),
        ),
        [
            "rubric.yaml:13:44: warning: “does not apply” on `plan` takes the gate `plan_first` away. Take `na: yes` from `plan`, or let the gate need another control too.",
            "rubric.yaml:13:62: the gate asks more of `drill` (yes) than its target. Give the control `target: yes`.",
        ],
    ),
    (
        (
            (
                "gates:\n  - {id: labels",
                "gates:\n  - {id: other, title: O, needs: uses_ai >= yes, when: region >= uk, cap: 0.4, because: so}\n  - {id: labels",
            ),
            (
                "domains: [fakes]",
                "domains: [fakes, {domain: rest, title: R, weight: 1, because: x, exposure: [{question: region, weight: 1, values: {us: 0, uk: 1}}], controls: [{question: uses_ai, weight: 1, finding: x, importance: critical}]}]",
            ),
            ("when: uses_ai == yes and texts in channels", "when: region == us"),
        ),
        [
            "rubric.yaml:11:155: warning: no action raises `uses_ai` to its target. Say what to do about it, or lower the target.",
            "rubric/fakes.yaml:15:34: `uses_ai` belongs to the domain `rest`, the gate to `fakes`. Move the gate to rubric.yaml, where it caps the index.",
            "rubric/fakes.yaml:15:56: `region` belongs to the domain `rest`, the gate to `fakes`. Move the gate to rubric.yaml, where it caps the index.",
        ],
    ),
    (
        (("stop: Stop., open: Ask.", "stop: Stop."),),
        [
            "rubric.yaml:14:12: the gate `plan_first` has a `stop` and no `open`, the text for those who do not know yet. Say under `open` what is not known, and whom to ask.",
        ],
    ),
    (
        (
            (
                "needs: plan >= partly and rules >= 0.5, when: audio >= much",
                "needs: plan >= partly",
            ),
        ),
        [],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
