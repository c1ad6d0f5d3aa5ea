"""The small language of conditions: what is read, what is refused and where, and its three-valued truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.conditions import (
    AllOf,
    AnyOf,
    Clause,
    Comparison,
    Condition,
    ConditionError,
    Contains,
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
    ("text", "meant"),
    [
        ("uses_ai == yes", OneOf("uses_ai", ("yes",))),
        ("  uses_ai == 'yes'  ", OneOf("uses_ai", ("yes",), 0)),
        ("uses_ai != yes", Not(OneOf("uses_ai", ("yes",)))),
        ("region in [us, uk]", OneOf("region", ("us", "uk"))),
        ("region in (us, 'uk')", OneOf("region", ("us", "uk"))),
        ("region in {us}", OneOf("region", ("us",))),
        ("region not in [us]", Not(OneOf("region", ("us",)))),
        ("texts in channels", Contains("channels", "texts", 9)),
        ("'not' not in channels", Not(Contains("channels", "not", 13))),
        ("staff > 10", Comparison("staff", ">", Fraction(10))),
        ("staff < 0.5", Comparison("staff", "<", Fraction(1, 2))),
        ("staff >= -3", Comparison("staff", ">=", Fraction(-3))),
        ("audio <= some", Comparison("audio", "<=", "some")),
        ("a == b and c == d", AllOf((OneOf("a", ("b",)), OneOf("c", ("d",), 11)))),
        ("a == b or not c == d", AnyOf((OneOf("a", ("b",)), Not(OneOf("c", ("d",), 14))))),
    ],
)
def test_what_is_read(text: str, meant: Condition) -> None:
    assert meant == parse(text)


def test_columns_count_characters_not_bytes() -> None:
    text = "'é名' in a and (\n b == 'c')"
    assert [text.index("a"), text.index("b")] == [clause.column for clause in clauses(parse(text))]


RESERVED = "Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes."
CHOICE = "A choice's id stands here; numbers are compared with `>=`, `<=`, `>` or `<`."
COMPARE = "Say what the answer should be, as in `uses_ai == yes`."


@pytest.mark.parametrize(
    ("text", "what", "column", "hint"),
    [
        ("uses_ai", "`uses_ai` is not a comparison", 0, COMPARE),
        ("a == b and f(x)", "`f(x)` is not a comparison", 11, COMPARE),
        ("not -x", "`-x` is not a comparison", 4, COMPARE),
        ("x" * 50, f"`{'x' * 39}…` is not a comparison", 0, COMPARE),
        ("1 < a < 3", "compare one pair at a time", 0, "Join two comparisons with `and`."),
        ("a in []", "the list of choices is empty", 5, "Name at least one choice."),
        ("a is b", "`is` does not compare answers", 0, "Use `==`."),
        ("a is not b", "`is` does not compare answers", 0, "Use `==`."),
        ("3 == a", "`3` is not a question id", 0, "A question's id stands here."),
        ("a in 'b'", "`'b'` is not a question id", 5, "A question's id stands here."),
        ("a.b > 3", "`a.b` is not a question id", 0, "A question's id stands here."),
        ("staff == 3", "`3` is not a choice", 9, CHOICE),
        ("a in [b, 3]", "`3` is not a choice", 9, CHOICE),
        ("a == None", "`None` is not a choice", 5, CHOICE),
        ("3 in a", "`3` is not a choice", 0, CHOICE),
        ("a >= b + 1", "`b + 1` is not a choice", 5, CHOICE),
        ("a >= True", "`True` is not a choice", 5, CHOICE),
        ("a > 1e9", "`1e9` is not a number we can read", 4, "Write it like 10 or 0.5."),
        ("a > 0x10", "`0x10` is not a number we can read", 4, "Write it like 10 or 0.5."),
        ("a > 1_000", "`1_000` is not a number we can read", 4, "Write it like 10 or 0.5."),
        ("a > 1234567890123", "`1234567890123` is not a number we can read", 4, "Write it like 10 or 0.5."),
        ("'名é' == b", "`'名é'` is not a question id", 0, "A question's id stands here."),
        ("a == '名é' and 3 == b", "`3` is not a question id", 14, "A question's id stands here."),
        ("(a == b and\n3 == b)", "`3` is not a question id", 12, "A question's id stands here."),
        (
            "a == b" + " " * 2000 + "or c == d",
            "the condition is longer than 2000 characters",
            0,
            "Ask for less at once.",
        ),
        ("not " * 30 + "a == b", "the condition is nested too deeply", 0, "Take out brackets and `not`."),
    ],
)
def test_what_is_refused(text: str, what: str, column: int, hint: str) -> None:
    with pytest.raises(ConditionError) as wrong:
        parse(text)
    assert (what, column, hint) == (wrong.value.what, wrong.value.column, wrong.value.hint)


@pytest.mark.parametrize("text", ["", "a ==", "a = b", "texts in class", "a == \0", "(a == b", "a == b)", "a == 'b"])
def test_what_python_cannot_read(text: str) -> None:
    """Where exactly Python stumbles differs between its editions."""
    with pytest.raises(ConditionError) as wrong:
        parse(text)
    assert (f"the condition `{text}` cannot be read", RESERVED) == (wrong.value.what, wrong.value.hint)
    assert 0 <= wrong.value.column <= max(len(text) - 1, 0)


def test_a_reserved_word_is_pointed_at() -> None:
    with pytest.raises(ConditionError) as wrong:
        parse("a == b and texts in class")
    assert 20 == wrong.value.column


@pytest.mark.parametrize("text", ["(" * 900, "not " * 450, "-" * 1900 + "a", "[" * 150 + "]" * 150, "a" + "[b" * 700])
def test_brackets_without_end_are_one_problem(text: str) -> None:
    with pytest.raises(ConditionError):
        parse(text)


PIECES = [
    "and",
    "or",
    "not",
    "in",
    "==",
    ">=",
    "<",
    "is",
    "(",
    ")",
    "[",
    "]",
    ",",
    "'",
    '"',
    "\\",
    "\n",
    "\0",
    "{",
    "}",
]
WORDS = [
    *PIECES,
    "a",
    "yes",
    "é",
    "名",
    "3",
    "0.5",
    "1e9",
    "-",
    ":=",
    "lambda",
    "f'{a}'",
    "*",
    ".",
    "#",
    ";",
    "\r",
    "\f",
]


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_text_is_a_condition_or_one_problem_inside_the_text(text: str) -> None:
    wrong = refusal(text)
    assert wrong is None or (bool(wrong.what) and 0 <= wrong.column <= max(len(text) - 1, 0))


def refusal(text: str) -> ConditionError | None:
    try:
        parse(text)
    except ConditionError as wrong:
        return wrong
    return None


def test_each_question_is_named_once_in_order() -> None:
    assert ("b", "a", "c") == names(parse("b == x and (a > 1 or not b == y) and z in c"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a == b", False),
        ("a == b and c > 1 or d in e", False),
        ("a != b", True),
        ("a == b and (c == d or e not in f)", True),
    ],
)
def test_negation_is_found_wherever_it_stands(text: str, expected: bool) -> None:
    assert expected == negates(parse(text))


QUESTIONS = ("a", "b", "c")
CLAUSES: tuple[Clause, ...] = tuple(OneOf(name, (choice,)) for name in QUESTIONS for choice in ("x", "y"))


def conditions() -> st.SearchStrategy[Condition]:
    leaves: st.SearchStrategy[Condition] = st.sampled_from(CLAUSES)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(Not),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        ),
        max_leaves=8,
    )


def truth(condition: Condition, answers: Mapping[str, str]) -> bool:
    """What a condition means, said anew for the test."""
    match condition:
        case Not(part):
            return not truth(part, answers)
        case AllOf(parts):
            return min(truth(part, answers) for part in parts)
        case AnyOf(parts):
            return max(truth(part, answers) for part in parts)
        case OneOf(question, choices):
            return answers[question] in choices
        case other:
            raise AssertionError(other)


@given(conditions(), st.tuples(*[st.sets(st.sampled_from("xyz"), min_size=1)] * 3))
def test_settled_is_what_every_possible_answer_agrees_on(condition: Condition, sets: tuple[set[str], ...]) -> None:
    still = dict(zip(QUESTIONS, sets, strict=True))

    def possible(question: str, own: Sequence[Clause]) -> list[dict[Clause, bool]]:
        return [{clause: truth(clause, {question: answer}) for clause in own} for answer in still[question]]

    combinations = [dict(zip(QUESTIONS, answers, strict=True)) for answers in product(*sets)]
    verdicts = {truth(condition, answers) for answers in combinations}
    expected = verdicts.pop() if len(verdicts) == 1 else None
    assert expected == settle(condition, possible)


def test_a_question_whose_answer_cannot_be_leaves_the_condition_open() -> None:
    assert settle(parse("a == x"), lambda _question, _own: []) is None


@given(conditions(), st.tuples(*[st.sampled_from("xyz")] * 3))
def test_with_every_answer_known_a_condition_holds_or_not(condition: Condition, given_: tuple[str, ...]) -> None:
    answers = dict(zip(QUESTIONS, given_, strict=True))
    assert truth(condition, answers) == holds(condition, lambda clause: truth(clause, answers))
