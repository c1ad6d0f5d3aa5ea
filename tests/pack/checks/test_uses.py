"""Uses of AI that cannot be judged, and next steps that nobody can take."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from hustings.pack.checks import uses
from hustings.pack.conditions import clauses, parse
from hustings.pack.loader import check_texts
from support.pack import base, told_beyond

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((), []),
    (
        (("has: texts in channels", "has: text in channels"),),
        ["uses.yaml:4:10: `channels` has no choice `text`. Did you mean `texts`?"],
    ),
    (
        (("has: texts in channels", "has: texts in"),),
        [
            "uses.yaml:4:10: the condition `texts in` cannot be read. Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."
        ],
    ),
    (
        (("wants: uses_ai == yes", "wants: use_ai == yes"),),
        ["uses.yaml:5:12: no question is called `use_ai`. Did you mean `uses_ai`?"],
    ),
    (
        (("because: Too", "becuse: Too"),),
        ["uses.yaml:9:35: an entry of `never` takes no `becuse`. Did you mean `because`?"],
    ),
    (
        (("when: audio >= much", "when: audio >= loud"),),
        ["uses.yaml:9:29: `audio` has no choice `loud`. Allowed here: `low`, `much`."],
    ),
    ((("plan >= fully", "plann >= fully"),), ["uses.yaml:8:13: no control is called `plann`. Did you mean `plan`?"]),
    ((("plan >= fully", "plan >= full"),), ["uses.yaml:8:13: `plan` has no choice `full`. Did you mean `fully`?"]),
    (
        (("plan >= fully", "plan == fully"),),
        ["uses.yaml:8:13: `plan == fully` should be a control at a level. Write it like `response_plan >= partly`."],
    ),
    (
        (("plan >= fully", "plan >= none"),),
        ["uses.yaml:8:13: `plan` is always at `none` or above. Name a higher level, or take this part away."],
    ),
    (
        (("plan >= fully", "audio >= much"),),
        ["uses.yaml:8:13: `audio` is an exposure item, not a control. Name a control."],
    ),
    ((("lead_days: 3", "lead_days: soon"),), ["uses.yaml:10:16: `lead_days`: `soon` is not a whole number of days."]),
    (
        (("lead_days: 3\n    sources: [F-A01]", "lead_days: 3\n    sources: [F-A09]"),),
        ["uses.yaml:11:15: no source is called `F-A09`. Did you mean `F-A03`?"],
    ),
    (
        (("question: uses_ai", "question: use_ai"),),
        ["uses.yaml:13:16: no question is called `use_ai`. Did you mean `uses_ai`?"],
    ),
    (
        (("enough: yes", "enough: sure"),),
        ["uses.yaml:13:33: `uses_ai` has no choice `sure`. Allowed here: `no`, `yes`."],
    ),
    (
        (
            (
                "enough: yes, step: Try it., hours: 0.5, owner: manager",
                "enough: yes, step: Try it., hours: 0.5, owner: boss",
            ),
        ),
        ["uses.yaml:13:72: no role is called `boss`. Allowed here: `comms`, `manager`."],
    ),
    (
        (
            (
                "  - {question: uses_ai",
                "  - {question: uses_ai, enough: yes, step: S., hours: 1, owner: manager, lead_days: 1}\n  - {question: uses_ai",
            ),
        ),
        ["uses.yaml:14:16: there are two next steps for `uses_ai`. Keep one."],
    ),
    (
        (
            (
                "groundwork:",
                "  - {id: drafting, title: T, has: staff > 3, gives: G, touches: T, lead_days: 1}\ngroundwork:",
            ),
        ),
        ["uses.yaml:12:10: two uses are called `drafting`. The first is on line 2; rename one."],
    ),
    ((("question: uses_ai, enough: yes", "question: channels, enough: doors"),), []),
    ((("question: uses_ai, enough: yes", "question: staff, enough: 3"),), []),
    (
        (("question: uses_ai, enough: yes", "question: called, enough: x"),),
        ["uses.yaml:13:32: `called` is a text question; conditions ask for choices and numbers."],
    ),
    (
        (
            (
                "when: audio >= much",
                'when: "audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much or audio >= much"',
            ),
        ),
        [
            "uses.yaml:9:20: the condition has 13 comparisons; at most 12. Ask a simpler question first, and refer to that."
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told_beyond(*changes)


THREE = (
    "ladders:",
    "editions: [{id: quick, title: Q, scored_as: standard}, {id: standard, title: S}, {id: full, title: F}]\nladders:",
)


def test_what_only_the_largest_edition_counts_cannot_decide() -> None:
    full = ("text: How many people?", "edition: full, text: How many people?")
    counts = "`staff` counts in larger editions only, so others could not judge this. Name a question that every edition counts."
    assert [f"uses.yaml:5:12: {counts}"] == told_beyond(THREE, full, ("wants: uses_ai == yes", "wants: staff > 3"))


def test_a_need_that_only_a_larger_edition_asks_comes_with_its_use() -> None:
    alone = ("rules >= 0.5, when", "plan >= partly, when"), ("id: rules, type", "id: rules, edition: full, type")
    assert [] == told_beyond(THREE, *alone)


def test_what_a_larger_edition_asks_because_of_a_use_is_needed_by_it() -> None:
    alone = (
        ("rules >= 0.5, when", "plan >= partly, when"),
        ("id: rules, type", "id: rules, edition: full, when: texts in channels, type"),
    )
    unneeded = ("rules >= 0.7, label >= partly]", "label >= partly]")
    what = "`rules` is asked because of `drafting`, and the use does not need it."
    hint = "Name it under `needs`; then every edition asks it of whoever has this use."
    assert [] == told_beyond(THREE, *alone)
    assert [f"uses.yaml:8:12: {what} {hint}"] == told_beyond(THREE, *alone, unneeded)


def test_a_need_that_nothing_raises_is_worth_a_look() -> None:
    said = told_beyond(("raises: {plan: fully, rules: 0.7}", "raises: {plan: fully}"))
    assert [
        "rubric/fakes.yaml:12:16: warning: no action raises `rules` to its target. Say what to do about it, or lower the target.",
        "uses.yaml:8:28: warning: no action raises `rules`. Say what to do about it, or name another control.",
    ] == said


def test_what_rules_a_use_out_must_be_readable() -> None:
    hint = "Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."
    said = told_beyond(("when: audio >= much", "when: audio >="))
    assert [f"uses.yaml:9:20: the condition `audio >=` cannot be read. {hint}"] == said


@pytest.mark.parametrize(
    ("had", "asked", "expected"),
    [
        ("label >= fully", "label >= partly", True), ("label >= partly", "label >= fully", False),
        ("audio in (much,)", "audio in (some, much)", True), ("audio in (some, much)", "audio in (much,)", False),
        ("texts in channels", "texts in channels", True), ("texts in channels", "audio == much", False),
        ("nothing >= fully", "nothing >= partly", False),
    ],
)  # fmt: skip
def test_when_a_question_is_asked_of_whoever_has_a_use(had: str, asked: str, *, expected: bool) -> None:
    pack = check_texts(base())[0]
    assert pack is not None
    (one,), (other,) = clauses(parse(had)), clauses(parse(asked))
    assert expected is uses._follows(pack, one, other)
