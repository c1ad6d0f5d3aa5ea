"""What people read when something of theirs needs work."""

from __future__ import annotations

import pytest

from hustings.problems import (
    NOWHERE,
    InputError,
    PackError,
    Place,
    Problem,
    as_record,
    did_you_mean,
    escaped,
    listed,
    near,
    pointed,
)


def test_a_problem_shows_place_line_caret_and_hint() -> None:
    problem = Problem(Place("privacy.yaml", 41, 9), "no choice `teem`", "Did you mean `team`?", "  when: account == teem")
    assert (
        "privacy.yaml:41:9: no choice `teem`\n"
        "      when: account == teem\n"
        "            ^\n"
        "  Did you mean `team`?"
    ) == str(problem)


def test_a_problem_of_a_whole_file_or_of_nothing_has_no_line() -> None:
    assert "a.yaml: there is no such file" == str(Problem(Place("a.yaml"), "there is no such file"))
    assert "a.yaml:3: bad" == str(Problem(Place("a.yaml", 3), "bad", source="x: y"))
    assert "it is bad\n  Mend it." == str(Problem(NOWHERE, "it is bad", "Mend it."))


def test_a_warning_says_so() -> None:
    assert "a.yaml:3: warning: odd" == str(Problem(Place("a.yaml", 3), "odd", severity="warning"))
    assert "warning: odd" == str(Problem(NOWHERE, "odd", severity="warning"))


def test_problems_sort_by_place_and_are_told_once() -> None:
    last, first = Problem(Place("b", 1), "x"), Problem(Place("a", 10), "y")
    early = Problem(Place("a", 9, 4), "z", source="shown but not compared")
    error = PackError([last, first, early, Problem(Place("a", 9, 4), "z")])
    assert ["z", "y", "x"] == [problem.what for problem in error.problems]
    assert "a:10: y" in str(error)


def test_a_record_for_editors() -> None:
    problem = Problem(Place("a.yaml", 3, 7), "bad \x1b[31m", "Mend it.", "source", "warning")
    assert {
        "file": "a.yaml",
        "line": 3,
        "column": 7,
        "severity": "warning",
        "what": "bad \x1b[31m",
        "hint": "Mend it.",
    } == as_record(problem)
    whole = as_record(Problem(Place("a.yaml"), "bad"))
    assert (None, None, "error", "") == (whole["line"], whole["column"], whole["severity"], whole["hint"])


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain ¿ñ 中 é", "plain ¿ñ 中 é"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\nb\tc\x00", "a\\nb\\tc\\x00"),
        ("\x9b31m\u202eright to left\u2028", "\\x9b31m\\u202eright to left\\u2028"),
        ("\ud800", "\\ud800"),
    ],
)
def test_a_terminal_shows_and_does_not_obey(raw: str, shown: str) -> None:
    assert shown == escaped(raw)


def test_no_part_of_a_problem_reaches_the_terminal_raw() -> None:
    evil = "\x1b]0;owned\x07"
    told = str(Problem(Place(f"{evil}.yaml", 1, 2), evil, evil, evil))
    assert "\x1b" not in told
    assert "\x07" not in told
    assert 4 == told.count("\\x1b]0;owned\\x07")


def test_an_input_error_keeps_its_lines_and_escapes_the_rest() -> None:
    assert "no \\x1b here\nline two\n  Do this." == str(InputError("no \x1b here\nline two", "Do this."))
    assert "only this" == str(InputError("only this"))


@pytest.mark.parametrize(
    ("source", "column", "expected"),
    [
        ("key: value", 6, ("key: value", "     ^")),
        ("\tkey", 2, ("  key", "  ^")),
        ("中文: x", 5, ("中文: x", "      ^")),
        ("e\u0301: x", 5, ("e\u0301: x", "   ^")),
        ("\x07: x", 4, ("\\x07: x", "      ^")),
        ("end", 4, ("end", "   ^")),
    ],
)
def test_the_caret_stands_below_its_character(source: str, column: int, expected: tuple[str, str]) -> None:
    assert expected == pointed(source, column)


@pytest.mark.parametrize(("column", "cut_before", "cut_after"), [(1, False, True), (80, True, True), (290, True, False)])
def test_a_long_line_is_cut_around_the_caret(column: int, cut_before: bool, cut_after: bool) -> None:
    source = "".join(str(number % 10) for number in range(1, 301))
    line, caret = pointed(source, column)
    assert source[column - 1] == line[len(caret) - 1]
    assert (cut_before, cut_after) == (line.startswith("…"), line.endswith("…"))
    assert len(line) <= 102


def test_a_very_long_line_costs_little() -> None:
    line, caret = pointed("x" * 2_000_000, 1_000_000)
    assert len(line) <= 102
    assert caret.endswith("^")


def test_the_first_hundred_are_shown_and_the_rest_counted() -> None:
    problems = [Problem(Place("a", number), "bad") for number in range(1, 138)]
    shown = listed(problems)
    assert 100 == shown.count(": bad")
    assert shown.endswith("a:100: bad\n\n… and 37 more. Mend these first.")
    assert 137 == len(PackError(problems).problems)


def test_a_misspelt_word_gets_the_nearest_or_the_short_list_or_nothing() -> None:
    assert "Did you mean `team`?" == did_you_mean("teem", ["team", "personal"])
    assert "Allowed here: `a`, `b`." == did_you_mean("zzz", ["b", "a"])
    assert "" == did_you_mean("zzz", [f"word{number}" for number in range(9)])
    assert "" == did_you_mean("zzz", [])


def test_a_hint_is_not_worth_a_wait() -> None:
    assert "" == near("word7", [f"word{number}" for number in range(501)])
    assert "" == near("w" * 101, ["w"])
