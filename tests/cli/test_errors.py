"""The command itself: help at once, versions, exit codes, faults of ours."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from hustings import __version__
from hustings.cli.help_text import VERBS
from support.cli import hustings
from support.warm import COMMAND

SLOW = ("questionary", "prompt_toolkit", "weasyprint", "pydantic", "jinja2", "yaml", "sqlite3")


def imported(*words: str) -> set[str]:
    """The packages that a command imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", str(COMMAND), *words], capture_output=True, text=True, check=True
    )
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}


def test_help_imports_nothing_slow() -> None:
    assert set() == imported("--help") & set(SLOW)


def test_version_imports_next_to_nothing() -> None:
    assert set() == imported("--version") & {*SLOW, "click"}


def test_version(tmp_path: Path) -> None:
    assert f"hustings {__version__}\n" == hustings("--version", cwd=tmp_path).out


def test_help_names_every_verb_with_its_line(tmp_path: Path) -> None:
    ran = hustings("--help", cwd=tmp_path)
    assert 0 == ran.code
    for verb, line in VERBS.items():
        assert re.search(rf"^  {verb} +{re.escape(line)}$", ran.out, re.MULTILINE), verb


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


def test_completion_for_three_shells(tmp_path: Path) -> None:
    for shell in ("bash", "zsh", "fish"):
        ran = hustings("completion", shell, cwd=tmp_path)
        assert 0 == ran.code
        assert "_HUSTINGS_COMPLETE" in ran.out


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    script = f"set -o pipefail; '{COMMAND}' --help | head -1"
    ran = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (0, "") == (ran.returncode, ran.stderr)


def test_a_fault_of_ours_writes_a_log_without_answers_and_says_where(tmp_path: Path) -> None:
    """A verb that breaks: the real door around it, in a process of its own."""
    script = (
        "import sys, click; sys.argv = ['hustings', 'score', 'secret.hustings']\n"
        "from hustings.cli.errors import door\n"
        "with door():\n    secret = 'the word is heron'\n    raise RuntimeError(secret)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True, text=True, check=False, env={"TMPDIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert 70 == ran.returncode
    assert "Traceback" not in ran.stderr
    assert "Something went wrong in Hustings itself (RuntimeError). Your answers are safe." in ran.stderr
    (log,) = tmp_path.glob("hustings-*.log")
    assert str(log) in ran.stderr
    assert "verb: score\nRuntimeError\n" in log.read_text()
    assert "heron" not in log.read_text()
    assert 0o600 == log.stat().st_mode & 0o777
