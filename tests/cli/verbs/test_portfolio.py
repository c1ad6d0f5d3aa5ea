"""`hustings portfolio`: its parts are listed, and an unknown one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import hustings, refused

pytestmark = pytest.mark.slow


def test_its_parts(tmp_path: Path) -> None:
    told = hustings("portfolio", "--help", cwd=tmp_path)
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert (0, True) == (told.code, "build Put a folder of case files into tables." in lines)
    assert "No such command 'bild'" in refused(tmp_path, "portfolio", "bild", code=2)
