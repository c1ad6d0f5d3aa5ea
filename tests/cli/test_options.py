"""`--lang`: what is said is in that language, and the result is the same in any."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.cli import SAMPLE, case_with_sample, hustings
from support.languages import folder_with, language

pytestmark = pytest.mark.slow

CALLED = ("questions.called.text", "What is it called?", "¿Cómo se llama?")


def test_answers_are_taken_and_what_comes_next_keeps_the_language(tmp_path: Path) -> None:
    ran = hustings("interview", "rivera", "--answers", SAMPLE, "--lang", "es", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert " respuestas nuevas o cambiadas quedaron guardadas en rivera.hustings.\n" in ran.out
    assert ran.out.endswith("hustings report rivera.hustings --lang es\n")


def test_the_result_is_the_same_in_any_language(tmp_path: Path) -> None:
    """method.md 1.3, invariant 19."""
    case_with_sample(tmp_path)
    english, spanish = (
        json.loads(hustings("score", "rivera", "--json", "--on", "2026-11-24", "--lang", code, cwd=tmp_path).out)
        for code in ("en", "es")
    )
    assert english["pack"]["digest"] == spanish["pack"]["digest"]
    for part in ("index", "raw", "domains", "gates", "coverage", "assured", "answers"):
        assert without_words(english[part]) == without_words(spanish[part]), part
    severity = [[(finding["question"], finding["severity"]) for finding in r["findings"]] for r in (english, spanish)]
    assert severity[0] == severity[1]


WORDS = {
    "title", "message", "stop", "open", "text", "says", "because", "finding", "strength", "how", "done", "fallback",
}  # fmt: skip


def without_words(told: object) -> object:
    """What is left of a result when its words are taken out: ids, states and figures."""
    match told:
        case dict():
            return {key: without_words(value) for key, value in told.items() if key not in WORDS}
        case list():
            return [without_words(value) for value in told]
        case _:
            return told


def test_the_report_is_in_the_language(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    ran = hustings("report", "rivera", "--html", "--on", "2026-11-24", "--lang", "es", cwd=tmp_path)
    assert (0, "Escrito: rivera.html\n") == (ran.code, ran.out)
    page = (tmp_path / "rivera.html").read_text(encoding="utf-8")
    for said in (
        "Informe de preparación para la IA",
        "El plan en el tiempo",
        "24 de noviembre de 2026",
        'data-page="Página"',
    ):
        assert said in page, said
    for said in ("Do first", "The plan in time", "How sure this is", "November", "Whoever"):
        assert said not in page, said


def test_the_pack_is_asked_in_the_language_and_stays_the_pack_it_was(tmp_path: Path) -> None:
    folder_with(tmp_path / "pack", es=language(CALLED))
    ran = hustings(
        "interview", "one", "--pack", "./pack", "--plain", "--lang", "es", cwd=tmp_path, stdin="Ríos\n/salir\n"
    )
    assert (0, True, True) == (ran.code, "¿Cómo se llama?" in ran.out, "1 respuesta está guardada." in ran.out), ran
    again = hustings("questions", "one", "--pack", "./pack", cwd=tmp_path)
    assert (0, "", True) == (again.code, again.err, "When do ballots go out?" in again.out)


def test_yes_and_no_are_said_in_the_language_of_the_pack(tmp_path: Path) -> None:
    folder_with(tmp_path / "pack", es=language(CALLED))
    ran = hustings("questions", "--pack", "./pack", "--lang", "es", cwd=tmp_path)
    assert (0, True) == (ran.code, "[ ] Sí" in ran.out), ran


def test_a_language_that_nobody_speaks_is_named_with_those_there_are(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    folder_with(tmp_path / "pack", xx=language(code="xx"))
    for words in (
        ("report", "rivera"),
        ("score", "rivera"),
        ("explain", "rivera"),
        ("questions",),
        ("interview", "new"),
    ):
        ran = hustings(*words, "--lang", "tlh", cwd=tmp_path)
        assert (2, True) == (ran.code, "There is no language `tlh`. There are: en, es." in ran.err), ran
    assert not (tmp_path / "new.hustings").exists()
    own = hustings("questions", "--pack", "./pack", "--lang", "xx", cwd=tmp_path)
    assert (0, True) == (own.code, "What is it called?" in own.out), own


SPANISH = {"HUSTINGS_LANG": "es"}


def test_the_language_may_be_set_once_for_all_verbs(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    for words, said in (
        ("score rivera --on 2026-11-24", " dice qué averiguar primero.\n"),
        ("doctor", "bien     PDF (Pango): los informes se pueden escribir en PDF\n"),
    ):
        ran = hustings(*words.split(), cwd=tmp_path, env=SPANISH)
        assert (0, "", True) == (ran.code, ran.err, said in ran.out), ran
    for words in ("--lang en verify rivera", "verify rivera --lang en"):
        assert "rivera.hustings is in order: " in hustings(*words.split(), cwd=tmp_path, env=SPANISH).out
    assert "rivera.hustings está en orden: " in hustings("--lang", "es", "verify", "rivera", cwd=tmp_path).out


def test_the_sample_report_is_in_the_language_and_so_is_what_comes_next(tmp_path: Path) -> None:
    ran = hustings("demo", "--html", "--lang", "es", cwd=tmp_path)
    assert "Para su propia campaña: " in ran.out
    assert ran.out.endswith("interview my-campaign.hustings --lang es\n")
    assert "Informe de preparación para la IA" in (tmp_path / "sample-campaign.html").read_text(encoding="utf-8")


def test_hints_notes_and_what_went_wrong_are_said_in_it(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    (tmp_path / "odd.yaml").write_text("answers: {first_ballots: 2027-05-01, election_day: 2027-04-06}\n")
    assert 0 == hustings("interview", "rivera", "--answers", "odd.yaml", cwd=tmp_path).code
    for words, said in (
        (
            ("score", "rivera", "--on", "2026-11-24"),
            "Nota: las primeras boletas tienen fecha posterior al día de la elección.",
        ),
        (("score", "rivrea"), "rivrea.hustings.\n  ¿Quiso decir `rivera.hustings`?"),
        (("score", "."), "es una carpeta, no un archivo de caso.\n"),
        (("questions", "--role", "managr"), "¿Quiso decir `manager`?"),
        (("scor",), "No existe el comando `scor`. ¿Quiso decir `score`?"),
    ):
        ran = hustings(*words, cwd=tmp_path, env=SPANISH)
        assert said in ran.err, ran
