"""Texts to adopt that could not be filled in, or would say nothing."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from hustings.pack.loader import check_texts, read_texts
from hustings.pack.translation.translatable import phrases
from support.pack import KIT, beyond, line, told_beyond

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((), []),
    (
        (("blank: 2", "blank: 200"),),
        ["kit/policy.yaml:9:12: the table has 201 rows; at most 200 are written. Who needs more copies the page."],
    ),
    (
        (("columns: [When, What]", f"columns: [{', '.join(f'C{n}' for n in range(13))}]"),),
        ["kit/policy.yaml:9:22: the table has 13 columns; at most 12 fit on a page. Make two tables of it."],
    ),
    (
        (("For {called}", "For {calld}"),),
        [
            "kit/policy.yaml:6:18: `{calld}` stands for an answer, and no question is called `calld`. Did you mean `called`?"
        ],
    ),
    (
        (("[now, it]", "[now, '{stuff}']"),),
        [
            "kit/policy.yaml:9:50: `{stuff}` stands for an answer, and no question is called `stuff`. Did you mean `staff`?"
        ],
    ),
    (
        (("columns: [When, What]", "columns: [When, '{x}']"),),
        ["kit/policy.yaml:9:30: `{x}` stands for an answer, and no question is called `x`."],
    ),
    (
        (("when: uses_ai == yes}\n  - list", "when: use_ai == yes}\n  - list"),),
        ["kit/policy.yaml:7:37: no question is called `use_ai`. Did you mean `uses_ai`?"],
    ),
    (
        (("when: texts in channels}]", "when: text in channels}]"),),
        ["kit/policy.yaml:8:48: `channels` has no choice `text`. Did you mean `texts`?"],
    ),
    (
        (("Say stop., when: texts in channels", "Say stop., when: texts in"),),
        [
            "kit/policy.yaml:8:48: the condition `texts in` cannot be read. Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."
        ],
    ),
    (
        (('"We are {staff}.", when: uses_ai == yes', '"We are {staff}.", when: uses_ai =='),),
        [
            "kit/policy.yaml:7:37: the condition `uses_ai ==` cannot be read. Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."
        ],
    ),
    (
        (("[F-A01]\nblocks", "[F-A09]\nblocks"),),
        ["kit/policy.yaml:4:11: no source is called `F-A09`. Did you mean `F-A03`?"],
    ),
    ((("- fill:", "- filll:"),), ["kit/policy.yaml:10:5: a block takes no `filll`. Did you mean `fill`?"]),
    (
        (("rules: labels", "rules: duties"),),
        ["kit/policy.yaml:11:12: `rules` cannot be `duties`. Allowed here: `labels`."],
    ),
    (
        (("- fill: Second reader", "- {fill: Second reader, heading: Who}"),),
        [
            "kit/policy.yaml:10:5: a block holds `heading` and `fill`. Give it one of heading, text, fill, list, steps, ticks, table, rules, uses."
        ],
    ),
    (
        (("- fill: Second reader", "- {when: uses_ai == yes}"),),
        [
            "kit/policy.yaml:10:5: a block holds nothing. Give it one of heading, text, fill, list, steps, ticks, table, rules, uses."
        ],
    ),
    ((("[now, it]", "[now]"),), []),
    (
        (("blank: 2", "widths: [1]"),),
        ["kit/policy.yaml:9:63: `widths` has 1 numbers, and the table 2 columns. Give each column one, from 1 on."],
    ),
    (
        (("blank: 2", "widths: [1, 0]"),),
        ["kit/policy.yaml:9:63: `widths` has 2 numbers, and the table 2 columns. Give each column one, from 1 on."],
    ),
    (
        (("- fill: Second reader", "- {fill: Second reader, sure: yes}"),),
        ["kit/policy.yaml:10:27: `sure` of nothing. Give it a `when`, or take `sure` away."],
    ),
    (
        (("{text: Say stop., when: texts in channels}", "{text: Say stop., sure: yes}"),),
        ["kit/policy.yaml:8:42: `sure` of nothing. Give it a `when`, or take `sure` away."],
    ),
    (
        (("[now, it]", "[now, it, there]"),),
        ["kit/policy.yaml:9:43: this row has 3 cells, and the table 2 columns. Give each column one cell at most."],
    ),
    (
        (("list: [Ask first., {text: Say stop., when: texts in channels}]", "list: []"),),
        ["kit/policy.yaml:8:11: `list` is empty; it needs at least one entry."],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told_beyond(*changes)


def said(text: str, **more: str) -> list[str]:
    files = {**beyond(), "kit/policy.yaml": text, **more}
    return [line(problem) for problem in check_texts(files)[1]]


def test_an_empty_text_is_named() -> None:
    head = KIT.partition("  - heading")[0]
    assert ["kit/policy.yaml:5:9: `policy` says nothing. Give it `blocks`, such as `- text: ...`."] == said(
        head.replace("blocks:\n", "blocks: []\n")
    )
    assert ["kit/policy.yaml:1:1: `policy` says nothing. Give it `blocks`, such as `- text: ...`."] == said(
        head.replace("blocks:\n", "")
    )


def test_two_texts_of_one_name_would_write_over_each_other() -> None:
    assert [
        "kit/second.yaml:1:11: two texts are called `policy`. The first is in kit/policy.yaml; rename one."
    ] == said(KIT, **{"kit/second.yaml": KIT})


def test_what_only_follows_from_a_file_that_cannot_be_read_is_not_told() -> None:
    files = {**beyond(), "sections/about.yaml": "questions: ["}
    assert not [problem for problem in check_texts(files)[1] if problem.place.file.startswith("kit/")]


def test_every_text_has_a_key_for_its_translation() -> None:
    keys = [(phrase.key, phrase.text) for phrase in phrases(read_texts(beyond())) if phrase.key.startswith("kit.")]
    assert [
        ("kit.policy.title", "How we use AI"),
        ("kit.policy.about", "One page."),
    ] == keys[:2]
    assert {"For {called}", "We are {staff}.", "Ask first.", "Say stop.", "When", "What", "now", "it"} < {
        text for _, text in keys
    }
    assert len(keys) == len({key for key, _ in keys})
