"""The verbs: each is loaded only to be run, and a misspelt one is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hustings import __version__
from hustings.cli.help_text import VERBS
from support.cli import hustings, refused
from support.warm import COMMAND

pytestmark = pytest.mark.slow


SLOW = ("questionary", "prompt_toolkit", "weasyprint", "pydantic", "jinja2", "yaml", "sqlite3")


def imported(*words: str) -> set[str]:
    """The packages that a command imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", str(COMMAND), *words], capture_output=True, text=True, check=True
    )
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}


def test_version_imports_next_to_nothing() -> None:
    assert set() == imported("--version") & {*SLOW, "click"}


def test_version(tmp_path: Path) -> None:
    assert f"hustings {__version__}\n" == hustings("--version", cwd=tmp_path).out


def test_every_verb_explains_itself(tmp_path: Path) -> None:
    for verb in VERBS:
        ran = hustings(verb, "--help", cwd=tmp_path)
        assert (0, "") == (ran.code, ran.err), verb
        assert f"Usage: hustings {verb}" in ran.out


def test_alone_without_a_terminal_it_prints_the_help(tmp_path: Path) -> None:
    assert hustings("--help", cwd=tmp_path).out == hustings(cwd=tmp_path).out


def test_a_misspelt_verb_is_a_usage_error_with_a_hint(tmp_path: Path) -> None:
    ran = hustings("raport", cwd=tmp_path)
    assert 2 == ran.code
    assert "There is no verb `raport`. Did you mean `report`?" in ran.err


def test_no_case_at_all_is_a_usage_error(tmp_path: Path) -> None:
    for verb in ("interview", "score", "explain", "report"):
        assert "Missing argument 'CASE'" in refused(tmp_path, verb, code=2)
