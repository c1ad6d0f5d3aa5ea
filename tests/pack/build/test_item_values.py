"""What answers are worth, and the ways in which that can be wrong."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("low: 0, much: 1", "low: 0, much: 0.9"),),
        [
            "rubric/fakes.yaml:6:34: the highest value is 0.9, not 1. The highest choice counts 1.",
        ],
    ),
    (
        (("low: 0, much: 1", "low: 0.1, much: 1"),),
        [
            "rubric/fakes.yaml:6:34: the lowest value is 0.1, not 0. The lowest choice counts 0.",
        ],
    ),
    (
        (("low: 0, much: 1", "low: 1, much: 0"),),
        [
            "rubric/fakes.yaml:6:51: `much` (0) is worth less than `low` (1). List the choices from low to high.",
        ],
    ),
    (
        (("partly: 0.3, fully: 1}", "partly: 1, fully: 0.9}"),),
        [
            "rubric.yaml:10:34: `fully` (0.9) is worth less than `partly` (1). List the choices from low to high.",
        ],
    ),
    (
        (("{none: 0, partly: 0.3, fully: 1}", "{none: 0, partly: 0.3}"),),
        [
            "rubric/fakes.yaml:9:33: `plan` gives no value for `fully`. Every choice needs a value.",
            "rubric/fakes.yaml:11:34: `label` gives no value for `fully`. Every choice needs a value.",
        ],
    ),
    (
        (("scale: maturity, finding: No plan", "scale: maturety, finding: No plan"),),
        [
            "rubric/fakes.yaml:9:40: no scale is called `maturety`. Did you mean `maturity`?",
        ],
    ),
    (
        (("{none: 0, partly: 0.3, fully: 1}", "{none: 0, partly: 0.3, most: 0.5, fully: 1}"),),
        [
            "rubric/fakes.yaml:9:40: `plan` has no choice `most`. Allowed here: `fully`, `none`, `partly`.",
            "rubric/fakes.yaml:11:41: `label` has no choice `most`. Allowed here: `fully`, `none`, `partly`.",
        ],
    ),
    (
        (("low: 0, much: 1", "low: 0, mutch: 1"),),
        [
            "rubric/fakes.yaml:6:51: `audio` has no choice `mutch`. Did you mean `much`?",
        ],
    ),
    (
        (("low: 0, much: 1", "low: 0"),),
        [
            "rubric/fakes.yaml:6:34: `audio` gives no value for `much`. Every choice needs a value.",
        ],
    ),
    (
        (("[[0, 0], [60, 1]]", "[[0, 0]]"),),
        [
            "rubric/fakes.yaml:7:51: `minutes_online` needs at least two points. Write them like [[0, 0], [12, 1]].",
        ],
    ),
    (
        (("[[0, 0], [60, 1]]", "[[0, 0], [0, 1]]"),),
        [
            "rubric/fakes.yaml:7:60: the point at 0 stands behind the one at 0. List the points from the smallest number to the largest, each once.",
        ],
    ),
    (
        (("[[0, 0], [60, 1]]", "[[0, 0], [9, 1], [60, 0.5]]"),),
        [
            "rubric/fakes.yaml:7:68: the values rise, but not from 1 to 0.5. More of the same must not turn from good to bad.",
        ],
    ),
    (
        (("[[1, 1], [24, 0]]", "[[1, 1], [2, 0], [24, 0.5]]"),),
        [
            "rubric/fakes.yaml:13:59: the values fall, but not from 0 to 0.5. More of the same must not turn from good to bad.",
        ],
    ),
    (
        (("[[0, 0], [60, 1]]", "[[0, 0.5], [60, 0.7]]"),),
        [
            "rubric/fakes.yaml:7:51: the highest value is 0.7, not 1. The highest choice counts 1.",
            "rubric/fakes.yaml:7:51: the lowest value is 0.5, not 0. The lowest choice counts 0.",
        ],
    ),
    (
        (("values: {low: 0, much: 1}", "points: [[0, 0], [1, 1]]"),),
        [
            "rubric/fakes.yaml:6:34: `points` does not fit `audio`, a select_one question. Give one of values, scale.",
        ],
    ),
    (
        (("points: [[0, 0], [60, 1]]", "values: {a: 0}"),),
        [
            "rubric/fakes.yaml:7:43: `values` does not fit `minutes_online`, a number question. Use points.",
        ],
    ),
    (
        (("checklist: {names: 1, phones: 2}", "worst_of: {names: 0.5, phones: 1}"),),
        [
            "rubric/fakes.yaml:12:34: `rules` is a control; `worst_of` is for exposure items only. Use checklist.",
        ],
    ),
    (
        (("checklist: {names: 1, phones: 2}", "scale: maturity"),),
        [
            "rubric/fakes.yaml:12:34: `scale` does not fit `rules`, a select_multiple question. Give one of checklist, worst_of.",
        ],
    ),
    (
        (("checklist: {names: 1, phones: 2}", "checklist: {names: 1}"),),
        [
            "rubric/fakes.yaml:12:34: `rules` gives no value for `phones`. Every choice needs a value.",
        ],
    ),
    (
        (("checklist: {names: 1, phones: 2}", "checklist: {}"),),
        [
            "rubric/fakes.yaml:12:34: `rules` gives no value for `names`, `phones`. Every choice needs a value.",
        ],
    ),
    (
        (("scale: maturity, finding: No plan", "finding: No plan"),),
        [
            "rubric/fakes.yaml:9:16: `plan` does not say what its answers are worth. Give one of values, scale.",
        ],
    ),
    (
        (("scale: maturity, finding: No plan", "scale: maturity, values: {none: 0}, finding: No plan"),),
        [
            "rubric/fakes.yaml:9:16: `plan` says it twice: values and scale. Give one of values, scale.",
        ],
    ),
    (
        (("question: audio", "question: called"),),
        [
            "rubric.yaml:13:83: `audio` is not scored, so no gate can ask for it. Name an exposure item.",
            "rubric/fakes.yaml:6:16: `called` is a text question and cannot be scored. Leave it out of the rubric; it stays in the report.",
        ],
    ),
    (
        (("question: audio", "question: ballots"),),
        [
            "rubric.yaml:13:83: `audio` is not scored, so no gate can ask for it. Name an exposure item.",
            "rubric/fakes.yaml:6:16: `ballots` is a date question and cannot be scored. Leave it out of the rubric; it stays in the report.",
        ],
    ),
    (
        (("question: audio", "question: audoi"),),
        [
            "rubric/fakes.yaml:6:16: no question is called `audoi`. Did you mean `audio`?",
        ],
    ),
    (
        (
            (
                "{question: audio, weight: 1, values: {low: 0, much: 1}}",
                "{question: channels, weight: 1, worst_of: {doors: 0.2, texts: 0.8}}",
            ),
        ),
        [
            "rubric.yaml:13:83: `audio` is not scored, so no gate can ask for it. Name an exposure item.",
            "rubric/fakes.yaml:6:37: the highest value is 0.8, not 1. The highest choice counts 1.",
        ],
    ),
    (
        (("target: 6", "target: soon"),),
        [
            "rubric/fakes.yaml:13:89: `hours` is measured in numbers, not `soon`. Write a number, such as 0.7.",
        ],
    ),
    (
        (("scale: maturity, finding: No plan", "scale: maturity, target: ful, finding: No plan"),),
        [
            "rubric/fakes.yaml:9:58: `plan` has no choice `ful`. Did you mean `fully`?",
        ],
    ),
    (
        (("checklist: {names: 1, phones: 2}", "checklist: {names: 1, phones: 2}, target: 2"),),
        [
            "rubric/fakes.yaml:12:76: `rules` is measured from 0 to 1, not `2`. Write one, such as 0.7.",
        ],
    ),
    (
        (("requires: [plan >= partly]", "requires: [plann >= partly]"),),
        [
            "rubric/fakes.yaml:10:65: no control is called `plann`. Did you mean `plan`?",
        ],
    ),
    (
        (("requires: [plan >= partly]", "requires: [plan >= part]"),),
        [
            "rubric/fakes.yaml:10:65: `plan` has no choice `part`. Did you mean `partly`?",
        ],
    ),
    (
        (("requires: [plan >= partly]", "requires: [audio >= much]"),),
        [
            "rubric/fakes.yaml:10:65: `audio` is an exposure item, not a control. Name a control.",
        ],
    ),
    (
        (("requires: [plan >= partly]", "requires: [plan == partly]"),),
        [
            "rubric/fakes.yaml:10:65: `plan == partly` should be a control at a level. Write it like `response_plan >= partly`.",
        ],
    ),
    (
        (
            ("requires: [plan >= partly]", "requires: [label >= partly]"),
            ("finding: No labels.", "finding: No labels., requires: [drill >= yes]"),
        ),
        [
            "rubric/fakes.yaml:10:64: these controls require each other: `drill` -> `label` -> `drill`. Take one of them away.",
        ],
    ),
    (
        (("requires: [plan >= partly]", "requires: [drill >= yes]"),),
        [
            "rubric/fakes.yaml:10:64: `drill` requires itself. Take one of them away.",
        ],
    ),
    (
        (("{question: drill, weight: 1,", "{question: drill, weight: 1, values: {no: 1, yes: 0},"),),
        [
            "rubric/fakes.yaml:10:16: warning: no action raises `drill` to its target. Say what to do about it, or lower the target.",
            "rubric/fakes.yaml:18:50: `try` raises `drill` to its lowest level, which is where it starts. Name a higher level.",
        ],
    ),
    (
        (("partly: 0.3, fully: 1}", "partly: 0.3, fully: 1}\n  spare: {a: 0.5}"),),
        [],
    ),
    (
        (("{question: audio, weight: 1, values: {low: 0, much: 1}}", "{question: channels, weight: 1, worst_of: {}}"),),
        [
            "rubric.yaml:13:83: `audio` is not scored, so no gate can ask for it. Name an exposure item.",
            "rubric/fakes.yaml:6:37: `channels` gives no value for `doors`, `texts`. Every choice needs a value.",
        ],
    ),
    (
        (
            ("{id: nothing, text: None of these, alone: yes}", "{id: nothing, text: None, alone: yes}"),
            (
                "      - {id: doors, text: Doors}\n      - {id: texts, text: Texts}",
                "      - {id: doors, text: D, alone: yes}\n      - {id: texts, text: T, alone: yes}",
            ),
            (
                "{question: audio, weight: 1, values: {low: 0, much: 1}}",
                "{question: audio, weight: 1, values: {low: 0, much: 1}}\n  - {question: channels, weight: 1, worst_of: {}}",
            ),
        ),
        [
            "rubric/fakes.yaml:7:37: `channels`: `worst_of` names no choice. Name at least one.",
        ],
    ),
    (
        (("ladder: practice, role", "ladder: practise, role"),),
        [
            "sections/fakes.yaml:6:57: no ladder is called `practise`. Did you mean `practice`?",
        ],
    ),
    (
        (("checklist: {names: 1, phones: 2}", "checklist: {names: 1, phones: 2}, target: 1/3"),),
        [
            "rubric/fakes.yaml:12:76: `rules` is measured in numbers, not `1/3`. Write a number, such as 0.7.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
