"""Our own words: English without a file, another language from its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack import words
from hustings.pack.words import read_words, spoken_languages
from hustings.problems import PackError
from hustings.wording import ENGLISH


def test_english_is_always_spoken_and_what_is_not_spoken_is_english() -> None:
    assert "en" in spoken_languages()
    assert ENGLISH is read_words("en")
    assert ENGLISH is read_words("tlh")
    assert ENGLISH is read_words("../es")


def test_a_file_of_words_that_is_not_in_order_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "eo.yaml").write_text("language: eo\nstrnigs: {}\n")
    monkeypatch.setattr(words, "shelf", lambda _name: tmp_path)
    with pytest.raises(PackError) as wrong:
        read_words("eo")
    assert any("strnigs" in problem.what for problem in wrong.value.problems)
