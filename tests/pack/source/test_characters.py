"""Characters that YAML refuses: named where they stand, and never another in their place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.source.yaml_source import REFUSED, parse_yaml
from hustings.problems import PackError, Place


def refused(text: str) -> tuple[Place, str, str, str]:
    with pytest.raises(PackError) as wrong:
        parse_yaml(text, "f.yaml")
    [problem] = wrong.value.problems
    return problem.place, problem.what, problem.hint, problem.source


@pytest.mark.parametrize(
    ("text", "line", "column", "mark", "source"),
    [
        ("a: 1\nb: x\x07\n", 2, 5, r"\x07", "b: x\x07"),
        ("\0", 1, 1, r"\x00", "\0"),
        ("a: \x7f", 1, 4, r"\x7f", "a: \x7f"),
        ("é: 名\ud800", 1, 5, r"\ud800", "é: 名\ud800"),
        ("a: 1\r\nb: \x1b[0m\r\n", 2, 4, r"\x1b", "b: \x1b[0m"),
        ("a: 1\rb: \x08", 2, 4, r"\x08", "b: \x08"),
        ("a: ¿cómo\xa0se\xadllama?\u200b\nb: \uffff", 2, 4, r"\uffff", "b: \uffff"),
    ],
)
def test_it_is_named_where_it_stands(text: str, line: int, column: int, mark: str, source: str) -> None:
    said = (Place("f.yaml", line, column), f"the character '{mark}' is not allowed in YAML", "Take it out.", source)
    assert said == refused(text)


@pytest.mark.parametrize("mark", ["\xa0", "\xad", "\u200b", "\u200f", "\u202e", "\ue000", "😀", "\U0010fffd"])
def test_what_cannot_be_seen_may_still_be_written(mark: str) -> None:
    assert {"a": f"x {mark}y"} == parse_yaml(f"a: x {mark}y", "f.yaml").data


@given(st.characters(exclude_characters='"\\\n\r\x85\u2028\u2029\ufffd', exclude_categories=()))
def test_we_refuse_what_the_parser_refuses(mark: str) -> None:
    """And U+FFFD, which stands where a character was lost."""
    try:
        taken = bool(list(yaml.parse(f'"x{mark}x"', yaml.SafeLoader)))
    except yaml.YAMLError:
        taken = False
    assert taken is not bool(REFUSED.search(mark))
