"""Every language that Hustings speaks says everything that is said, and nothing that is no longer said."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from hustings.pack.shelf import shelf
from hustings.pack.words import read_words, spoken_languages
from hustings.wording import placeholders
from wording_support import ROOT, SAYING, in_code, in_template, literals, refreshed, sentences

OTHERS = [code for code in spoken_languages() if code != "en"]


def test_spanish_is_spoken() -> None:
    assert "es" in OTHERS


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_missing_and_nothing_unused(code: str) -> None:
    said, translated = sentences(), read_words(code).sentences
    assert [] == [f"{said[text]}: {text}" for text in said if text not in translated]
    assert [] == [text for text in translated if text not in said]


@pytest.mark.parametrize("code", OTHERS)
def test_names_in_braces_are_those_of_the_sentence(code: str) -> None:
    translated = read_words(code).sentences
    assert [] == [text for text in translated if placeholders(text) != placeholders(translated[text])]


@pytest.mark.parametrize("code", OTHERS)
def test_the_file_is_as_it_would_be_written(code: str) -> None:
    path = shelf("questionnaires") / "languages" / f"{code}.yaml"
    assert refreshed(code, read_words(code).title) == path.read_text(encoding="utf-8")


def test_a_sentence_gets_the_values_that_it_names() -> None:
    """What is written out in the call must fit; a sentence from a table is checked when it is said."""
    found = [fault for path in sorted((ROOT / "src" / "hustings").rglob("*.py")) for fault in without_values(path)]
    assert [] == found


def without_values(path: Path) -> Iterator[str]:
    """Each sentence that names more than its call gives."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", *SAYING)):
            continue
        counts = {"n"} if node.func.id in ("several", "counted") else set()
        given = {keyword.arg for keyword in node.keywords} | counts
        if node.func.id == "english" or None in given:
            continue
        said = [text for place in SAYING[node.func.id] for text in literals(node.args[place])]
        yield from (f"{path}:{node.lineno}: {text}" for text in said if not placeholders(text) <= given)


def test_what_is_collected() -> None:
    code = 'say("One {x}", x=1)\nseveral(n, "{n} a", "{n} b")\nsay("yes" if x else "no")\nsay(TABLE[x])\nother("no")\n'
    assert ["One {x}", "{n} a", "{n} b", "yes", "no"] == [text for _, text in in_code(code)]
    assert ["One", "Two"] == list(in_template('<p>{{ say("One") }}</p><a title="{{ say(\'Two\') }}">essay("x")</a>'))
