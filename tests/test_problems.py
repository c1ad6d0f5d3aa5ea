"""How mistakes are worded: place, line, caret and hint, safe to print; and the hint for a misspelt word."""

from __future__ import annotations

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import (
    MOST_COMPARED,
    NOWHERE,
    WIDTH,
    InputError,
    PackError,
    Place,
    Problem,
    as_problem,
    as_record,
    did_you_mean,
    escaped,
    listed,
    near,
    pointed,
    reason,
)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("a.yaml", 3, 7), "a.yaml:3:7"),
        (Place("a.yaml", 3), "a.yaml:3"),
        (Place("a.yaml"), "a.yaml"),
        (NOWHERE, ""),
    ],
)
def test_a_place_names_what_is_known_of_it(place: Place, said: str) -> None:
    assert said == str(place)


def test_a_problem_shows_place_line_caret_and_hint() -> None:
    wrong = Problem(Place("a.yaml", 3, 7), "no role is called `comm`", "Did you mean `comms`?", "role: comm")
    lines = [
        "a.yaml:3:7: no role is called `comm`",
        "    role: comm",
        "          ^",
        "  Did you mean `comms`?",
    ]
    assert lines == str(wrong).split("\n")


def test_a_problem_of_a_whole_line_has_no_caret() -> None:
    assert "a.yaml:3: wrong" == str(Problem(Place("a.yaml", 3), "wrong", source="role: comm"))


def test_a_problem_without_a_place_starts_with_what_is_wrong() -> None:
    assert "wrong" == str(Problem(NOWHERE, "wrong"))


@pytest.mark.parametrize(
    ("place", "said"), [(Place("a.yaml"), "a.yaml: warning: not used"), (NOWHERE, "warning: not used")]
)
def test_a_warning_says_that_it_is_one(place: Place, said: str) -> None:
    assert said == str(Problem(place, "not used", severity="warning"))


def test_what_people_wrote_cannot_steer_a_terminal() -> None:
    wrong = Problem(Place("a\x1b[2J.yaml", 1, 1), "no `\x1b]0;x\x07`", "Not\r this", "\x1b[31mred")
    lines = [
        r"a\x1b[2J.yaml:1:1: no `\x1b]0;x\x07`",
        r"    \x1b[31mred",
        "    ^",
        r"  Not\r this",
    ]
    assert lines == str(wrong).split("\n")


@given(st.text(), st.text(), st.text(), st.integers(1, 50))
def test_every_line_of_a_problem_can_be_printed(what: str, hint: str, source: str, column: int) -> None:
    said = str(Problem(Place("a.yaml", 1, column), what, hint, source))
    assert all(line.isprintable() for line in said.split("\n"))


def test_a_problem_is_the_same_whatever_line_is_quoted_with_it() -> None:
    assert Problem(Place("a.yaml", 1), "wrong", source="a: 1") == Problem(Place("a.yaml", 1), "wrong")


def test_problems_sort_by_place() -> None:
    first, second, third = (
        Problem(Place("a.yaml", 2, 9), "z"),
        Problem(Place("a.yaml", 10, 1), "b"),
        Problem(Place("b.yaml", 1, 1), "a"),
    )
    assert [first, second, third] == sorted([third, second, first])


def test_a_record_for_machines_has_none_where_nothing_is_known() -> None:
    expected = {
        "file": "a.yaml",
        "line": None,
        "column": None,
        "severity": "warning",
        "what": "not used",
        "hint": "",
    }
    assert expected == as_record(Problem(Place("a.yaml"), "not used", severity="warning"))


def test_a_record_for_machines_counts_from_one() -> None:
    expected = {"file": "a.yaml", "line": 1, "column": 4, "severity": "error", "what": "wrong", "hint": "Mend it."}
    assert expected == as_record(Problem(Place("a.yaml", 1, 4), "wrong", "Mend it."))


def test_escaping_keeps_what_is_asked_for() -> None:
    assert "a\nb\\tc" == escaped("a\nb\tc", keep="\n")


def test_the_caret_stands_under_wide_and_combining_characters() -> None:
    line = "名前: e\u0301 x"
    assert (line, " " * 8 + "^") == pointed(line, 8)


