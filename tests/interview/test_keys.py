"""The keys: which are named where, and which words mean one."""

from __future__ import annotations

import pytest

from hustings.interview.keys import Key, key_of_word

QUESTION_KEYS: tuple[Key, ...] = ("back", "skip", "dont_know", "note", "proof", "help", "sections", "review", "quit")


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("b", "back"), ("BACK", "back"), ("rev", "review"), ("s", "skip"), ("se", "sections"), ("?", "help"),
        ("don", "dont_know"), ("q", "quit"), ("x", None), ("", None), ("next", None),
    ],
)  # fmt: skip
def test_a_typed_word_means_a_key(word: str, key: str | None) -> None:
    assert key_of_word(word, QUESTION_KEYS) == key
