"""Ids that name two things, and codes in a text that name no source."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told, told_beyond

AFTER = "afterwards: [{id: close, title: Close., how: So., hours: 1, owner: manager, days: 7}]\ngates:"
CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("section: fakes\n", "section: about\n"),),
        [
            "sections/fakes.yaml:1:10: two sections are called `about`. The first is on line 1 of sections/about.yaml; rename one.",
        ],
    ),
    (
        (("id: staff", "id: called"),),
        [
            "sections/about.yaml:6:10: two questions are called `called`. The first is on line 4; rename one.",
        ],
    ),
    (
        (("id: texts, text: Texts", "id: doors, text: Texts"),),
        [
            "sections/about.yaml:13:14: two choices are called `doors`. The first is on line 12; rename one.",
            "sections/fakes.yaml:8:93: `channels` has no choice `texts`. Allowed here: `doors`, `nothing`.",
        ],
    ),
    (
        (
            (
                "domains: [fakes]",
                "domains: [fakes, {domain: fakes, title: F, weight: 1, because: x, exposure: [{question: region, weight: 1, values: {us: 0, uk: 1}}], controls: [{question: uses_ai, weight: 1, finding: x}]}]",
            ),
        ),
        [
            "rubric.yaml:11:27: two domains are called `fakes`. The first is on line 1 of rubric/fakes.yaml; rename one.",
            "rubric.yaml:11:156: warning: no action raises `uses_ai` to its target. Say what to do about it, or lower the target.",
            "sections/fakes.yaml:8:74: `label` is scored, and its `when` depends on the control `uses_ai`. Only facts and exposure items may decide. For a follow-up write `follows: uses_ai`.",
        ],
    ),
    (
        (("id: labels", "id: plan_first"),),
        [
            "cases.yaml:7:15: no gate is called `labels`. Allowed here: `plan_first`.",
            "rubric/fakes.yaml:15:10: two gates are called `plan_first`. The first is on line 13 of rubric.yaml; rename one.",
        ],
    ),
    (
        (("id: try", "id: write"),),
        [
            "rubric/fakes.yaml:18:10: two actions are called `write`. The first is on line 17; rename one.",
        ],
    ),
    (
        (("id: high, ", "id: low, "),),
        [
            "rubric.yaml:8:10: two bands are called `low`. The first is on line 7; rename one.",
        ],
    ),
    (
        (("    answers: {audio", "    answers: {}\n    expect: {}\n  - id: quiet\n    title: B\n    answers: {audio"),),
        [
            "cases.yaml:6:9: two cases are called `quiet`. The first is on line 2; rename one.",
        ],
    ),
    (
        (
            (
                "sources:\n  - {",
                "sources:\n  - {id: F-A01, says: So., title: T, publisher: P, link: L, date: 2025, as_of: 2026, status: verified}\n  - {",
            ),
        ),
        [
            "sources.yaml:3:10: two sources are called `F-A01`. The first is on line 2; rename one.",
        ],
    ),
    (
        (("domain: fakes", "domain: index"),),
        [
            "rubric/fakes.yaml:1:9: a domain cannot be called `index`. That is the word for all domains together.",
            "rubric/fakes.yaml:15:5: the gate `labels` caps the index and has no `stop`. Say under `stop` what to end today, and give the `deed` that ends it.",
            "rubric/fakes.yaml:15:62: warning: the cap 0.5 is below 1, and the index runs from 0 to 100. Is 50 meant?",
        ],
    ),
    (
        (("{question: label, ", "{question: plan, "),),
        [
            "rubric/fakes.yaml:11:16: `plan` is scored twice. A question counts once, in one domain.",
            "rubric/fakes.yaml:15:40: `label` is not scored, so no gate can ask for it. Name a control.",
            "rubric/fakes.yaml:19:53: no control is called `label`. Allowed here: `drill`, `hours`, `plan`, `rules`.",
        ],
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
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)


def test_a_code_that_stands_nowhere_is_named_with_the_one_that_was_meant() -> None:
    found = told_beyond(("duty: Say so on the ad.", "duty: Say so on the ad. (F-A09)"))
    assert ["rules/us.yaml:13:11: no source is called `F-A09`. Did you mean `F-A03`?"] == found
    assert [] == told_beyond(("duty: Say so on the ad.", "duty: Say so on the ad. (F-A02)"))


def test_a_pack_without_sources_cites_nothing() -> None:
    assert [] == [line for line in told(without=("sources.yaml",)) if "source" in line]