def test_tabs_in_a_quoted_line_take_two_columns() -> None:
    assert ("    a: 1", " " * 4 + "^") == pointed("\t\ta: 1", 3)


def test_the_end_of_a_long_line_is_cut() -> None:
    shown, caret = pointed("k: " + "x" * 500, 4)
    assert ("k: " + "x" * 97 + "…", "   ^") == (shown, caret)


def test_the_start_of_a_long_line_is_cut() -> None:
    shown, caret = pointed("x" * 500 + " y: 1", 502)
    assert ("…" + "x" * 49 + " " + "y: 1", " " * 51 + "^") == (shown, caret)


def test_a_line_that_goes_on_is_cut_on_both_sides() -> None:
    shown, caret = pointed("a" * 500 + "b" * 500, 501)
    assert ("…" + "a" * 50 + "b" * 49 + "…", " " * 51 + "^") == (shown, caret)


def test_a_line_of_just_the_width_is_whole() -> None:
    assert ("x" * WIDTH, "^") == pointed("x" * WIDTH, 1)


def test_up_to_a_hundred_problems_are_listed() -> None:
    problems = [Problem(Place("a.yaml", line), "wrong") for line in range(1, 101)]
    assert [f"a.yaml:{line}: wrong" for line in range(1, 101)] == listed(problems).split("\n\n")


def test_of_more_than_a_hundred_problems_the_rest_is_counted() -> None:
    problems = [Problem(Place("a.yaml", line), "wrong") for line in range(1, 104)]
    assert ["a.yaml:100: wrong", "… and 3 more. Mend these first."] == listed(problems).split("\n\n")[-2:]


def test_a_pack_error_tells_each_problem_once_in_order() -> None:
    late, early = Problem(Place("a.yaml", 9), "late"), Problem(Place("a.yaml", 1), "early")
    wrong = PackError([late, early, late])
    assert (early, late) == wrong.problems
    assert "a.yaml:1: early\n\na.yaml:9: late" == str(wrong)


def test_an_input_error_has_its_hint_on_a_line_of_its_own() -> None:
    assert "No pack `x\\x1b`.\n  Give a folder." == str(InputError("No pack `x\x1b`.", "Give a folder."))


def test_an_input_error_may_have_no_hint() -> None:
    wrong = InputError("No.")
    assert ("No.", "No.", "") == (str(wrong), wrong.what, wrong.hint)


@pytest.mark.parametrize(
    ("word", "allowed", "hint"),
    [
        ("comm", ["comms", "manager"], "Did you mean `comms`?"),
        ("zebra", ["no", "yes", "no"], "Allowed here: `no`, `yes`."),
        ("zebra", "abcdefgh", "Allowed here: `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`."),
        ("zebra", "abcdefghi", ""),
        ("zebra", [], ""),
    ],
)
def test_a_misspelt_word_has_a_hint(word: str, allowed: list[str], hint: str) -> None:
    assert hint == did_you_mean(word, allowed)


def test_a_hint_is_not_worth_a_wait() -> None:
    known = [f"question_{number}" for number in range(MOST_COMPARED + 1)]
    assert "" == near("question_1x", known)
    assert "question_1" == near("question_1x", known[:20])
    assert "" == near("q" * (WIDTH + 1), ["q" * WIDTH])


@pytest.mark.parametrize(
    ("sentence", "said"), [("There is no role.", "there is no role"), ("nothing", "nothing"), ("", "")]
)
def test_a_sentence_becomes_a_problem(sentence: str, said: str) -> None:
    assert said == as_problem(sentence)


def test_why_the_system_refused_is_told_in_the_language_that_is_spoken() -> None:
    """A reason that is rare stays in the words of the system, in every language."""
    rare = os.strerror(errno.EDEADLK)
    refused = (
        OSError(errno.EACCES, os.strerror(errno.EACCES)),
        OSError(errno.EDEADLK, rare),
        OSError("no reason"),
        ValueError("embedded null byte"),
    )
    assert ["Permission denied", rare, "no reason", "embedded null byte"] == [reason(one) for one in refused]
    with speaking(read_words("es")):
        assert ["Permiso denegado", rare, "no reason", "contiene un carácter nulo"] == [reason(one) for one in refused]
