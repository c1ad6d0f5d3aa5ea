"""Our own words: English without a catalog, another language from its catalog."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.messages import ENGLISH
from hustings.pack.translation import ui_language
from hustings.pack.translation.ui_language import read_words, spoken_languages
from support.messages import words as made


def test_english_is_always_spoken_and_what_is_not_spoken_is_english() -> None:
    assert "en" in spoken_languages()
    assert ENGLISH is read_words("en")
    assert ENGLISH is read_words("tlh")
    assert ENGLISH is read_words("../es")


def test_a_catalog_that_lies_there_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its folder is named as translators name it, the language as packs do."""
    catalog = tmp_path / "pt_BR" / "LC_MESSAGES" / "hustings.mo"
    catalog.parent.mkdir(parents=True)
    catalog.write_bytes(made("pt_BR", {"English": "Português", "Yes": "Sim"}).catalog)
    monkeypatch.setattr(ui_language, "LOCALE", tmp_path)
    assert ("en", "pt-BR") == spoken_languages()
    found = read_words("pt-BR")
    assert ("pt-BR", "Português", "Sim") == (found.language, found.title, found.of("Yes"))
