"""The shipped pack in every language it has: nothing missing, nothing of an older text, the same facts cited."""

from __future__ import annotations

import re
from functools import cache

import pytest

from hustings.pack.translation.translated_pack import Language, gaps, languages, read_language
from support.campaign_ai import FOLDER, pack

FACT = re.compile(r"\b[FR]-[A-Z]\d\d\b")


@cache
def language(code: str) -> Language:
    return read_language(FOLDER, code)


def test_spanish_is_there() -> None:
    assert "es" in languages(FOLDER)


@pytest.mark.parametrize("code", languages(FOLDER))
def test_every_text_is_translated_as_it_is_now(code: str) -> None:
    assert [] == [f"{gap.what}: {gap.key}. {gap.hint}" for gap in gaps(pack(), language(code))]


@pytest.mark.parametrize("code", languages(FOLDER))
def test_a_translation_cites_the_same_facts(code: str) -> None:
    told = [one for one in language(code).translations.values() if one.text]
    assert [] == [one.key for one in told if sorted(FACT.findall(one.made_from)) != sorted(FACT.findall(one.text))]
