"""A pack in another language: what is translated is shown, what is not is named, and the rest of the pack stays."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack.loader import read_pack
from hustings.pack.translation.translated_pack import each, gaps, languages, read_language, summed
from hustings.problems import PackError, Problem
from support.languages import folder_with, language


def told(folder: Path, problems: tuple[Problem, ...]) -> list[str]:
    said = [f"{problem.place}: {problem.severity}: {problem.what}. {problem.hint}" for problem in problems]
    return [line.replace(f"{folder}/", "") for line in said]


def test_translated_texts_are_shown_and_the_rest_stays_as_it_was(tmp_path: Path) -> None:
    es = language(("questions.plan.text", "A plan?", "¿Un plan?"), ("sections.fakes.title", "Fakes", "Falsos"))
    folder = folder_with(tmp_path, es=es)
    english, spanish = read_pack(folder), read_pack(folder, "es")
    assert ("¿Un plan?", "Falsos", "Practised?") == (
        spanish.questions["plan"].text, spanish.questionnaire.sections[1].title, spanish.questions["drill"].text,
    )  # fmt: skip
    assert ("es", "en") == (spanish.language, english.language)


def test_the_digest_is_that_of_what_is_asked_in_whatever_language(tmp_path: Path) -> None:
    before = read_pack(folder_with(tmp_path)).digest
    folder = folder_with(tmp_path, es=language(("questions.plan.text", "A plan?", "¿Un plan?")))
    assert {before} == {read_pack(folder).digest, read_pack(folder, "es").digest}


def test_a_language_that_a_pack_lacks_leaves_it_as_it_is(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    assert (read_pack(folder), ()) == (read_pack(folder, "es"), languages(folder))
    assert read_pack(folder) == read_pack(folder, "../es")


def test_a_translation_of_another_text_is_not_shown(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("questions.plan.text", "An old plan?", "¿Un plan viejo?")))
    assert "A plan?" == read_pack(folder, "es").questions["plan"].text


def test_a_translation_with_other_names_in_braces_is_not_shown(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("questions.plan.text", "A plan?", "¿Un plan, {campaign}?")))
    assert "A plan?" == read_pack(folder, "es").questions["plan"].text


def test_gaps_are_named_with_their_places_and_what_to_do(tmp_path: Path) -> None:
    entries = (
        ("questions.plan.text", "An old plan?", "¿Un plan?"),
        ("questions.drill.text", "Practised?", ""),
        ("questions.label.text", "Labels?", "¿{label}?"),
        ("questions.labels.text", "Labels?", "¿Etiquetas?"),
        ("gone", "Gone", "Ido"),
    )
    folder = folder_with(tmp_path, es=language(*entries))
    found = gaps(read_pack(folder), read_language(folder, "es"))
    assert [
        "languages/es.yaml:4:3: warning: the text of `questions.plan.text` has changed since it was translated. It says now: “A plan?”",
        "languages/es.yaml:5:3: warning: `questions.drill.text` is not translated. It says: “Practised?”",
        "languages/es.yaml:6:3: warning: the names in braces in `questions.label.text` are not those of the text. Look at {label}.",
        "languages/es.yaml:7:3: warning: the pack has no text `questions.labels.text`. Did you mean `questions.rules.text`?",
        "languages/es.yaml:8:3: warning: the pack has no text `gone`. Take it out when nobody needs it any more.",
    ] == [line for line in told(folder, each(found)) if "es.yaml:3:1:" not in line]
    absent = [line for line in told(folder, each(found)) if "es.yaml:3:1:" in line]
    assert "languages/es.yaml:3:1: warning: `pack.title` is not translated. It says: “One of everything”" == absent[0]
    assert 47 == len(absent)


def test_many_gaps_of_a_kind_are_one_line_and_few_are_told_one_by_one(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("gone", "Gone", "Ido"), ("left", "Left", "Dejado")))
    said = told(folder, summed(gaps(read_pack(folder), read_language(folder, "es"))))
    assert (
        "languages/es.yaml: warning: 50 texts are not translated, `pack.title` first. --format json names them all."
        == said[0]
    )
    assert 3 == len(said)


def test_a_long_text_is_cut_where_it_is_quoted(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language())
    pack = read_pack(folder)
    section = folder / "sections" / "fakes.yaml"
    section.write_text(section.read_text().replace("A plan?", "A plan " + "and more " * 20 + "?"))
    hints = [gap.hint for gap in gaps(read_pack(folder), read_language(folder, "es"))]
    assert [f"It says: “{('A plan ' + 'and more ' * 20)[:80]}…”"] == [hint for hint in hints if "A plan and" in hint]
    assert pack.digest != read_pack(folder).digest


def test_mistakes_in_a_language_file_have_a_place(tmp_path: Path) -> None:
    wrong = "language: es\ntitle: Español\nstrings:\n  a: {from: x, too: y}\n"
    folder = folder_with(tmp_path, es=wrong, fr=language(code="de"))
    with pytest.raises(PackError) as of_form:
        read_language(folder, "es")
    assert [
        "languages/es.yaml:4:16: error: `a` takes no `too`. Did you mean `to`?",
    ] == told(folder, of_form.value.problems)
    with pytest.raises(PackError) as of_name:
        read_pack(folder, "fr")
    assert [
        "languages/fr.yaml:1:11: error: the file is called fr.yaml, and its language `de`. Make the two the same.",
    ] == told(folder, of_name.value.problems)


def test_a_language_file_must_be_in_the_pack(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack", fr=language(code="fr"))
    elsewhere = tmp_path / "es.yaml"
    elsewhere.write_text(language())
    (folder / "languages" / "es.yaml").symlink_to(elsewhere)
    with pytest.raises(PackError, match="this is a link to a file outside the pack"):
        read_pack(folder, "es")


def test_a_translation_that_is_in_order_is_no_gap(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("questions.plan.text", "A plan?", "¿Un plan?")))
    found = gaps(read_pack(folder), read_language(folder, "es"))
    assert "questions.plan.text" not in {gap.key for gap in found}
    assert {"missing"} == {gap.what for gap in found}
