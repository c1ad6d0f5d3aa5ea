"""A quoted line is cut to a width that fits a terminal, to the letter, and hints are sought among so many words."""

from __future__ import annotations

from hustings.problems import near, pointed


def test_a_line_of_just_the_width_is_whole() -> None:
    assert ("x" * 100, "^") == pointed("x" * 100, 1)


def test_a_line_one_longer_is_cut_at_its_end() -> None:
    assert ("x" * 100 + "…", "^") == pointed("x" * 101, 1)


def test_what_stands_before_is_whole_up_to_half_the_width() -> None:
    assert ("y" * 50 + "x" * 50, " " * 50 + "^") == pointed("y" * 50 + "x" * 50, 51)


def test_what_stands_before_is_cut_from_there_on() -> None:
    assert ("…" + "y" * 50 + "x" * 49, " " * 51 + "^") == pointed("z" + "y" * 50 + "x" * 49, 52)


def test_a_line_that_goes_on_is_cut_on_both_sides() -> None:
    assert ("…" + "a" * 50 + "b" * 49 + "…", " " * 51 + "^") == pointed("a" * 500 + "b" * 500, 501)


def test_the_last_mark_of_a_long_line_is_shown() -> None:
    assert ("…" + "a" * 50 + "b", " " * 51 + "^") == pointed("a" * 500 + "b", 501)


def test_tabs_widen_what_is_cut() -> None:
    assert ("…" + " " * 50 + "b", " " * 51 + "^") == pointed("\t" * 26 + "b", 27)


def test_a_hint_is_sought_among_five_hundred_words_of_a_hundred_letters() -> None:
    words = [f"w{number:03}" for number in range(500)]
    assert "w007" == near("w007x", words)
    assert "" == near("w007x", [*words, "w500"])
    assert "q" * 99 == near("q" * 100, ["q" * 99])
    assert "" == near("q" * 101, ["q" * 99])
