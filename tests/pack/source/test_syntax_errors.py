"""What is wrong with the syntax of a file, in plain words."""

from __future__ import annotations

import pytest

from hustings.pack.source.yaml_source import parse_yaml
from hustings.problems import PackError
from support.pack import line


def told(text: str) -> list[str]:
    with pytest.raises(PackError) as raised:
        parse_yaml(text, "f.yaml")
    return [line(problem) for problem in raised.value.problems]


COLON = (
    "a colon stands where none is expected. "
    "Put text that contains `: ` in quotes, or check the indent of the line above."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1", "f.yaml:2:1: a tab stands where YAML wants spaces. Indent with spaces."),
        ("a: b: c", f"f.yaml:1:5: {COLON}"),
        ("a: 1\nb\nc: 2", "f.yaml:3:1: a key without a colon. Write `key: value`."),
        ("a: @x", "f.yaml:1:4: this character cannot start a value. Put the value in quotes."),
        ('a: "x', "f.yaml:1:6: a quote is opened and never closed. Close it."),
        ("a: [1, 2}", "f.yaml:1:9: a bracket is opened and not closed, or a comma is missing. Check the list."),
        ("a: [1,,2]", "f.yaml:1:7: a bracket or comma stands where a value is expected. Check the list."),
        ("a: 'it's'", "f.yaml:1:8: the indent does not fit, or a quote is not closed. Compare with the lines above."),
        ("- a\nb: 1", "f.yaml:2:1: the indent does not fit the list. Compare with the lines above."),
        ('a: "\\q"', "f.yaml:1:5: this is not YAML: found unknown escape character."),
        ("a: 1\n---\nb: 2", "f.yaml:2:1: the file holds a second document (`---`). Keep one document in a file."),
        ("a: 1\na: 2", "f.yaml:2:1: the key `a` is here twice. The first is on line 1; keep one."),
        ("? [a]\n: 1", "f.yaml:1:3: a key must be plain text. Put text with brackets in quotes."),
        ("a: !!int 1", "f.yaml:1:4: tags (`!`) are not allowed here. Take the tag away; text stays as typed."),
        ("a: &x 1", "f.yaml:1:4: anchors and aliases (`&`, `*`) are not allowed here. Write it out."),
        ("a: \x07b", "f.yaml:1:4: the character '\\x07' is not allowed in YAML. Take it out."),
        ("a: 1\nb: \ud800", "f.yaml:2:4: the character '\\ud800' is not allowed in YAML. Take it out."),
    ],
)  # fmt: skip
def test_a_mistake_of_syntax_is_said_plainly(text: str, expected: str) -> None:
    assert [expected] == told(text)
