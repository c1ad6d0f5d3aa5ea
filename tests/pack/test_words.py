"""Our own words: English without a file, another language from its file."""

from __future__ import annotations

from hustings.pack.words import read_words, spoken_languages
from hustings.wording import ENGLISH


def test_english_is_always_spoken_and_what_is_not_spoken_is_english() -> None:
    assert "en" in spoken_languages()
    assert ENGLISH is read_words("en")
    assert ENGLISH is read_words("tlh")
    assert ENGLISH is read_words("../es")
