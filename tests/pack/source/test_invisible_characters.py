"""No-break and zero-width spaces in YAML: named where they change what is read, left alone in sentences."""

from __future__ import annotations

import pytest

from hustings.pack.source.yaml_source import parse_yaml
from hustings.problems import PackError
from support.pack import line, told

NO_BREAK = (
    "the character U+00A0 (no-break space) stands here, which only looks like a space. Type a plain space instead."
)
ZERO = "the character U+200B (zero width space) stands here, which nobody sees. Take it out."
MARK = "the character U+FEFF (zero width no-break space) stands here, which nobody sees. Take it out."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n\u00a0\u00a0b: 2\n", f"f.yaml:2:1: {NO_BREAK}"),
        ("a:\n  b: 1\n \u00a0c: 2\n", f"f.yaml:3:2: {NO_BREAK}"),
        ("- a: 1\n-\u00a0a: 2\n", f"f.yaml:2:2: {NO_BREAK}"),
        ("a:\n  -\u00a0x\n  -\u00a0y\n", f"f.yaml:2:4: {NO_BREAK}"),
        ("a:\u00a0x\nb: 2\n", f"f.yaml:1:3: {NO_BREAK}"),
        ("a:\u00a0x\n", f"f.yaml:1:3: {NO_BREAK}"),
        ("a: [x,\u00a0y]\n", f"f.yaml:1:7: {NO_BREAK}"),
        ("a: {b:\u00a0c}\n", f"f.yaml:1:7: {NO_BREAK}"),
        ("a: x\u00a0\n", f"f.yaml:1:5: {NO_BREAK}"),
        ("a: yes\u200b\n", f"f.yaml:1:7: {ZERO}"),
        ("a: 'yes\u200b'\n", f"f.yaml:1:8: {ZERO}"),
        ('a: "y\\u200b\\\n  es\u200b"\n', f"f.yaml:2:5: {ZERO}"),
        ("re\u200bgion: uk\n", f"f.yaml:1:3: {ZERO}"),
        ('"re\\u200bgion": uk\n', f"f.yaml:1:1: {ZERO}"),
        ("a: 1\n\ufeffb: 2\n", f"f.yaml:2:1: {MARK}"),
    ],
)
def test_where_it_changes_what_is_read(text: str, expected: str) -> None:
    with pytest.raises(PackError) as raised:
        parse_yaml(text, "f.yaml")
    assert expected in [line(problem) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Ask 5\u00a0000 people\n", "Ask 5\u00a0000 people"),
        ("a: 'A sentence\u200b, copied.'\n", "A sentence\u200b, copied."),
        ('a: "yes\\u200b"  # \u200b\n', "yes\u200b"),
        ('a: "y\\u200b\\\n  es"  # \u200b\n', "y\u200bes"),
        ("a: '\u00a0— an aside'\n", "\u00a0— an aside"),
        ("a: >-\n  one\n  \u00a0two\n", "one \u00a0two"),
        ("\ufeffa: plain\n", "plain"),
    ],
)
def test_in_a_sentence_it_stays(text: str, expected: str) -> None:
    assert {"a": expected} == parse_yaml(text, "f.yaml").data


@pytest.mark.parametrize(
    ("written", "column", "said"),
    [
        ("uses_ai ==\u00a0yes and texts in channels", 84, NO_BREAK),
        ("uses\u200b_ai == yes and texts in channels", 78, ZERO),
    ],
)
def test_in_a_condition(written: str, column: int, said: str) -> None:
    assert [f"sections/fakes.yaml:8:{column}: {said}"] == told(("uses_ai == yes and texts in channels", written))
