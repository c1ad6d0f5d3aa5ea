"""A program is killed at a random moment; what it had acknowledged must be in its case file, once.

`killed` runs a command, waits, kills it with SIGKILL and says how many answers it had acknowledged, according to a
function that reads its output. With `keys` it runs in a terminal and the keys are typed into it, over and over.
`survived` then opens the file as the next session would. (A kill keeps what the system has in memory: this proves
transactions, not the disk.)
"""

from __future__ import annotations

import os
import pty
import select
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import cycle
from pathlib import Path

from hustings.casefile import open_case
from support.warm import Popen

Read = Callable[[bytes], int]
"""All that a program has put out so far, to the number of answers it has acknowledged (0: none yet)."""
TOO_LONG = 30.0


def killed(
    command: Sequence[str],
    read: Read,
    *,
    after: float,
    from_start: bool = False,
    keys: Sequence[bytes] = (),
    environment: Mapping[str, str] | None = None,
) -> int:
    """Kill a command `after` so many seconds from its first acknowledgement (or from its start).

    Returns what `read` says about all that it put out. Fails if it ends by itself, or never acknowledges.
    """
    child, ours = _in_terminal(command, environment) if keys else _on_pipe(command, environment)
    try:
        out = _until(child, ours, read, after, keys, from_start=from_start)
        child.send_signal(signal.SIGKILL)
        out += _rest(ours)
        assert child.wait(TOO_LONG) == -signal.SIGKILL, out.decode(errors="replace")[-2000:]
        return read(out)
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def _on_pipe(command: Sequence[str], environment: Mapping[str, str] | None) -> tuple[subprocess.Popen[bytes], int]:
    ours, theirs = os.pipe()
    child = Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    return child, ours


def _in_terminal(command: Sequence[str], environment: Mapping[str, str] | None) -> tuple[subprocess.Popen[bytes], int]:
    ours, theirs = pty.openpty()
    child = Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True)
    os.close(theirs)
    return child, ours


def _until(
    child: subprocess.Popen[bytes], ours: int, read: Read, after: float, keys: Sequence[bytes], *, from_start: bool
) -> bytes:
    out, typed = b"", cycle(keys)
    given_up = time.monotonic() + TOO_LONG
    end = time.monotonic() + after if from_start else None
    while end is None or time.monotonic() < end:
        assert time.monotonic() < given_up, f"no acknowledgement in {TOO_LONG} s: {out[-2000:]!r}"
        if select.select([ours], [], [], 0.002)[0]:
            more = _some(ours)
            assert more or child.poll() is None, f"it ended by itself: {out.decode(errors='replace')[-2000:]}"
            out += more
        elif keys:
            os.write(ours, next(typed))
        if end is None and read(out):
            end = time.monotonic() + after
    return out


def _some(ours: int) -> bytes:
    try:
        return os.read(ours, 1 << 16)
    except OSError:  # a terminal whose program is gone
        return b""


def _rest(ours: int) -> bytes:
    out = b""
    while more := _some(ours):
        out += more
    return out


def survived(path: Path, acknowledged: int) -> int:
    """The number of events in a case file whose writer was killed.

    Every acknowledged one is there and at most one more; no gaps, nothing twice, the chain holds, the next session
    can open it.
    """
    with open_case(path) as case:
        numbers = [event.number for event in case.events(case.latest().id)]
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert acknowledged <= len(numbers) <= acknowledged + 1
    return len(numbers)
