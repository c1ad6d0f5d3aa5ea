"""The next command that we print can be typed as it stands, however this one was started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hustings.cli.invocation import next_command


@pytest.mark.parametrize(
    ("started", "typed"),
    [
        ("bin/hustings", "bin/hustings report a.hustings"),
        ("my tools/hustings.exe", "'my tools/hustings.exe' report a.hustings"),
        ("hustings/__main__.py", "python -m hustings report a.hustings"),
        ("gone/hustings", "hustings report a.hustings"),
        ("bin/pytest", "hustings report a.hustings"),
        ("pytest/__main__.py", "hustings report a.hustings"),
        ("-c", "hustings report a.hustings"),
    ],
)
def test_the_name_is_the_one_that_was_typed_if_it_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: str, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", [started])
    if not started.startswith("gone/"):
        Path(started).parent.mkdir(exist_ok=True)
        Path(started).touch()
    assert typed == next_command("report", "a.hustings")


def test_where_the_shell_finds_it_the_bare_name_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hustings").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "hustings")])
    assert "hustings score a.hustings" == next_command("score", "a.hustings")
