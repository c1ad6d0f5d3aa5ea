"""What `hustings check` says of a pack is in the language that is spoken."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import re
import runpy
from collections.abc import Mapping
from pathlib import Path

import pytest

from hustings.messages import speaking
from hustings.pack.loader import check_texts
from hustings.pack.translation.ui_language import read_words
from hustings.problems import Problem
from support.cli import hustings
from support.deep import some
from support.languages import folder_with, language
from support.pack import base, beyond, laid

pytestmark = pytest.mark.slow

MISTAKES = Path(__file__).parents[2] / "pack"
OF_PACKS = [
    path
    for path in sorted(MISTAKES.rglob("test_*.py"))
    if "CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]]" in path.read_text(encoding="utf-8")
]
"""The tests of mistakes in packs: what is changed in the small pack, and what is said then."""
AS_WRITTEN = re.compile(r"`[^`]*`|“[^”]*”|\S+\.yaml")
ENGLISH = re.compile(
    r"(?i)\b(?:the|is|are|of|not|has|and|or|an|it|its|this|that|to|with|for|must|be|cannot|which|write|give|take|name"
    r"|called|here|one|only|from|question|gate|choice|source|allowed|did you mean|at most|warning)\b"
)
SAME = re.compile(r"Use \w+\.")
"""A hint that is the same in both languages."""


def test_a_pack_in_order_is_summed_up_in_spanish(tmp_path: Path) -> None:
    folder_with(tmp_path / "pack", es=language(("gone", "Gone", "Ido")))
    ran = hustings("--lang", "es", "check", "./pack", cwd=tmp_path)
    assert 0 == ran.code, ran
    assert "base 1.0.0 está en orden: " in ran.out
    assert " preguntas, " in ran.out
    assert "pack/languages/es.yaml:4:3: aviso: el paquete no tiene ningún texto `gone`" in ran.out


def test_mistakes_are_told_in_spanish(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack")
    section = next((folder / "sections").iterdir())
    section.write_text(section.read_text() + "  - {id: odd, type: number, text: Odd?, when: plan is no}\n")
    ran = hustings("--lang", "es", "check", "./pack", cwd=tmp_path)
    assert 1 == ran.code, ran
    assert "error: " not in ran.out
    assert "`is` no compara respuestas\n" in ran.out
    assert "\n  Use `==`.\n" in ran.out
    assert "1 error por corregir." in ran.out.splitlines()[-1]


def test_a_report_of_many_mistakes_is_spanish_throughout(tmp_path: Path) -> None:
    changes = (
        ("version: 1.0.0", 'version: ""'),
        ("first_ballots: ballots", "first_ballots: staff"),
        ("eta: {value: 0.9", "eta: {value: 1.9"),
        ("from: 60", "from: 0"),
        ("{question: drill, weight", "{question: drill, wieght"),
        ("scale: maturity, finding: No plan", "scale: maturety, finding: No plan"),
        ("id: write, title: Write it.,", "id: write,"),
        ("owner: manager", "owner: manger"),
        ("alone: yes", "alone: ja"),
        ("texts in channels", "letters in channels"),
    )
    folder = laid(tmp_path / "pack", base(*changes))
    (folder / "sources.yaml").write_text("sources:\n\t- {}\n")
    (folder / "rules.yml").write_text("places: []\n")
    ran = hustings("--lang", "es", "check", "./pack", cwd=tmp_path)
    assert 1 == ran.code, ran
    assert [] == [line for line in ran.out.splitlines() if not line.startswith("    ") and _english(line)]
    assert [
        "pack/questionnaire.yaml:3:10: `version` está vacío",
        "pack/questionnaire.yaml:6:16: `first_ballots` necesita una pregunta de tipo `date`; `staff` es una pregunta de tipo `number`",
        "pack/rubric.yaml:4:16: `value`: `1.9` está fuera de rango: de 0 a 1",
        "pack/rubric.yaml:8:35: `high` empieza en 0, no por encima de `low` (0)",
        "pack/rubric/fakes.yaml:9:40: ninguna escala de `scales` se llama `maturety`",
        "pack/rubric/fakes.yaml:10:23: un control no admite `wieght`",
        "pack/rubric/fakes.yaml:17:5: una acción no tiene `title`",
        "pack/rubric/fakes.yaml:17:88: ninguna función (`roles`) se llama `manger`",
        "pack/rules.yml: aviso: este archivo no se lee, porque su nombre no termina en .yaml",
        "pack/sections/about.yaml:14:51: `alone`: `ja` no es ni `yes` ni `no`",
        "pack/sections/fakes.yaml:8:93: `channels` no tiene ninguna opción `letters`",
        "pack/sources.yaml:2:1: hay un tabulador donde YAML pide espacios",
    ] == [line for line in ran.out.splitlines() if line.startswith("pack/")]


@pytest.mark.parametrize("path", some(OF_PACKS, 3), ids=lambda path: path.stem)
def test_every_mistake_that_is_tested_is_told_in_spanish(path: Path) -> None:
    tested = runpy.run_path(str(path))
    files_of = beyond if "told_beyond" in tested else base
    for changes, _ in tested["CASES"]:
        files = files_of(*changes)
        english, spanish = _told(files, "en"), _told(files, "es")
        assert [one.place for one in english] == [one.place for one in spanish]
        assert set() == {text for text in _sentences(english) & _sentences(spanish) if not SAME.fullmatch(text)}
        assert [] == [text for text in _sentences(spanish) if _english(text)]


def test_mistakes_of_every_room_are_tested() -> None:
    assert 14 <= len(OF_PACKS)
    assert {"build", "checks", "source"} == {path.parent.name for path in OF_PACKS}
    assert _english("nobody knows what the file is")
    assert not _english("`the` no es un id")


def _told(files: Mapping[str, str], code: str) -> tuple[Problem, ...]:
    with speaking(read_words(code)):
        return check_texts(dict(files))[1]


def _sentences(problems: tuple[Problem, ...]) -> set[str]:
    return {text for one in problems for text in (one.what, one.hint) if text}


def _english(text: str) -> bool:
    """Whether there is an English word outside of what is shown as it was written."""
    return bool(ENGLISH.search(AS_WRITTEN.sub("", text)))
