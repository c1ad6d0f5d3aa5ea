"""Scalars arrive as text: what is a number, a switch, a count of days, an id; and an editor's schema agrees."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from hustings.pack.item_values import shown
from hustings.pack.source.scalars import (
    DateText,
    Days,
    Hours,
    Id,
    Number,
    Percent,
    Short,
    Switch,
    Text,
    Unit,
    Weight,
    number,
)


def read(kind: Any, raw: object) -> object:
    """A raw value as `kind`, or what is wrong with it."""
    try:
        return TypeAdapter(kind).validate_python(raw)
    except ValidationError as wrong:
        error = wrong.errors()[0]
        return error["ctx"]["error"].of("`key`") if error["type"] == "value_error" else error["msg"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("3", Fraction(3)),
        (" 3 ", Fraction(3)),
        ("+3", Fraction(3)),
        ("-0.25", Fraction(-1, 4)),
        ("010", Fraction(10)),
        ("1/3", Fraction(1, 3)),
        ("-1.5/3", Fraction(-1, 2)),
        ("999999999999.999999999999", Fraction("999999999999.999999999999")),
    ],
)
def test_a_number_is_exact(raw: str, expected: Fraction) -> None:
    assert expected == read(Number, raw)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", "`key` is empty"),
        (" ", "`key`: ` ` is not a number"),
        ("three", "`key`: `three` is not a number"),
        ("1e999999999", "`key`: `1e999999999` is not a number"),
        ("1_000", "`key`: `1_000` is not a number"),
        ("1,5", "`key`: `1,5` is not a number"),
        (".5", "`key`: `.5` is not a number"),
        ("٣", "`key`: `٣` is not a number"),
        ("1234567890123", "`key`: `1234567890123` is not a number"),
        ("nan", "`key`: `nan` is not a number"),
        ("1/3/4", "`key`: `1/3/4` is not a number"),
        ("1/0", "`key`: `1/0` divides by 0"),
        ("1/000", "`key`: `1/000` divides by 0"),
        (None, "`key` is empty"),
        (["1"], "`key` must be one value, not a list or a mapping"),
    ],
)
def test_what_is_no_number(raw: object, said: str) -> None:
    assert said == read(Number, raw)


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        (Unit, "0", Fraction(0)),
        (Unit, "1", Fraction(1)),
        (Unit, "1.0001", "`key`: `1.0001` is out of range: 0 to 1"),
        (Unit, "-0.1", "`key`: `-0.1` is out of range: 0 to 1"),
        (Percent, "100", Fraction(100)),
        (Percent, "100.5", "`key`: `100.5` is out of range: 0 to 100"),
        (Hours, "0.5", Fraction(1, 2)),
        (Hours, "1001", "`key`: `1001` is out of range: 0 to 1000"),
        (Weight, "0.01", Fraction(1, 100)),
        (Weight, "0", "`key`: `0` is out of range: more than 0"),
        (Weight, "-1", "`key`: `-1` is out of range: more than 0"),
        (Weight, "much", "`key`: `much` is not a number"),
        (Days, "0", 0),
        (Days, "9999", 9999),
        (Days, "10000", "`key`: `10000` is not a whole number of days"),
        (Days, "1.5", "`key`: `1.5` is not a whole number of days"),
        (Days, "-1", "`key`: `-1` is not a whole number of days"),
        (Days, "²", "`key`: `²` is not a whole number of days"),
        (Days, "", "`key` is empty"),
        (Days, ["1"], "`key` must be one value, not a list or a mapping"),
        (Switch, "yes", True),
        (Switch, "True", True),
        (Switch, "NO", False),
        (Switch, "false", False),
        (Switch, "on", "`key`: `on` is neither yes nor no"),
        (Switch, "1", "`key`: `1` is neither yes nor no"),
        (Switch, None, "`key` is empty"),
        (Id, "two_words", "two_words"),
        (Id, "a" * 60, "a" * 60),
        (Id, "a" * 61, "String should have at most 60 characters"),
        (Id, "Two", "String should match pattern '^[a-z][a-z0-9_]*$'"),
        (Id, "a\n", "String should match pattern '^[a-z][a-z0-9_]*$'"),
        (Id, "é", "String should match pattern '^[a-z][a-z0-9_]*$'"),
        (Text, "", "String should have at least 1 character"),
        (Short, "x" * 201, "String should have at most 200 characters"),
        (DateText, "n.d.", "n.d."),
        (DateText, "x" * 41, "String should have at most 40 characters"),
    ],
)
def test_bounds_and_words(kind: Any, raw: object, expected: object) -> None:
    assert expected == read(kind, raw)


@pytest.mark.parametrize(
    ("kind", "raw", "as_typed"),
    [
        (Unit, 0.5, "0.5"),
        (Unit, "1/3", "1/3"),
        (Unit, 2, "2"),
        (Weight, 0, "0"),
        (Weight, "one", "one"),
        (Percent, 101, "101"),
        (Hours, 1000, "1000"),
        (Days, 14, "14"),
        (Days, -1, "-1"),
        (Switch, "yes", "yes"),
        (Switch, True, "true"),
        (Switch, "maybe", "maybe"),
        (Short, 0.7, "0.7"),
        (DateText, 2025, "2025"),
        (Id, "Two", "Two"),
    ],
)
def test_an_editor_agrees_with_the_reader(kind: Any, raw: object, as_typed: str) -> None:
    """`raw` is what YAML gives an editor for `as_typed`."""
    accepted = not isinstance(read_error(kind, as_typed), str)
    assert accepted == Draft202012Validator(TypeAdapter(kind).json_schema()).is_valid(raw)


def read_error(kind: Any, raw: str) -> str | None:
    try:
        TypeAdapter(kind).validate_python(raw)
    except ValidationError as wrong:
        return str(wrong)
    return None


@given(st.text(min_size=1))
def test_any_text_is_a_number_or_said_to_be_none(raw: str) -> None:
    found = read(Number, raw)
    assert isinstance(found, Fraction) or found in (f"`key`: `{raw}` is not a number", f"`key`: `{raw}` divides by 0")


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=1000))
def test_a_number_is_shown_as_it_can_be_typed(value: Fraction) -> None:
    assert value == number(shown(value))


@pytest.mark.parametrize(
    ("value", "said"), [(Fraction(7, 10), "0.7"), (Fraction(1, 3), "1/3"), (Fraction(20), "20"), ("fully", "fully")]
)
def test_levels_are_shown_plainly(value: Fraction | str, said: str) -> None:
    assert said == shown(value)


def test_a_text_holds_nothing_that_steers() -> None:
    assert "Ann\tand\nBob 👩‍💻" == read(Text, "Ann\tand\nBob 👩‍💻")
    assert "`key` holds the character U+202E, which nobody sees and which steers what is shown" == read(
        Text, "Ann\u202ebob"
    )
    assert "`key` holds the character U+001B, which nobody sees and which steers what is shown" == read(Text, "\x1b[2J")
