"""`hustings completion`: what a shell needs to complete verbs."""

from __future__ import annotations

from pathlib import Path

from support.cli import hustings


def test_completion_for_three_shells(tmp_path: Path) -> None:
    for shell in ("bash", "zsh", "fish"):
        ran = hustings("completion", shell, cwd=tmp_path)
        assert 0 == ran.code
        assert "_HUSTINGS_COMPLETE" in ran.out
