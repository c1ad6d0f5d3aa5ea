"""What a program takes: the most memory, and the work.

It is started by a small program, because a child's peak begins with the memory of the process that started it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEASURED = (
    "import resource, subprocess, sys;"
    "code = subprocess.run(sys.argv[1:], stdout=-3, stderr=-3).returncode;"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(code, used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)"
)


@dataclass(frozen=True, slots=True)
class Used:
    """The exit code; MB of memory at most, and seconds of processor time, of the program and its children."""

    code: int
    memory: int
    work: float


def used(folder: Path, command: Sequence[str]) -> Used:
    """What a program took that ran in a folder."""
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], cwd=folder, capture_output=True, text=True, check=True
    )
    code, memory, work = ran.stdout.split()
    return Used(int(code), int(memory), float(work))
