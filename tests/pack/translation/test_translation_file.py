"""The file of a language: complete, in the pack's order, the same bytes each time, and nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.loader import read_pack
from hustings.pack.source.yaml_source import parse_yaml
from hustings.pack.translation.translatable import phrases
from hustings.pack.translation.translated_pack import gaps, read_language
from hustings.pack.translation.translation_file import HEAD, language_text, quoted
from support.languages import folder_with, language


def refreshed(folder: Path) -> str:
    path = folder / "languages" / "es.yaml"
    before = read_language(folder, "es") if path.exists() else None
    text = language_text(read_pack(folder), "es", "Español", before)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return text


def test_a_new_language_holds_every_text_untranslated(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    text = refreshed(folder)
    begun = 'language: es\ntitle: "Español"\nstrings:\n  pack.title:\n    from: "One of everything"\n    to:\n'
    assert text.startswith(HEAD + begun)
    found = read_language(folder, "es")
    first = {phrase.text: phrase.key for phrase in reversed(phrases(read_pack(folder)))}
    assert set(first.values()) == set(found.translations)
    keys = [phrase.key for phrase in phrases(read_pack(folder))]
    assert sorted(found.translations, key=keys.index) == list(found.translations)
    assert {"missing"} == {gap.what for gap in gaps(read_pack(folder), found)}


def test_refreshing_what_is_fresh_changes_nothing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("sections.fakes.title", "Fakes", "Falsos"), ("gone", "Gone", "Ido")))
    assert refreshed(folder) == refreshed(folder)


def test_what_is_translated_stays_and_what_has_changed_stands_beside_it(tmp_path: Path) -> None:
    entries = (
        ("sections.fakes.title", "Fakes", "Falsos"),
        ("questions.plan.text", "An old plan?", "¿Un plan?"),
        ("gone", "Gone", "Ido"),
        ("never.written", "Nothing", ""),
    )
    text = refreshed(folder_with(tmp_path, es=language(*entries)))
    assert '  sections.fakes.title:\n    from: "Fakes"\n    to: "Falsos"\n' in text
    assert '  questions.plan.text:\n    from: "An old plan?"\n    now: "A plan?"\n    to: "¿Un plan?"\n' in text
    assert text.endswith('  gone:\n    from: "Gone"\n    to: "Ido"\n')
    assert "never.written" not in text


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\"'\\:#{}[]%&*!|>\u2028\u2029\u0085"))
)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    if any(mark in "\ufffe\uffff" or ord(mark) & 0xFFFE == 0xFFFE for mark in text):
        return  # no YAML file may hold these, a pack neither
    assert text == parse_yaml(f"to: {quoted(text)}\n", "es.yaml").data["to"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0\xad", '"0\\u00ad"'),
        ("Desin\xadforma\u200bci\xadon", '"Desin\\u00adforma\\u200bci\\u00adon"'),
        ("Desin\xadformación", '"Desin\xadformación"'),
        ("Una desin\xadformacion", '"Una desin\xadformacion"'),
    ],
)
def test_a_word_with_a_soft_hyphen_is_written_so_that_it_is_read(text: str, written: str) -> None:
    assert written == quoted(text)
    assert text == parse_yaml(f"to: {written}\n", "es.yaml").data["to"]


def test_a_text_that_stands_in_several_places_has_one_entry(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    text = refreshed(folder)
    assert 1 == text.count('from: "Not in place"')
    path = folder / "languages" / "es.yaml"
    path.write_text(text.replace('"Not in place"\n    to:', '"Not in place"\n    to: "No existe"'), encoding="utf-8")
    pack = read_pack(folder, "es")
    assert ["No existe", "No existe"] == [pack.questions[name].choices[0].text for name in ("plan", "label")]


def test_a_text_whose_only_translation_stands_elsewhere_by_now_gets_its_entry(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("gone", "A plan?", "¿Un plan?"), ("pack.title", "Labels?", "¿Qué?")))
    text = refreshed(folder)
    assert '  questions.plan.text:\n    from: "A plan?"\n    to: "¿Un plan?"\n' in text
    assert '  questions.label.text:\n    from: "Labels?"\n    to: "¿Qué?"\n' in text
    assert refreshed(folder) == text


def test_a_text_may_be_said_differently_in_one_place(tmp_path: Path) -> None:
    key = "questions.label.choices.none"
    es = language(("questions.plan.choices.none", "Not in place", "No existe"), (key, "Not in place", "No hay"))
    folder = folder_with(tmp_path, es=es)
    assert refreshed(folder) == refreshed(folder)
    pack = read_pack(folder, "es")
    assert ["No existe", "No hay"] == [pack.questions[name].choices[0].text for name in ("plan", "label")]
