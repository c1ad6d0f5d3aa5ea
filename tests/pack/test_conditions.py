"""The small language of conditions: what it reads, what it refuses, and its three truths."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hustings.pack.conditions import (
    AllOf,
    AnyOf,
    Clause,
    Compare,
    Condition,
    ConditionError,
    Has,
    Not,
    OneOf,
    clauses,
    holds,
    names,
    negates,
    parse,
    settle,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uses_ai == yes", OneOf("uses_ai", ("yes",), 0)),
        ("  uses_ai == 'yes' ", OneOf("uses_ai", ("yes",), 0)),
        ("uses_ai != yes", Not(OneOf("uses_ai", ("yes",), 0))),
        ("region in [us, uk]", OneOf("region", ("us", "uk"), 0)),
        ("region in (us, 'uk')", OneOf("region", ("us", "uk"), 0)),
        ("region not in {us, uk}", Not(OneOf("region", ("us", "uk"), 0))),
        ("texts in channels", Has("channels", "texts", 9)),
        ("texts not in channels", Not(Has("channels", "texts", 13))),
        ("staff > 10", Compare("staff", ">", Fraction(10), 0)),
        ("staff <= -0.25", Compare("staff", "<=", Fraction(-1, 4), 0)),
        ("voice >= some", Compare("voice", ">=", "some", 0)),
        ("voice < 'some'", Compare("voice", "<", "some", 0)),
        ("a == b and c in d", AllOf((OneOf("a", ("b",), 0), Has("d", "c", 16)))),
        ("a == b or not (c >= d)", AnyOf((OneOf("a", ("b",), 0), Not(Compare("c", ">=", "d", 15))))),
        ("(a == ñ and\n  b == c)", AllOf((OneOf("a", ("ñ",), 1), OneOf("b", ("c",), 14)))),
    ],
)
def test_a_condition_is_read(text: str, expected: Condition) -> None:
    assert expected == parse(text)


@pytest.mark.parametrize(
    ("text", "column", "what", "hint"),
    [
        ("a = b", 2, "the condition `a = b` cannot be read",
         "Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."),
        ("", 0, "the condition `` cannot be read",
         "Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."),
        ("a", 0, "`a` is not a comparison", "Say what the answer should be, as in `uses_ai == yes`."),
        ("a == b and f(x)", 11, "`f(x)` is not a comparison", "Say what the answer should be, as in `uses_ai == yes`."),
        ("a < b < c", 0, "compare one pair at a time", "Join two comparisons with `and`."),
        ("a is b", 0, "`is` does not compare answers", "Use `==`."),
        ("3 < a", 0, "`3` is not a question id", "A question's id stands here."),
        ("a == 3", 5, "`3` is not a choice",
         "A choice's id stands here; numbers are compared with `>=`, `<=`, `>` or `<`."),
        ("é == x and a >= None", 16, "`None` is not a choice",
         "A choice's id stands here; numbers are compared with `>=`, `<=`, `>` or `<`."),
        ("a >= 1e9", 5, "`1e9` is not a number we can read", "Write it like 10 or 0.5."),
        ("a in []", 5, "the list of choices is empty", "Name at least one choice."),
        ("not " * 20 + "a == b", 0, "the condition is nested too deeply", "Take out brackets and `not`."),
        ("a == b and " * 200 + "c == d", 0, "the condition is longer than 2000 characters", "Ask for less at once."),
        ("a == (" + "x" * 50 + " + 1)", 6, f"`{'x' * 39}…` is not a choice",
         "A choice's id stands here; numbers are compared with `>=`, `<=`, `>` or `<`."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_column(text: str, column: int, what: str, hint: str) -> None:
    with pytest.raises(ConditionError) as raised:
        parse(text)
    assert (column, what, hint) == (raised.value.column, raised.value.what, raised.value.hint)


WORDS = ["a", "b", "==", ">=", "in", "not", "and", "or", "(", ")", "[", "]", ",", "'", "3", "-", "1in", "\\d", "\n", "é", "is", "lambda", ":"]


@example("not " * 400 + "a")
@example("-" * 1900 + "1")
@example("(" * 1900)
@example("x == 1if y else z")
@example("'\\d' in x")
@example("a == \0")
@example("x >= " + "9" * 1900)
@example("a." * 900 + "b == c")
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text_is_a_condition_or_a_condition_error(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            found = parse(text)
        except ConditionError as wrong:
            assert 0 <= wrong.column <= len(text.strip())  # noqa: PT017 - either outcome is right
        else:
            assert names(found)


def test_clauses_and_names_come_from_left_to_right() -> None:
    condition = parse("a == b and (not c >= d or x in a)")
    assert [OneOf("a", ("b",), 0), Compare("c", ">=", "d", 16), Has("a", "x", 31)] == list(clauses(condition))
    assert ("a", "c") == names(condition)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a == b", False), ("a != b", True), ("a == b and not c == d", True), ("a == b or c == d", False)],
)
def test_negation_is_seen_anywhere(text: str, expected: bool) -> None:
    assert expected is negates(parse(text))


CLAUSES: list[Clause] = [OneOf(name, (choice,)) for name in "pqr" for choice in "xyz"]
CONDITIONS = st.recursive(
    st.sampled_from(CLAUSES),
    lambda inner: st.builds(Not, inner)
    | st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
    | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=8,
)
POSSIBLE = st.fixed_dictionaries({name: st.sets(st.sampled_from("xyz"), min_size=1) for name in "pqr"})


@given(CONDITIONS, POSSIBLE)
def test_settled_is_what_every_completion_agrees_on(condition: Condition, possible: dict[str, set[str]]) -> None:
    def ways(name: str, parts: Sequence[Clause]) -> list[Mapping[Clause, bool]]:
        return [{part: isinstance(part, OneOf) and answer in part.choices for part in parts} for answer in possible[name]]

    verdicts = set()
    for answers in product(*possible.values()):
        world = dict(zip(possible, answers, strict=True))
        verdicts.add(holds(condition, lambda part, world=world: world[part.question] in part.choices))  # type: ignore[misc, union-attr]
    assert (verdicts.pop() if len(verdicts) == 1 else None) is settle(condition, ways)
