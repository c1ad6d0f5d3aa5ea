"""The installed command, run as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("hustings")
ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "questionnaires" / "campaign-ai" / "sample.yaml"


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def hustings(
    *words: str | Path, cwd: Path, stdin: str = "", env: Mapping[str, str] | None = None, timeout: float = 120
) -> Ran:
    """Run the command in a folder with this on its standard input."""
    done = subprocess.run(
        [str(COMMAND), *map(str, words)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        env={**os.environ, "COVERAGE_PROCESS_START": "", **(env or {})},
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def case_with_sample(folder: Path, name: str = "rivera") -> Path:
    """A case file with the sample campaign's answers."""
    ran = hustings("interview", name, "--answers", SAMPLE, cwd=folder)
    assert (0, "") == (ran.code, ran.err), ran
    return folder / f"{name}.hustings"
