"""Mistakes of a pack as rows: the word that is wrong is marked, whatever is before it on the line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hustings.cli.printed.problem_rows import problem_rows
from hustings.problems import MOST_SHOWN, Place, Problem
from hustings.styled_text.rows import Row, text_of, wide

TYPE = Problem(
    Place("bad/profile.yaml", 22, 11),
    "`type` cannot be `select_onee`",
    "Did you mean `select_one`?",
    "    type: select_onee",
)


def rows(*problems: Problem, width: int = 78) -> list[Row]:
    return list(problem_rows(problems, width))


def test_place_what_line_and_hint() -> None:
    assert [
        "✕ bad/profile.yaml:22:11  `type` cannot be `select_onee`",
        "  22 │     type: select_onee",
        "     │           ^^^^^^^^^^^",
        "  Did you mean `select_one`?",
    ] == [text_of(row) for row in rows(TYPE)]
    assert ("error", "select_onee") in rows(TYPE)[1]


def test_a_narrow_screen_takes_the_sentence_below_the_place() -> None:
    assert ["✕ bad/profile.yaml:22:11", "  `type` cannot be `select_onee`"] == [
        text_of(row).rstrip() for row in rows(TYPE, width=40)[:2]
    ]


def test_a_warning_has_another_sign_and_a_problem_may_have_no_place() -> None:
    warning = Problem(Place("a.yaml"), "nobody uses it", severity="warning")
    nowhere = Problem(Place(""), "The pack is empty.")
    assert ["! a.yaml  nobody uses it", "", "✕ The pack is empty."] == [text_of(row) for row in rows(warning, nowhere)]


def test_only_the_first_hundred_are_listed() -> None:
    listed = rows(*[TYPE] * (MOST_SHOWN + 3))
    assert MOST_SHOWN == sum(text_of(row).startswith("✕") for row in listed)
    assert "… and 3 more. Mend these first." == text_of(listed[-1])


@given(st.text(st.sampled_from("a b:{,語\t\x1b\u202e"), max_size=200), st.integers(0, 220), st.integers(30, 90))
def test_any_line_of_any_file_is_quoted_within_the_screen(source: str, column: int, width: int) -> None:
    problem = Problem(Place("語.yaml", 7, column), "It is wrong.", "Mend it.", source)
    for row in rows(problem, width=width):
        assert wide(row) <= width
        assert "\x1b" not in text_of(row)
