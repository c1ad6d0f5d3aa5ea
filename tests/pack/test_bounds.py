"""Every bound on what an author may write, at the bound and one beyond it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from hustings.pack.conditions import ConditionError, OneOf, names, parse
from hustings.pack.source import scalars as s
from hustings.pack.source.yaml_source import parse_yaml, read_yaml
from hustings.problems import PackError
from support.pack import problems


def refusals(text: str) -> list[str]:
    try:
        parse_yaml(text, "f.yaml")
    except PackError as wrong:
        return [problem.what for problem in wrong.problems]
    return []


def test_a_file_may_have_two_million_bytes(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"a: " + b"x" * 1_999_997)
    assert 1_999_997 == len(read_yaml(tmp_path / "f.yaml", "f.yaml").data["a"])


def test_a_file_may_hold_fifty_thousand_values() -> None:
    """The list and its parts count; so do the key and the mapping around it."""
    assert [] == refusals("a: [" + "x," * 49_997 + "]")
    assert ["the file holds more than 50,000 values"] == refusals("a: [" + "x," * 49_998 + "]")


def test_lists_may_be_twenty_deep() -> None:
    assert [] == refusals("[" * 20 + "]" * 20)
    assert ["nested more than 20 levels deep"] == refusals("[" * 21 + "]" * 21)


def test_reading_stops_at_the_five_hundred_and_first_problem() -> None:
    assert 500 == len(refusals("a: 1\n" * 501))
    assert 501 == len(refusals("a: 1\n" * 502))
    assert 501 == len(refusals("a: 1\n" * 5000))


def more(count: int) -> tuple[str, str]:
    rows = "".join(f"  - {{id: q{number}, type: yes_no, text: T}}\n" for number in range(count))
    return "  - {id: staff,", f"{rows}  - {{id: staff,"


def test_a_pack_may_ask_a_thousand_questions() -> None:
    assert () == problems(more(987))
    assert ["the pack asks 1,001 questions; at most 1,000 can be asked"] == [p.what for p in problems(more(988))]


def refusal(text: str) -> str:
    with pytest.raises(ConditionError) as wrong:
        parse(text)
    return wrong.value.what


def test_a_condition_may_be_nested_so_deep() -> None:
    """Twenty steps down: each `not` is one or two, and the comparison with its names the last."""
    assert ("a",) == names(parse("not " * 17 + "a == b"))
    assert "the condition is nested too deeply" == refusal("not " * 18 + "a == b")


def test_a_condition_may_have_two_thousand_characters() -> None:
    assert OneOf("a", ("x" * 1993,)) == parse("a == '" + "x" * 1993 + "'")
    assert "the condition is longer than 2000 characters" == refusal("a == '" + "x" * 1994 + "'")


def test_forty_characters_are_quoted_whole() -> None:
    assert f"`{'x' * 40}` is not a comparison" == refusal("x" * 40)
    assert f"`{'x' * 39}…` is not a comparison" == refusal("x" * 41)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (s.Number, {"type": ["number", "string"], "pattern": s.NUMBER_TEXT}),
        (s.Weight, {"type": ["number", "string"], "pattern": s.NUMBER_TEXT, "exclusiveMinimum": 0}),
        (s.Unit, {"type": ["number", "string"], "pattern": s.NUMBER_TEXT, "minimum": 0, "maximum": 1}),
        (s.Percent, {"type": ["number", "string"], "pattern": s.NUMBER_TEXT, "minimum": 0, "maximum": 100}),
        (s.Hours, {"type": ["number", "string"], "pattern": s.NUMBER_TEXT, "minimum": 0, "maximum": 1000}),
        (s.Days, {"type": "integer", "minimum": 0, "maximum": 9999}),
        (s.Switch, {"enum": ["yes", "no", True, False]}),
        (s.Id, {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "maxLength": 60}),
        (s.Text, {"type": "string", "minLength": 1, "maxLength": 4000}),
        (s.Short, {"type": ["string", "number"], "minLength": 1, "maxLength": 200}),
        (s.DateText, {"type": ["string", "integer"], "maxLength": 40}),
    ],
)
def test_an_editor_knows_the_bounds_of_every_scalar(kind: Any, expected: dict[str, object]) -> None:
    assert expected == TypeAdapter(kind).json_schema()


@pytest.mark.parametrize(("kind", "longest"), [(s.Id, 60), (s.Text, 4000), (s.Short, 200), (s.DateText, 40)])
def test_a_text_may_be_so_long(kind: Any, longest: int) -> None:
    adapter = TypeAdapter[str](kind)
    assert "x" * longest == adapter.validate_python("x" * longest)
    with pytest.raises(ValueError, match=f"at most {longest} characters"):
        adapter.validate_python("x" * (longest + 1))


# --- chains ------------------------------------------------------------------------------------------------


def waiting(count: int) -> tuple[str, str]:
    """Questions of which each waits for the one before."""
    rows = "".join(
        f"  - {{id: q{number}, type: yes_no, text: T{f', when: q{number - 1} == yes' if number else ''}}}\n"
        for number in range(count)
    )
    return "  - {id: staff,", f"{rows}  - {{id: staff,"


def actions(count: int) -> tuple[str, str]:
    rows = "".join(
        f"  - {{id: a{n}, title: A., how: So., raises: {{plan: fully}}, hours: 1, wait: 1, owner: comms"
        f"{f', after: [a{n - 1}]' if n else ''}}}\n"
        for n in range(count)
    )
    return "actions:\n", f"actions:\n{rows}"


def test_a_chain_may_have_fifty_members() -> None:
    said = "stands at the end of a chain of more than 50"
    for chain, name in ((waiting, "q50"), (actions, "a50")):
        assert () == problems(chain(50))
        for count in (51, 200, 980):
            assert [f"`{name}` {said}"] == [p.what for p in problems(chain(count)) if said in p.what], count


@pytest.mark.parametrize("count", [51, 980])
def test_a_chain_of_follow_ups_is_bounded_too(count: int) -> None:
    rows = "".join(
        f"  - {{id: q{n}, type: yes_no, text: T{f', follows: q{n - 1}' if n else ''}}}\n" for n in range(count)
    )
    said = "`q50` stands at the end of a chain of more than 50"
    assert said in [problem.what for problem in problems(("  - {id: staff,", f"{rows}  - {{id: staff,"))]
