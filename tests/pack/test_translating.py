"""The file of a language: complete, in the pack's order, the same bytes each time, and nothing lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.language import gaps, read_language
from hustings.pack.nodes import parse_yaml
from hustings.pack.read import read_pack
from hustings.pack.strings import phrases
from hustings.pack.translating import HEAD, language_text, quoted
from languages_support import folder_with, language


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
    assert [phrase.key for phrase in phrases(read_pack(folder))] == list(found.translations)
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
