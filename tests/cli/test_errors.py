"""The command itself: help at once, versions, exit codes, faults of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.warm import COMMAND


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    script = f"set -o pipefail; '{COMMAND}' --help | head -1"
    ran = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (0, "") == (ran.returncode, ran.stderr)


def test_a_fault_of_ours_writes_a_log_without_answers_and_says_where(tmp_path: Path) -> None:
    """A verb that breaks: within the real `exit_codes`, in a process of its own."""
    script = (
        "import sys, click; sys.argv = ['hustings', 'score', 'secret.hustings']\n"
        "from hustings.cli.errors import exit_codes\n"
        "with exit_codes():\n    secret = 'the word is heron'\n    raise RuntimeError(secret)\n"
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
