"""The keys: which are named where, and which words mean one."""

from __future__ import annotations

import pytest

from hustings.interview.keys import Key, hints, key_of_word

QUESTION_KEYS: tuple[Key, ...] = ("back", "skip", "dont_know", "note", "proof", "help", "sections", "review", "quit")


def test_both_sets_of_keys_where_they_fit_one_where_not_and_the_most_needed_at_last() -> None:
    assert [hints(QUESTION_KEYS, width, in_lists=True) for width in (78, 50, 24)] == [
        (
            "F7/b back  F8/s skip  F4/d don't know  F1/? help  F10/q save and quit",
            "F2/n note  F3/p proof  F5/j sections  F6/r review",
        ),
        ("b back  s skip  d don't know  ? help", "q save and quit  n note  p proof  j sections"),
        ("b back  s skip", "d don't know  ? help"),
    ]


def test_where_words_are_typed_keys_are_function_and_control_keys() -> None:
    assert hints(("back", "quit"), 78, in_lists=False) == ("F7/^B back  F10/^X save and quit",)
    assert hints(("back", "quit"), 28, in_lists=False, lines=1) == ("F7 back  F10 save and quit",)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("b", "back"), ("BACK", "back"), ("rev", "review"), ("s", "skip"), ("se", "sections"), ("?", "help"),
        ("don", "dont_know"), ("q", "quit"), ("x", None), ("", None), ("next", None),
    ],
)  # fmt: skip
def test_a_typed_word_means_a_key(word: str, key: str | None) -> None:
    assert key_of_word(word, QUESTION_KEYS) == key
