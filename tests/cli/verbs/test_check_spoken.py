"""What `hustings check` says of a pack is in the language that is spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import hustings
from support.languages import folder_with, language

pytestmark = pytest.mark.slow


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
