"""Work on what a stranger sent, done by a second program within limits of time, memory and output.

Whatever the file makes it do, it ends, and this program goes on. The second program is a module of Hustings that calls
`work` when it is run: it gets the content on its input and gives its answer on its output, nothing else. Where the
system has no limits of memory (Windows), and where it does not keep them (macOS), only the clock ends it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import Literal

ROOT = Path(__file__).parents[2]
OUT_OF_MEMORY, FAILED = 90, 91
"""What the second program says when it ends early."""
Why = Literal["time", "memory", "output", "failed"]
ENDS: dict[int, Why] = {OUT_OF_MEMORY: "memory"}
if sys.platform != "win32":
    ENDS |= {-signal.SIGXCPU: "time", -signal.SIGKILL: "memory"}  # the system killed it: memory ran short


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` by the clock on the wall, `work` seconds of a processor; `memory` and `output` in bytes."""

    seconds: float
    work: int
    memory: int
    output: int


class LimitError(Exception):
    """It did not end well within its limits. `why` says which, or that it failed by itself."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def confined(module: str, content: bytes, limits: Limits) -> bytes:
    """What the module makes of the content. Raises `LimitError`."""
    words = [sys.executable, "-P", "-B", "-m", module, str(limits.work), str(limits.memory)]
    pipe, late = subprocess.PIPE, Event()
    with subprocess.Popen(words, env=_environment(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as child:
        clock = Timer(limits.seconds, _end, (child, late))
        clock.start()
        try:
            answer = _answer(child, content, limits.output)
        finally:
            clock.cancel()
            child.kill()
    if why := _why(child.returncode, late=late.is_set(), long=len(answer) > limits.output):
        raise LimitError(why)
    return answer


def _end(child: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    child.kill()


def _why(code: int, *, late: bool, long: bool) -> Why | None:
    """What ended it early; None if nothing did."""
    if late or long:
        return "time" if late else "output"
    return None if code == 0 else ENDS.get(code, "failed")


def _environment() -> dict[str, str]:
    """Ours, and where Hustings lies: never the folder that somebody happens to be in."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _answer(child: subprocess.Popen[bytes], content: bytes, most: int) -> bytes:
    """Hand over the content, take the answer; it reads all before it says anything."""
    assert child.stdin is not None
    assert child.stdout is not None
    with suppress(OSError):  # it has ended already
        child.stdin.write(content)
        child.stdin.close()
    answer = child.stdout.read(most + 1)
    if len(answer) <= most:
        child.wait()
    return answer


# --- in the second program ---------------------------------------------------------------------------------


def work(task: Callable[[bytes], bytes]) -> None:
    """Do it within the limits that stand in the command; the end of the program."""
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    try:
        answer = task(sys.stdin.buffer.read())
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - whatever a hostile file does, it is told in one word
        os._exit(FAILED)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0))
    for kind, most in wanted:
        with suppress(OSError, ValueError):  # less is allowed already, or the system knows no such limit
            resource.setrlimit(kind, (most, most + (kind == resource.RLIMIT_CPU)))  # told first, killed a second later
