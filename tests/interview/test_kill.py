"""The interview is killed at random moments: no acknowledged answer is lost or doubled, the file opens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.deep import DEEP
from support.interview import HERE
from support.warm import run

pytestmark = pytest.mark.slow

KILLS = [("pipe", 190, 11), ("terminal", 50, 12)] if DEEP else [("pipe", 25, 11), ("terminal", 12, 12)]
"""How it is fed, how often it is killed, and the seed."""


@pytest.mark.parametrize(("mode", "kills", "seed"), KILLS)
def test_no_acknowledged_answer_is_lost_or_doubled(tmp_path: Path, mode: str, kills: int, seed: int) -> None:
    command = [
        sys.executable,
        str(HERE / "support" / "interview_kills.py"),
        str(tmp_path / "r.hustings"),
        str(kills),
        str(seed),
        mode,
    ]
    done = run(command)
    assert (done.stderr, done.returncode) == ("", 0)
    rounds = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    acknowledged = [said for said, _ in rounds if said]
    assert len(rounds) == kills
    assert len(acknowledged) >= kills * 3 // 4
    assert acknowledged == sorted(set(acknowledged))
