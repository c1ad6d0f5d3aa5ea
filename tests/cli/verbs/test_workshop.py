"""`hustings workshop`: its parts."""

from __future__ import annotations

from pathlib import Path

from support.cli import hustings


def test_the_parts_of_a_workshop_are_translated() -> None:
    ran = hustings("--lang", "es", "workshop", "--help", cwd=Path())
    assert "Responder las preguntas de un caso con todo el equipo." in ran.out
    assert "lead        Dirigir el taller de un caso." in ran.out
    assert "  Antes:     hustings workshop roster" in ran.out
